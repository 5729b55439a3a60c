using System.Globalization;
using Meerlaags.Deliberation.Embeddings;
using Meerlaags.Deliberation.Similarity;

namespace Meerlaags.Deliberation.Tests.Similarity;

public class A_model_beside_the_words
{
    private static readonly string[] Texts = ["Er zijn te weinig huizen.", "Er is een tekort aan woonruimte.", "Er zijn niet te weinig huizen."];

    [Fact]
    public async Task Without_an_endpoint_there_is_no_model_and_the_words_decide()
    {
        Assert.Null(OpenAiEmbeddings.Create(new()));

        var similarity = await CombinedSimilarity.Of(Texts, OpenAiEmbeddings.Create(new() { Model = "any", Key = "any" }));

        var analysed = Background.Analyse(Texts, out var background);
        Assert.Equal((SimilarityMeasure.Lexical, null), (similarity.Measure, similarity.Fallback));
        Assert.Equal(TextSimilarity.Score(analysed[0], analysed[1], background), similarity.Score(0, 1));
    }

    [Fact]
    public async Task A_model_that_sees_the_meaning_raises_the_score_and_opposition_lowers_it_all_the_same()
    {
        // Answers in reverse order, two texts at a time.
        using var model = new StubModel(texts => (200, Answer(texts.Select((t, i) => (i, Vector(t))).Reverse())));
        using var client = OpenAiEmbeddings.Create(Settings(model) with { TextsPerRequest = 2, Key = "sleutel" });

        var similarity = await CombinedSimilarity.Of(Texts, client);
        var lexical = await CombinedSimilarity.Of(Texts, null);

        Assert.Equal((SimilarityMeasure.LexicalAndModel, null), (similarity.Measure, similarity.Fallback));
        Assert.Equal([2, 1], model.Asked.Select(t => t.Length));
        Assert.Equal(["Bearer sleutel", "Bearer sleutel"], model.Keys);
        Assert.Equal((0.5 + lexical.Score(0, 1).Score / 2, TextRelation.Similar), (similarity.Score(0, 1).Score, similarity.Score(0, 1).Relation));
        Assert.Equal(TextRelation.Different, lexical.Score(0, 1).Relation);
        Assert.Equal(TextRelation.Opposed, similarity.Score(0, 2).Relation);
    }

    [Theory]
    [InlineData(500, "{}", EmbeddingFault.Refused)]
    [InlineData(401, "{}", EmbeddingFault.Refused)]
    [InlineData(307, "", EmbeddingFault.Refused)]
    [InlineData(200, "<html>", EmbeddingFault.NotUnderstood)]
    [InlineData(200, "", EmbeddingFault.NotUnderstood)]
    [InlineData(200, "{}", EmbeddingFault.NotUnderstood)]
    [InlineData(200, "null", EmbeddingFault.NotUnderstood)]
    [InlineData(200, """{"data":[null,null,null]}""", EmbeddingFault.NotUnderstood)]
    [InlineData(200, """{"data":[{"index":0,"embedding":["a"]}]}""", EmbeddingFault.NotUnderstood)]
    [InlineData(200, """{"data":[{"index":0,"embedding":[NaN]}]}""", EmbeddingFault.NotUnderstood)]
    [InlineData(200, """{"data":[{"index":0,"embedding":[1]}]}""", EmbeddingFault.WrongCount)]
    [InlineData(200, """{"data":[{"index":0,"embedding":[1]},{"index":0,"embedding":[1]},{"index":1,"embedding":[1]}]}""", EmbeddingFault.WrongCount)]
    [InlineData(200, """{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]},{"index":2,"embedding":[1,2]}]}""", EmbeddingFault.WrongDimension)]
    [InlineData(200, """{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]},{"index":2,"embedding":[]}]}""", EmbeddingFault.WrongDimension)]
    [InlineData(200, """{"data":[{"index":0,"embedding":[0,0]},{"index":1,"embedding":[1,1]},{"index":2,"embedding":[1,2]}]}""", EmbeddingFault.NotNumbers)]
    [InlineData(200, """{"data":[{"index":0,"embedding":[1e99,0]},{"index":1,"embedding":[1,1]},{"index":2,"embedding":[1,2]}]}""", EmbeddingFault.NotNumbers)]
    public async Task An_odd_answer_leaves_the_words_and_says_why(int status, string body, EmbeddingFault fault)
    {
        using var model = new StubModel(_ => (status, body));
        using var client = OpenAiEmbeddings.Create(Settings(model));

        var similarity = await CombinedSimilarity.Of(Texts, client);

        Assert.Equal((SimilarityMeasure.Lexical, fault), (similarity.Measure, similarity.Fallback?.Fault));
        Assert.NotEmpty(similarity.Fallback!.Reason);
        Assert.DoesNotContain("huizen", similarity.Fallback.Reason, StringComparison.Ordinal);
        Assert.InRange(similarity.Score(0, 1).Score, 0, 1);
    }

    [Fact]
    public async Task A_model_that_does_not_answer_in_time_or_at_all_leaves_the_words()
    {
        var never = new TaskCompletionSource();
        using var slow = new StubModel(_ => (200, "{}")) { Pause = never.Task };
        using var client = OpenAiEmbeddings.Create(Settings(slow) with { Timeout = TimeSpan.FromMilliseconds(200) });
        Assert.Equal(EmbeddingFault.TooSlow, (await CombinedSimilarity.Of(Texts, client)).Fallback?.Fault);
        never.SetResult();

        using var nobody = OpenAiEmbeddings.Create(new() { Endpoint = new("http://127.0.0.1:1/v1/embeddings"), Model = "x" });
        Assert.Equal(EmbeddingFault.Unreachable, (await CombinedSimilarity.Of(Texts, nobody)).Fallback?.Fault);
    }

    [Fact]
    public async Task An_answer_beyond_the_limit_is_not_read()
    {
        using var model = new StubModel(_ => (200, new string(' ', 5_000)));
        using var client = OpenAiEmbeddings.Create(Settings(model) with { LargestAnswer = 1_000 });

        Assert.Equal(EmbeddingFault.Unreachable, (await CombinedSimilarity.Of(Texts, client)).Fallback?.Fault);
    }

    [Fact]
    public async Task Cancelling_is_no_fault_of_the_model()
    {
        using var model = new StubModel(_ => (200, "{}")) { Pause = new TaskCompletionSource().Task };
        using var client = OpenAiEmbeddings.Create(Settings(model));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CombinedSimilarity.Of(Texts, client, stop.Token));
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/x", "m")]
    [InlineData("http://127.0.0.1/x", "")]
    public void Settings_that_cannot_work_are_refused(string address, string model) =>
        Assert.Throws<ArgumentException>(() => OpenAiEmbeddings.Create(new() { Endpoint = new(address), Model = model }));

    private static EmbeddingSettings Settings(StubModel model) => new() { Endpoint = model.Address, Model = "stub" };

    // A model that knows housing from anything else.
    private static double[] Vector(string text) =>
        text.Contains("huizen", StringComparison.Ordinal) || text.Contains("woon", StringComparison.Ordinal) ? [3, 4] : [4, -3];

    private static string Answer(IEnumerable<(int Index, double[] Vector)> vectors) =>
        $$"""{"data":[{{string.Join(',', vectors.Select(v => $$"""{"index":{{v.Index}},"embedding":[{{string.Join(',', v.Vector.Select(x => x.ToString(CultureInfo.InvariantCulture)))}}]}"""))}}]}""";
}
