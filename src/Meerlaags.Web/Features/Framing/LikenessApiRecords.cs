using System.ComponentModel;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Which parties use the same words.</summary>
[Description("Welke partijen dezelfde woorden gebruiken, in woorden.")]
public sealed record LikenessFacts
{
    /// <summary>Why it shows or does not show.</summary>
    [JsonPropertyName("stand"), Description("`open`: hieronder staan ze. `speak-first`: er is nog niet gesproken. `off`: de samenwerking wil ze niet zien.")]
    public required ComputedState State { get; init; }

    /// <summary>Every two parties.</summary>
    [JsonPropertyName("paren"), Description("Elke twee partijen met een open tekst.")]
    public required IReadOnlyList<PartyPairFacts> Pairs { get; init; }

    /// <summary>Per tier.</summary>
    [JsonPropertyName("lagen"), Description("Per bestuurslaag de woorden die geen andere laag gebruikt.")]
    public required IReadOnlyList<TierWordsFacts> Tiers { get; init; }

    internal static LikenessFacts Of(RoundView view, WordLikeness? found) =>
        new()
        {
            State = view.StateOf(ComputedView.Likeness),
            Pairs =
            [
                .. (found?.Pairs ?? []).Select(pair => new PartyPairFacts(
                    [pair.One, pair.Other],
                    pair.Tie,
                    [new SaidFacts(pair.One, pair.OnlyOne), new SaidFacts(pair.Other, pair.OnlyOther)],
                    pair.Against
                )),
            ],
            Tiers = [.. (found?.Tiers ?? []).Select(tier => new TierWordsFacts(tier.Tier, tier.Words))],
        };
}

/// <summary>Two parties in words.</summary>
[Description("Twee partijen, in woorden.")]
public sealed record PartyPairFacts(
    [property: JsonPropertyName("partijen"), Description("De twee partijen.")] IReadOnlyList<PartyId> Parties,
    [property: JsonPropertyName("binden"), Description("Woorden die beide gebruiken.")] IReadOnlyList<string> Tie,
    [property: JsonPropertyName("alleen"), Description("Per partij woorden die de ander niet gebruikt.")] IReadOnlyList<SaidFacts> Only,
    [property: JsonPropertyName("tegenover"), Description("Woorden waarin zij tegenover elkaar staan; leeg als dat niet gevonden is.")]
        IReadOnlyList<string> Against
);

/// <summary>The words of one tier.</summary>
[Description("Woorden die alleen deze bestuurslaag gebruikt.")]
public sealed record TierWordsFacts(
    [property: JsonPropertyName("laag"), Description("De bestuurslaag.")] GovernmentTier Tier,
    [property: JsonPropertyName("woorden"), Description("De woorden.")] IReadOnlyList<string> Words
);

/// <summary>What differs within a party.</summary>
[Description("Wat verschilt binnen een partij.")]
public sealed record WithinFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("genoemd"), Description("Per deelvraag wat genoemd wordt, en door welke organisatie.")] IReadOnlyList<VoiceThingFacts> Things,
    [property: JsonPropertyName("tegenover"), Description("Zinnen die het tegenovergestelde zeggen.")] IReadOnlyList<VoiceOppositeFacts> Opposites
)
{
    internal static WithinFacts Of(WithinParty within, IReadOnlyDictionary<OrganisationId, string> codes) =>
        new(
            within.Party,
            [
                .. within.Found.Aspects.SelectMany(difference =>
                    difference.Things.SelectMany(
                        thing => thing.By,
                        (thing, said) => new VoiceThingFacts(difference.Aspect.Key, Texts.Of(thing.Name), Code(said.Party, codes), said.Words)
                    )
                ),
            ],
            [
                .. within.Found.Opposites.Select(pair => new VoiceOppositeFacts(
                    [
                        new VoiceQuoteFacts(Code(pair.One.Party, codes), pair.One.Sentence),
                        new VoiceQuoteFacts(Code(pair.Other.Party, codes), pair.Other.Sentence),
                    ],
                    pair.Because
                )),
            ]
        );

    private static string? Code(PartyId voice, IReadOnlyDictionary<OrganisationId, string> codes) => codes.GetValueOrDefault(WithinParty.VoiceOf(voice));
}

/// <summary>What one organisation within a party says.</summary>
[Description("Wat een organisatie binnen een partij noemt.")]
public sealed record VoiceThingFacts(
    [property: JsonPropertyName("deelvraag"), Description("De naam van de deelvraag.")] string Aspect,
    [property: JsonPropertyName("tekst"), Description("Hoe het heet.")] string Name,
    [property: JsonPropertyName("stem"), Description("De code van de organisatie.")] string? Voice,
    [property: JsonPropertyName("woorden"), Description("De woorden zoals ze er staan.")] IReadOnlyList<string> Words
);

/// <summary>Two sentences within a party that stand opposed.</summary>
[Description("Twee zinnen binnen een partij die tegenover elkaar staan.")]
public sealed record VoiceOppositeFacts(
    [property: JsonPropertyName("zinnen"), Description("De twee zinnen.")] IReadOnlyList<VoiceQuoteFacts> Quotes,
    [property: JsonPropertyName("omdat"), Description("De woorden die tegenover elkaar staan.")] IReadOnlyList<string> Because
);

/// <summary>A sentence of an organisation.</summary>
[Description("Een zin van een organisatie binnen een partij.")]
public sealed record VoiceQuoteFacts(
    [property: JsonPropertyName("stem"), Description("De code van de organisatie.")] string? Voice,
    [property: JsonPropertyName("zin"), Description("De zin zoals hij er staat.")] string Sentence
);
