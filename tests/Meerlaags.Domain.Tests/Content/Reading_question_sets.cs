using Meerlaags.Domain.Content;

namespace Meerlaags.Domain.Tests.Content;

public class Reading_question_sets
{
    private const string Question = """{"key":"issue","ask":{"nl":"Wat?"},"help":{"nl":"Zo."}}""";

    public static TheoryData<string> ShippedFiles =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "content", "framing"), "*.json").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void A_shipped_file_reads_in_dutch_and_english_and_bears_its_own_name(string file)
    {
        var set = QuestionSetReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "framing", file))).OrFail();

        Assert.Equal(file, $"{set.Reference.Key}.v{set.Reference.Version}.json");
        Assert.Contains(set.Questions, question => question.Required);
        Assert.All(set.Questions, question => Assert.NotEqual(question.Ask.In("nl"), question.Ask.In("en")));
        Assert.All(set.Questions, question => Assert.NotEqual(question.Help.In("nl"), question.Help.In("en")));
    }

    [Fact]
    public void The_first_method_file_asks_the_seven_questions_in_their_order()
    {
        var set = QuestionSetReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", "framing", "vraagstuk.v1.json"))).OrFail();

        Assert.Equal(["issue", "vision", "whom", "effect", "able", "dream", "fear"], set.Questions.Select(question => question.Key));
        Assert.All(set.Questions, question => Assert.Equal(20_000, question.Limit));
        Assert.Equal(["issue"], set.Questions.Where(question => question.Required).Select(question => question.Key));
    }

    [Fact]
    public void A_question_may_ask_for_less_text_never_for_more()
    {
        var set = QuestionSetReader
            .Read(FileWith("""{"key":"a","limit":100,"ask":{"nl":"A"},"help":{"nl":"A"}},{"key":"b","limit":99999,"ask":{"nl":"B"},"help":{"nl":"B"}}"""))
            .OrFail();

        Assert.Equal([100, 20_000], set.Questions.Select(question => question.Limit));
        Assert.Null(set.Find("c"));
        Assert.Equal("B", set.Find("b")?.Ask.In("en"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("geen json", "")]
    [InlineData("[]", "file")]
    [InlineData("null", "file")]
    [InlineData("""{"key":"k","version":1,"title":{"nl":"T"}}""", "questions is missing")]
    [InlineData("""{"key":"k","version":1,"title":{"nl":"T"},"questions":[]}""", "at least one")]
    [InlineData("""{"key":"k","version":1,"title":{"nl":"T"},"questions":{}}""", "file.questions")]
    [InlineData("""{"key":"k","version":1,"title":{"nl":"T"},"questions":[7]}""", "file.questions[0]")]
    [InlineData($$"""{"version":1,"title":{"nl":"T"},"questions":[{{Question}}]}""", "key is missing")]
    [InlineData($$"""{"key":"","version":1,"title":{"nl":"T"},"questions":[{{Question}}]}""", "file.key")]
    [InlineData($$"""{"key":"k","version":0,"title":{"nl":"T"},"questions":[{{Question}}]}""", "file.version")]
    [InlineData($$"""{"key":"k","version":1.5,"title":{"nl":"T"},"questions":[{{Question}}]}""", "file.version")]
    [InlineData($$"""{"key":"k","version":"1","title":{"nl":"T"},"questions":[{{Question}}]}""", "file.version")]
    [InlineData($$"""{"key":"k","version":1,"title":"T","questions":[{{Question}}]}""", "file.title")]
    [InlineData($$"""{"key":"k","version":1,"title":{"en":"T"},"questions":[{{Question}}]}""", "nl is missing")]
    [InlineData($$"""{"key":"k","version":1,"title":{"nl":" "},"questions":[{{Question}}]}""", "file.title.nl")]
    [InlineData($$"""{"key":"k","version":1,"title":{"nl":"T","nl":"U"},"questions":[{{Question}}]}""", "nl")]
    [InlineData($$"""{"key":"k","version":1,"title":{"nl":"\ud800"},"questions":[{{Question}}]}""", "")]
    [InlineData($$"""{"key":"k","version":1,"titel":{"nl":"T"},"questions":[{{Question}}]}""", "titel is not known")]
    [InlineData($$"""{"key":"k","version":1,"title":{"nl":"T"},"questions":[{{Question}},{{Question}}]}""", "stands twice")]
    public void A_bad_file_is_refused_with_the_place_of_the_fault(string json, string place)
    {
        var refusal = QuestionSetReader.Read(json).Refusal;

        Assert.Equal("content.invalid", refusal?.Code);
        Assert.Contains(place, Assert.IsType<string>(refusal!.Arguments[0]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"key":"Is sue","ask":{"nl":"A"},"help":{"nl":"A"}}""", "file.questions[0].key")]
    [InlineData("""{"key":"a]\n","ask":{"nl":"A"},"help":{"nl":"A"}}""", "file.questions[0].key")]
    [InlineData("""{"key":"a","help":{"nl":"A"}}""", "ask is missing")]
    [InlineData("""{"key":"a","ask":{"nl":"A"}}""", "help is missing")]
    [InlineData("""{"key":"a","ask":{"nl":7},"help":{"nl":"A"}}""", "file.questions[0].ask.nl")]
    [InlineData("""{"key":"a","ask":{"nl":"A"},"help":{"nl":"A"},"required":"ja"}""", "file.questions[0].required")]
    [InlineData("""{"key":"a","ask":{"nl":"A"},"help":{"nl":"A"},"limit":0}""", "file.questions[0].limit")]
    [InlineData("""{"key":"a","ask":{"nl":"A"},"help":{"nl":"A"},"limit":-5}""", "file.questions[0].limit")]
    [InlineData("""{"key":"a","ask":{"nl":"A"},"help":{"nl":"A"},"limit":99999999999}""", "file.questions[0].limit")]
    [InlineData("""{"key":"a","ask":{"nl":"A"},"help":{"nl":"A"},"source":1}""", "file.questions[0].source")]
    [InlineData("""{"key":"a","ask":{"nl":"A"},"help":{"nl":"A"},"requird":true}""", "requird is not known")]
    public void A_bad_question_is_refused_with_the_place_of_the_fault(string question, string place)
    {
        var refusal = QuestionSetReader.Read(FileWith(question)).Refusal;

        Assert.Equal("content.invalid", refusal?.Code);
        Assert.Contains(place, Assert.IsType<string>(refusal!.Arguments[0]), StringComparison.Ordinal);
    }

    private static string FileWith(string questions) => $$"""{"key":"k","version":1,"title":{"nl":"T"},"questions":[{{questions}}]}""";
}
