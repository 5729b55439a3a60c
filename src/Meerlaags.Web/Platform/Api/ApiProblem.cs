using System.ComponentModel;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Platform.Api;

/// <summary>What went wrong, as RFC 9457 writes it down.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What kind of trouble, for people.</param>
/// <param name="Detail">What to do about it, for people.</param>
/// <param name="Code">The rule that said no, for programs.</param>
[Description("Wat er misging, volgens RFC 9457.")]
public sealed record ApiProblem(
    [property: JsonPropertyName("status"), Description("De HTTP-status.")] int Status,
    [property: JsonPropertyName("title"), Description("Wat voor fout het is, voor mensen.")] string Title,
    [property: JsonPropertyName("detail"), Description("Wat u eraan doet, voor mensen.")] string Detail,
    [property: JsonPropertyName("code"), Description("Welke regel nee zei, voor programma's.")] string Code
)
{
    /// <summary>The media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>Everything that is wrong with the request, in one go.</summary>
    [JsonPropertyName("fouten"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Alles wat niet klopt aan het verzoek, in één keer.")]
    public IReadOnlyList<ApiFault>? Faults { get; init; }

    /// <summary>Where the administrator finds our own fault in the technical log.</summary>
    [JsonPropertyName("kenmerk"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Kenmerk van onze eigen fout in het technische logboek.")]
    public string? Reference { get; init; }

    /// <summary>The general problem that goes with a status.</summary>
    public static ApiProblem Of(Texts texts, int status)
    {
        var (known, code) = status switch
        {
            400 => (400, "request.invalid"),
            401 => (401, "access.sign-in"),
            403 => (403, "access.scope"),
            404 => (404, "request.not-there"),
            405 => (405, "request.method"),
            406 => (406, "request.not-acceptable"),
            413 => (413, "request.too-large"),
            415 => (415, "request.media-type"),
            < 500 => (400, "request.invalid"),
            _ => (500, "server.fault"),
        };
        return new ApiProblem(status, texts[$"Platform.Api.{known}"], texts[$"Platform.Api.{known}.Detail"], code);
    }

    /// <summary>Answers with this problem.</summary>
    public Task WriteAsync(HttpContext context)
    {
        context.Response.StatusCode = Status;
        return context.Response.WriteAsJsonAsync(this, ApiJson.Form, MediaType, context.RequestAborted);
    }
}

/// <summary>One thing that is wrong with a request.</summary>
/// <param name="Field">Where, by its name in the request: <c>punten[2].tekst</c>; empty for the whole.</param>
/// <param name="Code">Which rule said no.</param>
/// <param name="Explanation">What it means, in the language asked for.</param>
[Description("Eén ding dat niet klopt aan een verzoek.")]
public sealed record ApiFault(
    [property: JsonPropertyName("veld"), Description("Waar, met de naam uit het verzoek, zoals punten[2].tekst. Leeg als het om het geheel gaat.")]
        string Field,
    [property: JsonPropertyName("code"), Description("Welke regel nee zei.")] string Code,
    [property: JsonPropertyName("uitleg"), Description("Wat dat betekent.")] string Explanation
)
{
    /// <summary>The fault that goes with a refusal.</summary>
    public static ApiFault Of(Texts texts, string field, Refusal refusal) => new(field, refusal.Code, texts.For(refusal));
}
