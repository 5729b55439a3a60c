using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Content;

/// <summary>Which version of a question set an answer was given to.</summary>
public sealed record QuestionSetReference(string Key, int Version);

/// <summary>The questions of a round, read from a method file that a programme can replace.</summary>
/// <param name="Reference">Key and version; an answer remembers it.</param>
/// <param name="Title">What people call it, per language.</param>
/// <param name="Questions">In the order in which they are asked.</param>
public sealed record QuestionSet(QuestionSetReference Reference, Wording Title, IReadOnlyList<Question> Questions)
{
    /// <summary>The question with this key, or null.</summary>
    public Question? Find(string key) => Questions.FirstOrDefault(question => question.Key == key);
}

/// <summary>One question.</summary>
/// <param name="Key">Stable within the set.</param>
/// <param name="Ask">The question itself.</param>
/// <param name="Help">A hint below it.</param>
/// <param name="Required">Whether a text can be submitted without an answer.</param>
/// <param name="Limit">Most graphemes of an answer.</param>
/// <param name="Source">Where the question comes from, or null when it is our own default.</param>
public sealed record Question(string Key, Wording Ask, Wording Help, bool Required, int Limit, string? Source)
{
    /// <summary>Whether it asks what moves a party: its answers stand beside the text that people write together.</summary>
    public bool Moves { get; init; }
}

/// <summary>A text of the method in each language it has.</summary>
public sealed record Wording(IReadOnlyDictionary<string, string> ByLanguage)
{
    /// <summary>The text in the language asked for, else in Dutch.</summary>
    public string In(string language) => ByLanguage.TryGetValue(language, out var text) ? text : ByLanguage["nl"];
}

/// <summary>Reads method files with questions. A bad file is refused with the place of the fault.</summary>
public static class QuestionSetReader
{
    /// <summary>Most graphemes of an answer unless the file says less.</summary>
    public const int DefaultLimit = 20_000;

    /// <summary>Reads one file; the refusal <c>content.invalid</c> names what is wrong and where.</summary>
    public static Decided<QuestionSet> Read(string json) =>
        MethodFile.Read(
            json,
            file =>
            {
                file.WithOnly("$schema", "key", "version", "title", "questions");
                var questions = file.Get("questions").Items().Select(ReadQuestion).ToList();
                if (questions.Count == 0)
                    throw file.Get("questions").Wrong("at least one");
                if (questions.Select(question => question.Key).Distinct().Count() != questions.Count)
                    throw file.Get("questions").Wrong("a key stands twice");
                return new QuestionSet(new QuestionSetReference(file.Get("key").Key(), file.Get("version").Count()), file.Get("title").Wording(), questions);
            }
        );

    private static Question ReadQuestion(JsonPlace question)
    {
        question.WithOnly("key", "required", "limit", "source", "moves", "ask", "help");
        return new Question(
            question.Get("key").Key(),
            question.Get("ask").Wording(),
            question.Get("help").Wording(),
            question.Find("required")?.Truth() ?? false,
            Math.Min(question.Find("limit")?.Count() ?? DefaultLimit, DefaultLimit),
            question.Find("source")?.Text()
        )
        {
            Moves = question.Find("moves")?.Truth() ?? false,
        };
    }
}
