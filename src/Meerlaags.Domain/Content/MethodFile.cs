using System.Text.Json;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Content;

/// <summary>Reads method files. A bad file is refused with the place of the fault.</summary>
internal static class MethodFile
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>What the file holds; the refusal <c>content.invalid</c> names what is wrong and where.</summary>
    internal static Decided<T> Read<T>(string json, Func<JsonPlace, T> read)
        where T : class
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return read(new JsonPlace(document.RootElement, "file"));
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return new Refusal("content.invalid", fault.Message);
        }
    }
}
