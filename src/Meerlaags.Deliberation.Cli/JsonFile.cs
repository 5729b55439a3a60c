using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Meerlaags.Deliberation.Cli;

/// <summary>Reading JSON with faults told by line: of the text, and of what should be there and is not.</summary>
internal static class JsonFile
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];
    private static byte[] text = []; // of the file being read: a run reads one

    public static JsonDocument Read(string path)
    {
        text = File.ReadAllBytes(path);
        var from = text.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
        try
        {
            RequireValues(from);
            return JsonDocument.Parse(text.AsMemory(from));
        }
        catch (JsonException fault)
        {
            throw Fault((int)(fault.LineNumber ?? 0) + 1, "this is not JSON as it should be.", fault);
        }
    }

    // What grammar lets pass and no value can hold: halves of characters, numbers beyond a double.
    private static void RequireValues(int from)
    {
        var reader = new Utf8JsonReader(text.AsSpan(from));
        while (reader.Read())
            if (reader.TokenType == JsonTokenType.Number && !double.IsFinite(reader.GetDouble()))
                throw Fault(LineAt(from + (int)reader.TokenStartIndex), "a number is too large.", null);
            else if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                try
                {
                    reader.GetString();
                }
                catch (InvalidOperationException fault)
                {
                    throw Fault(LineAt(from + (int)reader.TokenStartIndex), "a text is not Unicode as it should be.", fault);
                }
    }

    /// <summary>A property that may be there.</summary>
    public static bool Has(this JsonElement element, string name, out JsonElement value) =>
        element.ValueKind == JsonValueKind.Object ? element.TryGetProperty(name, out value) : throw element.Fault("an object is expected here.");

    /// <summary>A property that has to be there.</summary>
    public static JsonElement Need(this JsonElement element, string name) =>
        element.Has(name, out var value) ? value : throw element.Fault($"\"{name}\" is missing here.");

    /// <summary>The items of a list, of the given number where there is one.</summary>
    public static IReadOnlyList<JsonElement> Items(this JsonElement element, int? count = null)
    {
        if (element.ValueKind != JsonValueKind.Array)
            throw element.Fault("a list is expected here.");
        if (count is { } needed && element.GetArrayLength() < needed)
            throw element.Fault($"a list of {needed} is expected here.");
        return [.. element.EnumerateArray()];
    }

    public static int Whole(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var value) ? value : throw element.Fault("a whole number is expected here.");

    public static double Number(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? element.GetDouble() : throw element.Fault("a number is expected here.");

    public static string Text(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString()! : throw element.Fault("a text is expected here.");

    /// <summary>Does what is asked with an element; what the library refuses is told with the line of the element.</summary>
    public static T With<T>(this JsonElement element, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (ArgumentException fault)
        {
            throw Fault(LineOf(element), fault.Message, fault);
        }
    }

    public static FormatException Fault(this JsonElement element, string message) => Fault(LineOf(element), message, null);

    private static FormatException Fault(int line, string message, Exception? inner) =>
        new(string.Create(CultureInfo.InvariantCulture, $"line {line}: {message}"), inner);

    // An element points into the bytes of its file.
    private static int LineOf(JsonElement element) =>
        ((ReadOnlySpan<byte>)text).Overlaps(JsonMarshal.GetRawUtf8Value(element), out var offset) ? LineAt(offset) : 1;

    private static int LineAt(int offset) => 1 + text.AsSpan(0, offset).Count((byte)'\n');
}
