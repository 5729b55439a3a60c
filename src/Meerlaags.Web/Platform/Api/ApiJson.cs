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
