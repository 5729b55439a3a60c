using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Differences in words for programs.</summary>
internal static class DifferenceApi
{
    public static void Map(RouteGroupBuilder table, RouteGroupBuilder round)
    {
        round
            .MapGet("/verschillen", ShowAsync)
            .WithTags("Verschillen")
            .RequireScope(Scopes.Read)
            .Produces<DifferenceList>()
            .WithName("toonVerschillen")
            .WithSummary("Waarin de open teksten in woorden verschillen")
            .WithDescription(
                "Leeg zolang er nog niet over de teksten is gesproken, of als de samenwerking deze weergave uit heeft staan; `stand` zegt welk van beide."
            );
        round
            .MapPost("/gesproken", SpokenAsync)
            .WithTags("Verschillen")
            .RequireScope(Scopes.Facilitate)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("legGesprokenVast")
            .WithSummary("Leg vast dat er over de open teksten is gesproken")
            .WithDescription("Daarna tonen de berekende weergaven hun woorden.");
        table
            .MapPut("/weergaven/{weergave}", WantAsync)
            .WithTags("Verschillen")
            .RequireScope(Scopes.Facilitate)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("zetWeergave")
            .WithSummary("Zet een berekende weergave aan of uit voor de samenwerking");
    }

    private static async Task<IResult> ShowAsync([AsParameters] RoundCall call, DifferenceReader differences) =>
        await call.FindRevealedAsync() is { } view ? Results.Ok(DifferenceList.Of(view, await differences.ShownAsync(view, call.Stop))) : Results.NotFound();

    private static async Task<IResult> SpokenAsync([AsParameters] RoundCall call, ShowComputed show) =>
        await show.SpokenAsync(call.Address, call.Submit, call.Stop) is { } refusal ? call.Refused(refusal) : Results.NoContent();

    private static async Task<IResult> WantAsync(
        Guid id,
        [Description("Welke weergave: `same-points`, `differences` of `likeness`.")] string weergave,
        WantedBody body,
        ShowComputed show,
        HttpContext http
    )
    {
        if (Enum.GetValues<ComputedView>().Where(view => JsonNamingPolicy.KebabCaseLower.ConvertName(view.ToString()) == weergave).ToList() is not [var wanted])
            return Results.NotFound();
        return await show.WantAsync(new CollaborationId(id), wanted, body.Wanted, http.RequestAborted) is { } refusal
            ? http.Refused(refusal)
            : Results.NoContent();
    }
}

/// <summary>Whether a view is wanted.</summary>
/// <param name="Wanted">On or off.</param>
[Description("Of een berekende weergave aan staat.")]
public sealed record WantedBody([property: JsonPropertyName("gewenst"), Description("Aan of uit.")] bool Wanted);

/// <summary>Why a computed view shows or does not show.</summary>
public enum ComputedState
{
    /// <summary>It shows.</summary>
    Open,

    /// <summary>People have not spoken yet.</summary>
    SpeakFirst,

    /// <summary>The collaboration does not want to see it.</summary>
    Off,
}

/// <summary>Differences in words.</summary>
[Description("Waarin open teksten in woorden verschillen. Een voorstel om over te praten.")]
public sealed record DifferenceList
{
    /// <summary>Why it shows or does not show.</summary>
    [JsonPropertyName("stand"), Description("`open`: hieronder staan ze. `speak-first`: er is nog niet gesproken. `off`: de samenwerking wil ze niet zien.")]
    public required ComputedState State { get; init; }

    /// <summary>The sub-questions on which the texts differ.</summary>
    [JsonPropertyName("deelvragen"), Description("De deelvragen waarop de teksten verschillen.")]
    public required IReadOnlyList<AspectFacts> Aspects { get; init; }

    /// <summary>Sentences that stand opposed.</summary>
    [JsonPropertyName("tegenover"), Description("Zinnen van twee partijen die het tegenovergestelde zeggen.")]
    public required IReadOnlyList<OppositeFacts> Opposites { get; init; }

    internal static DifferenceList Of(RoundView view, FoundDifferences? found) =>
        new()
        {
            State =
                found is not null ? ComputedState.Open
                : view.Table.Wants(ComputedView.Differences) ? ComputedState.SpeakFirst
                : ComputedState.Off,
            Aspects = [.. (found?.Aspects ?? []).Select(AspectFacts.Of)],
            Opposites = [.. (found?.Opposites ?? []).Select(OppositeFacts.Of)],
        };
}

/// <summary>A sub-question on which texts differ.</summary>
[Description("Een deelvraag waarop teksten verschillen.")]
public sealed record AspectFacts(
    [property: JsonPropertyName("deelvraag"), Description("De naam van de deelvraag.")] string Key,
    [property: JsonPropertyName("tekst"), Description("De deelvraag in woorden.")] string Ask,
    [property: JsonPropertyName("genoemd"), Description("Wat er genoemd wordt, en door wie.")] IReadOnlyList<NamedFacts> Things,
    [property: JsonPropertyName("zwijgen"), Description("Partijen die er niets over schrijven.")] IReadOnlyList<PartyId> Silent
)
{
    internal static AspectFacts Of(AspectDifference difference) =>
        new(
            difference.Aspect.Key,
            Texts.Of(difference.Aspect.Ask),
            [
                .. difference.Things.Select(thing => new NamedFacts(
                    thing.Key,
                    Texts.Of(thing.Name),
                    [.. thing.By.Select(said => new SaidFacts(said.Party, said.Words))]
                )),
            ],
            difference.Silent
        );
}

/// <summary>One thing that texts speak of.</summary>
[Description("Iets waarover teksten spreken.")]
public sealed record NamedFacts(
    [property: JsonPropertyName("naam"), Description("De naam voor programma's.")] string Key,
    [property: JsonPropertyName("tekst"), Description("Hoe het heet.")] string Name,
    [property: JsonPropertyName("door"), Description("Wie het noemt, in welke woorden.")] IReadOnlyList<SaidFacts> By
);

/// <summary>The words of one party.</summary>
[Description("De woorden van een partij.")]
public sealed record SaidFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("woorden"), Description("De woorden zoals ze er staan.")] IReadOnlyList<string> Words
);

/// <summary>Two sentences that stand opposed.</summary>
[Description("Twee zinnen die tegenover elkaar staan.")]
public sealed record OppositeFacts(
    [property: JsonPropertyName("een"), Description("De ene zin.")] QuoteFacts One,
    [property: JsonPropertyName("ander"), Description("De andere zin.")] QuoteFacts Other,
    [property: JsonPropertyName("omdat"), Description("De woorden die tegenover elkaar staan.")] IReadOnlyList<string> Because
)
{
    internal static OppositeFacts Of(Opposite pair) =>
        new(new QuoteFacts(pair.One.Party, pair.One.Sentence), new QuoteFacts(pair.Other.Party, pair.Other.Sentence), pair.Because);
}

/// <summary>A sentence of a party.</summary>
[Description("Een zin van een partij.")]
public sealed record QuoteFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("zin"), Description("De zin zoals hij er staat.")] string Sentence
);
