using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Meerlaags.Deliberation.Cli;

/// <summary>One JSON object on the standard output, readable by people too.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(Action<Utf8JsonWriter> write)
    {
        // Nothing of it is printed when a fault comes halfway.
        var whole = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(whole, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        using var output = Console.OpenStandardOutput();
        output.Write(whole.WrittenSpan);
        output.WriteByte((byte)'\n');
    }

    public static void Object(this Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
    }

    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    public static void Numbers(this Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WritePropertyName(name);
        json.NumbersValue(values);
    }

    public static void NumbersValue(this Utf8JsonWriter json, IEnumerable<double> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
