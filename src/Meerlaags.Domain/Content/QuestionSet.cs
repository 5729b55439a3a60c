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

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads one file; the refusal <c>content.invalid</c> names what is wrong and where.</summary>
    public static Decided<QuestionSet> Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var root = new Place(document.RootElement, "file").WithOnly("$schema", "key", "version", "title", "questions");
            var questions = root.Get("questions").Items().Select(ReadQuestion).ToList();
            if (questions.Count == 0)
                throw new FormatException("questions: at least one");
            if (questions.Select(question => question.Key).Distinct().Count() != questions.Count)
                throw new FormatException("questions: a key stands twice");
            return new QuestionSet(new QuestionSetReference(root.Get("key").Key(), root.Get("version").Count()), ReadWording(root.Get("title")), questions);
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return new Refusal("content.invalid", fault.Message);
        }
    }

    private static Question ReadQuestion(Place question)
    {
        question.WithOnly("key", "required", "limit", "source", "ask", "help");
        return new Question(
            question.Get("key").Key(),
            ReadWording(question.Get("ask")),
            ReadWording(question.Get("help")),
            question.Find("required")?.Truth() ?? false,
            Math.Min(question.Find("limit")?.Count() ?? DefaultLimit, DefaultLimit),
            question.Find("source")?.Text()
        );
    }

    private static Wording ReadWording(Place wording)
    {
        wording.Get("nl");
        return new Wording(wording.Properties().ToDictionary(text => text.Name, text => text.Value.Text()));
    }

    /// <summary>A spot in the file that can say where it is.</summary>
    private sealed record Place(JsonElement Element, string Path)
    {
        public Place Get(string name) => Find(name) ?? throw Wrong($"{name} is missing");

        public Place? Find(string name) => Is(JsonValueKind.Object).Element.TryGetProperty(name, out var found) ? new Place(found, $"{Path}.{name}") : null;

        public IEnumerable<Place> Items() => Is(JsonValueKind.Array).Element.EnumerateArray().Select((item, index) => new Place(item, $"{Path}[{index}]"));

        public IEnumerable<(string Name, Place Value)> Properties() =>
            Is(JsonValueKind.Object).Element.EnumerateObject().Select(property => (property.Name, new Place(property.Value, $"{Path}.{property.Name}")));

        public Place WithOnly(params string[] names) =>
            Properties().FirstOrDefault(property => !names.Contains(property.Name)) is { Name: { } unknown }
                ? throw Wrong($"{unknown} is not known here")
                : this;

        public string Text() => PlainText.Lines(Is(JsonValueKind.String).Element.GetString()) is { Length: > 0 } text ? text : throw Wrong("empty");

        public string Key() =>
            Text() is var key
            && char.IsAsciiLetterLower(key[0])
            && key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-')
                ? key
                : throw Wrong("a key has small letters, digits and hyphens only");

        public int Count() => Is(JsonValueKind.Number).Element.TryGetInt32(out var count) && count > 0 ? count : throw Wrong("a whole number above zero");

        public bool Truth() => Element.ValueKind is JsonValueKind.True or JsonValueKind.False ? Element.GetBoolean() : throw Wrong("true or false");

        private Place Is(JsonValueKind kind) => Element.ValueKind == kind ? this : throw Wrong($"a JSON {kind} is expected");

        private FormatException Wrong(string what) => new($"{Path}: {what}");
    }
}
