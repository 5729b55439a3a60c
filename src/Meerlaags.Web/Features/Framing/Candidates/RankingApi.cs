using System.ComponentModel;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>The order of the candidates for programs.</summary>
internal static class RankingApi
{
    public static void Map(RouteGroupBuilder round)
    {
        var orders = round.MapGroup("/volgorde").WithTags("Volgorde");
        orders
            .MapGet("", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<RankingFacts>()
            .WithName("toonVolgorde")
            .WithSummary("De volgorde per partij, en wat die samen voorstellen")
            .WithDescription(
                "Leeg zolang er nog niet over de teksten is gesproken, of als de samenwerking deze weergave uit heeft staan; `stand` zegt welk van beide."
            );
        orders
            .MapPut("/{partij:guid}", RankAsync)
            .RequireScope(Scopes.Write)
            .Produces<RankingFacts>()
            .WithName("geefVolgorde")
            .WithSummary("Zet de teksten in de volgorde van uw partij")
            .WithDescription("Gelijke plaatsen mogen, en u mag teksten weglaten. De laatste volgorde van een partij telt.");
    }

    private static Task<IResult> ShowAsync([AsParameters] RoundCall call, RankingReader rankings) => AnswerAsync(call, rankings);

    private static async Task<IResult> AnswerAsync(InRound call, RankingReader rankings) =>
        await call.FindRevealedAsync() is { } view ? Results.Ok(RankingFacts.Of(view, await rankings.OfAsync(view, call.Stop))) : Results.NotFound();

    private static async Task<IResult> RankAsync([AsParameters] FormulationCall call, RankingBody body, GiveRanking give, RankingReader rankings)
    {
        var places = body.Levels.Index().SelectMany(level => level.Item.Select(text => (Text: text, Place: level.Index + 1))).ToList();
        if (places.DistinctBy(place => place.Text).Count() < places.Count)
            return call.Refused(new Refusal("ranking.unknown-text"));
        return await give.ForAsync(call.Text, places.ToDictionary(place => place.Text, place => place.Place), call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : await AnswerAsync(call, rankings);
    }
}

/// <summary>The order of a party.</summary>
/// <param name="Levels">Numbers of texts, the best first; equals together.</param>
[Description("De volgorde van een partij.")]
public sealed record RankingBody(
    [property: JsonPropertyName("volgorde"), Description("Nummers van teksten, de beste eerst; gelijke bij elkaar: `[[2],[1,3]]`.")]
        IReadOnlyList<IReadOnlyList<int>> Levels
);

/// <summary>The orders and what they advise.</summary>
[Description("De volgorde per partij, en wat die samen voorstellen. Mensen beslissen.")]
public sealed record RankingFacts
{
    /// <summary>Why it shows or does not show.</summary>
    [JsonPropertyName("stand"), Description("`open`: hieronder staan ze. `speak-first`: er is nog niet gesproken. `off`: de samenwerking wil ze niet zien.")]
    public required ComputedState State { get; init; }

    /// <summary>The order of each party.</summary>
    [JsonPropertyName("perPartij"), Description("De volgorde van elke partij, in de volgorde van de tafel.")]
    public required IReadOnlyList<PartyOrderFacts> Orders { get; init; }

    /// <summary>What they advise.</summary>
    [
        JsonPropertyName("voorstel"),
        Description(
            "De teksten in volgorde, gelijke bij elkaar. Meer dan één in de eerste groep: geen duidelijke eerste. Leeg zolang te weinig partijen een volgorde gaven."
        )
    ]
    public required IReadOnlyList<IReadOnlyList<int>> Levels { get; init; }

    /// <summary>Why.</summary>
    [JsonPropertyName("omdat"), Description("De stappen waarop het voorstel rust.")]
    public required IReadOnlyList<DuelFacts> Because { get; init; }

    internal static RankingFacts Of(RoundView view, RankedCandidates ranking) =>
        new()
        {
            State = view.StateOf(ComputedView.Ranking),
            Orders =
            [
                .. ranking.Orders.Select(order => new PartyOrderFacts(
                    order.Party,
                    [.. order.Places.GroupBy(place => place.Place).Select(level => level.Select(place => ranking[place.Candidate].Number).ToList())]
                )),
            ],
            Levels = [.. (ranking.Advice?.Levels ?? []).Select(level => level.Select(id => ranking[id].Number).ToList())],
            Because =
            [
                .. (ranking.Advice?.Because.SelectMany(way => way.Steps) ?? [])
                    .Concat(ranking.Advice?.Between ?? [])
                    .Distinct()
                    .Select(duel => new DuelFacts(ranking[duel.One].Number, ranking[duel.Other].Number, duel.For, duel.Against)),
            ],
        };
}

/// <summary>The order of one party.</summary>
[Description("De volgorde van één partij.")]
public sealed record PartyOrderFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("volgorde"), Description("Nummers van teksten, de beste eerst; gelijke bij elkaar.")] IReadOnlyList<IReadOnlyList<int>> Levels
);

/// <summary>Two texts against each other.</summary>
[Description("Twee teksten tegen elkaar.")]
public sealed record DuelFacts(
    [property: JsonPropertyName("een"), Description("De ene tekst.")] int One,
    [property: JsonPropertyName("ander"), Description("De andere tekst.")] int Other,
    [property: JsonPropertyName("voor"), Description("Hoeveel partijen de ene voor de andere zetten.")] int For,
    [property: JsonPropertyName("tegen"), Description("Hoeveel partijen de andere voor de ene zetten.")] int Against
);
