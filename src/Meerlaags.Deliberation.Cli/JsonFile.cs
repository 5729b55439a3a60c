using System.Globalization;
using System.Text.Json;

namespace Meerlaags.Deliberation.Cli;

/// <summary>Reading JSON with faults told by line.</summary>
internal static class JsonFile
{
    public static JsonDocument Read(string path)
    {
        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException fault)
        {
            var line = ((fault.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture);
            throw new FormatException($"line {line}: this is not JSON as it should be.", fault);
        }
    }
}
