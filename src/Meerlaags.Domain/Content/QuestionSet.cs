using System.Text.Json;
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
public sealed record Question(string Key, Wording Ask, Wording Help, bool Required, int Limit, string? Source);

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

    /// <summary>Reads one file; the refusal <c>content.invalid</c> names what is wrong.</summary>
    public static Decided<QuestionSet> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var reference = new QuestionSetReference(Text(root, "key"), root.GetProperty("version").GetInt32());
            var questions = root.GetProperty("questions").EnumerateArray().Select(ReadQuestion).ToList();
            if (questions.Count == 0)
                return new Refusal("content.invalid", "questions: at least one");
            if (questions.Select(question => question.Key).Distinct().Count() != questions.Count)
                return new Refusal("content.invalid", "questions: a key stands twice");
            return new QuestionSet(reference, ReadWording(root, "title"), questions);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return new Refusal("content.invalid", fault.Message);
        }
    }

    private static Question ReadQuestion(JsonElement question) =>
        new(
            Text(question, "key"),
            ReadWording(question, "ask"),
            ReadWording(question, "help"),
            question.TryGetProperty("required", out var required) && required.GetBoolean(),
            question.TryGetProperty("limit", out var limit) ? Math.Min(limit.GetInt32(), DefaultLimit) : DefaultLimit,
            question.TryGetProperty("source", out var source) ? source.GetString() : null
        );

    private static Wording ReadWording(JsonElement owner, string property)
    {
        var texts = owner.GetProperty(property).EnumerateObject().ToDictionary(text => text.Name, text => text.Value.GetString() ?? "");
        return texts.ContainsKey("nl") ? new Wording(texts) : throw new KeyNotFoundException($"{property}: no Dutch text");
    }

    private static string Text(JsonElement owner, string property) =>
        owner.GetProperty(property).GetString() is { Length: > 0 } text ? text : throw new KeyNotFoundException($"{property}: empty");
}
