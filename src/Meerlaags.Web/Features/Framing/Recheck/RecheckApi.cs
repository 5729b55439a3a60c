using System.ComponentModel;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing.Recheck;

/// <summary>Looking back for programs.</summary>
internal static class RecheckApi
{
    public static void Map(RouteGroupBuilder round) =>
        round
            .MapGet("/terugblik", ShowAsync)
            .WithTags("Rondes")
            .RequireScope(Scopes.Read)
            .Produces<LookBackFacts>()
            .WithName("kijkTerug")
            .WithSummary("Deze ronde naast een eerdere, in woorden")
            .WithDescription("Bestaat niet voor de eerste ronde. `afdrijving` blijft leeg zolang er niet over de teksten is gesproken. Er is geen cijfer.");

    private static async Task<IResult> ShowAsync(
        [AsParameters] RoundCall call,
        LookBackReader reader,
        [FromQuery(Name = "met"), Description("Het nummer van de eerdere ronde; zonder nummer de ronde ervoor.")] int? with = null
    )
    {
        var earlier = with ?? call.Number - 1;
        if (earlier < 1 || earlier >= call.Number || await call.FindAsync() is not { } view)
            return Results.NotFound();
        return Results.Ok(LookBackFacts.Of(await reader.OfAsync(view, earlier, call.Stop)));
    }
}

/// <summary>Two rounds beside each other.</summary>
[Description("Een ronde naast een eerdere.")]
public sealed record LookBackFacts
{
    /// <summary>The earlier round.</summary>
    [JsonPropertyName("toen"), Description("Het nummer van de eerdere ronde.")]
    public required int Then { get; init; }

    /// <summary>The shared text.</summary>
    [JsonPropertyName("gedeeldeTekst"), Description("De gedeelde tekst, woord voor woord. Leeg als er toen of nu geen was.")]
    public required IReadOnlyList<PieceFacts> Shared { get; init; }

    /// <summary>Per party.</summary>
    [JsonPropertyName("partijen"), Description("Per partij wat zij toen en nu schreef, in de volgorde van de tafel.")]
    public required IReadOnlyList<PartyLookBackFacts> Parties { get; init; }

    /// <summary>Per sub-question.</summary>
    [JsonPropertyName("afdrijving"), Description("Per deelvraag waarover de teksten niet meer of juist nieuw spreken.")]
    public required IReadOnlyList<DriftFacts> Drift { get; init; }

    /// <summary>Who came.</summary>
    [JsonPropertyName("erbij"), Description("Partijen die sindsdien aan tafel kwamen.")]
    public required IReadOnlyList<PartyId> Joined { get; init; }

    /// <summary>Who left.</summary>
    [JsonPropertyName("vertrokken"), Description("Partijen die sindsdien vertrokken.")]
    public required IReadOnlyList<PartyId> Left { get; init; }

    internal static LookBackFacts Of(LookedBack looked) =>
        new()
        {
            Then = looked.Then,
            Shared = PieceFacts.Of(looked.Shared),
            Parties =
            [
                .. looked.Parties.Select(party => new PartyLookBackFacts(
                    party.Party,
                    [
                        .. party.Answers.Select(answer => new AnswerLookBackFacts(
                            Texts.Of(answer.Ask),
                            answer.Text.Then,
                            answer.Text.Now,
                            PieceFacts.Of(answer.Text)
                        )),
                    ]
                )
                {
                    DegreeThen = party.DegreeThen,
                    DegreeNow = party.DegreeNow,
                }),
            ],
            Drift =
            [
                .. (looked.Drift ?? []).Select(drift => new DriftFacts(
                    drift.Aspect.Key,
                    [.. drift.NoLonger.Select(Texts.Of)],
                    [.. drift.Newly.Select(Texts.Of)]
                )),
            ],
            Joined = [.. looked.Joined.Select(party => party.Id)],
            Left = [.. looked.Left.Select(party => party.Id)],
        };
}

/// <summary>Words with what happened to them.</summary>
[Description("Woorden, met wat ermee gebeurde.")]
public sealed record PieceFacts(
    [property: JsonPropertyName("soort"), Description("`same`: staat er nog. `removed`: verdween. `added`: kwam erbij.")] WordChange Change,
    [property: JsonPropertyName("tekst"), Description("De woorden.")] string Text
)
{
    internal static IReadOnlyList<PieceFacts> Of(ThenAndNow? text) => [.. (text?.Pieces ?? []).Select(piece => new PieceFacts(piece.Change, piece.Text))];
}

/// <summary>What a party wrote then and now.</summary>
[Description("Wat een partij toen en nu schreef.")]
public sealed record PartyLookBackFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("antwoorden"), Description("Vraag voor vraag.")] IReadOnlyList<AnswerLookBackFacts> Answers
)
{
    /// <summary>How fully it took part then.</summary>
    [JsonPropertyName("stoelToen"), Description("Hoe de partij toen meedeed, of leeg.")]
    public required SeatDegree? DegreeThen { get; init; }

    /// <summary>How fully it takes part now.</summary>
    [JsonPropertyName("stoelNu"), Description("Hoe de partij nu meedoet, of leeg als zij vertrok.")]
    public required SeatDegree? DegreeNow { get; init; }
}

/// <summary>An answer then and now.</summary>
[Description("Het antwoord op één vraag, toen en nu.")]
public sealed record AnswerLookBackFacts(
    [property: JsonPropertyName("vraag"), Description("De vraag.")] string Ask,
    [property: JsonPropertyName("toen"), Description("Wat er toen stond, of leeg.")] string Then,
    [property: JsonPropertyName("nu"), Description("Wat er nu staat, of leeg.")] string Now,
    [property: JsonPropertyName("woorden"), Description("Woord voor woord; leeg als de teksten daarvoor te lang zijn.")] IReadOnlyList<PieceFacts> Pieces
);

/// <summary>What drifted on one sub-question.</summary>
[Description("Waarover de teksten op een deelvraag niet meer of juist nieuw spreken.")]
public sealed record DriftFacts(
    [property: JsonPropertyName("deelvraag"), Description("De naam van de deelvraag.")] string Aspect,
    [property: JsonPropertyName("nietMeer"), Description("Wat toen genoemd werd en nu niet.")] IReadOnlyList<string> NoLonger,
    [property: JsonPropertyName("nieuw"), Description("Wat nu genoemd wordt en toen niet.")] IReadOnlyList<string> Newly
);
