using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Meerlaags.Web.Platform.Data;

namespace Meerlaags.Web.Platform.Api;

/// <summary>How the API reads and writes JSON: strictly in, plainly out.</summary>
public static class ApiJson
{
    /// <summary>The form, for who writes an answer without the framework.</summary>
    public static readonly JsonSerializerOptions Form = Made();

    /// <summary>Unknown members, doubles, numbers as text and missing values are refused; enums are kebab-case codes, ids are uuids.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.PropertyNameCaseInsensitive = false;
        options.MaxDepth = 32;
        // Answers are JSON and never read as a page (nosniff), so letters stay letters.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new IdJson());
        options.Converters.Add(new UtcJson());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
    }

    private static JsonSerializerOptions Made()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}

/// <summary>Moments: any offset comes in, as long as there is one; UTC with a capital Z goes out.</summary>
internal sealed class UtcJson : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        // Only with an offset does the framework's parser keep what was sent instead of guessing the zone of this machine.
        var hasOffset = text.EndsWith('Z') || (text.Length > 19 && text.LastIndexOfAny(['+', '-']) >= 19);
        return hasOffset && !text.EndsWith("-00:00", StringComparison.Ordinal) && reader.TryGetDateTimeOffset(out var moment)
            ? moment.ToUniversalTime()
            : throw new JsonException();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
}
