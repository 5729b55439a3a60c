using System.Text.Json;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Content;

/// <summary>A spot in the file that can say where it is.</summary>
internal sealed record JsonPlace(JsonElement Element, string Path)
{
    public JsonPlace Get(string name) => Find(name) ?? throw Wrong($"{name} is missing");

    public JsonPlace? Find(string name) => Is(JsonValueKind.Object).Element.TryGetProperty(name, out var found) ? new JsonPlace(found, $"{Path}.{name}") : null;

    public IEnumerable<JsonPlace> Items() => Is(JsonValueKind.Array).Element.EnumerateArray().Select((item, index) => new JsonPlace(item, $"{Path}[{index}]"));

    public IEnumerable<(string Name, JsonPlace Value)> Properties() =>
        Is(JsonValueKind.Object).Element.EnumerateObject().Select(property => (property.Name, new JsonPlace(property.Value, $"{Path}.{property.Name}")));

    public JsonPlace WithOnly(params string[] names) =>
        Properties().FirstOrDefault(property => !names.Contains(property.Name)) is { Name: { } unknown } ? throw Wrong($"{unknown} is not known here") : this;

    public string Text() => PlainText.Lines(Is(JsonValueKind.String).Element.GetString()) is { Length: > 0 } text ? text : throw Wrong("empty");

    public string Key() =>
        Text() is var key && char.IsAsciiLetterLower(key[0]) && key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-')
            ? key
            : throw Wrong("a key has small letters, digits and hyphens only");

    public Wording Wording()
    {
        Get("nl");
        return new Wording(Properties().ToDictionary(text => text.Name, text => text.Value.Text()));
    }

    public T OneOf<T>(params (string Name, T Value)[] known)
    {
        var text = Text();
        var found = known.FirstOrDefault(one => one.Name == text);
        return found.Name is null ? throw Wrong($"one of {string.Join(", ", known.Select(one => one.Name))}") : found.Value;
    }

    public int Count() => Is(JsonValueKind.Number).Element.TryGetInt32(out var count) && count > 0 ? count : throw Wrong("a whole number above zero");

    public bool Truth() => Element.ValueKind is JsonValueKind.True or JsonValueKind.False ? Element.GetBoolean() : throw Wrong("true or false");

    private JsonPlace Is(JsonValueKind kind) => Element.ValueKind == kind ? this : throw Wrong($"a JSON {kind} is expected");

    public FormatException Wrong(string what) => new($"{Path}: {what}");
}
