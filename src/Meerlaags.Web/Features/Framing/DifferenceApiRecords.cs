using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Whether a view is wanted.</summary>
/// <param name="Wanted">On or off.</param>
[Description("Of een berekende weergave aan staat.")]
public sealed record WantedBody([property: JsonPropertyName("gewenst"), Description("Aan of uit.")] bool Wanted);

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

    /// <summary>What people say of differences.</summary>
    [JsonPropertyName("vanMensen"), Description("Wat mensen zelf over verschillen zeggen.")]
    public required IReadOnlyList<NotedFacts> Noted { get; init; }

    /// <summary>What differs within composite parties.</summary>
    [JsonPropertyName("binnenPartijen"), Description("Wat verschilt binnen een partij van meer organisaties, zoals ministeries binnen het Rijk.")]
    public IReadOnlyList<WithinFacts> Within { get; init; } = [];

    internal static DifferenceList Of(RoundView view, FoundDifferences? found, IReadOnlyList<NotedDifference> noted) =>
        new()
        {
            State = view.StateOf(ComputedView.Differences),
            Aspects = [.. (found?.Aspects ?? []).Select(AspectFacts.Of)],
            Opposites = [.. (found?.Opposites ?? []).Select(OppositeFacts.Of)],
            Noted = [.. noted.Select(NotedFacts.Of)],
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
                    [.. thing.By.Select(said => new SaidFacts(said.Party, said.Words))],
                    difference.KeyOf(thing)
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
    [property: JsonPropertyName("door"), Description("Wie het noemt, in welke woorden.")] IReadOnlyList<SaidFacts> By,
    [property: JsonPropertyName("vondst"), Description("Hiermee zegt u of het klopt.")] string Finding
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
    [property: JsonPropertyName("omdat"), Description("De woorden die tegenover elkaar staan.")] IReadOnlyList<string> Because,
    [property: JsonPropertyName("vondst"), Description("Hiermee zegt u of het klopt.")] string Finding
)
{
    internal static OppositeFacts Of(Opposite pair) =>
        new(new QuoteFacts(pair.One.Party, pair.One.Sentence), new QuoteFacts(pair.Other.Party, pair.Other.Sentence), pair.Because, pair.Key);
}

/// <summary>A sentence of a party.</summary>
[Description("Een zin van een partij.")]
public sealed record QuoteFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("zin"), Description("De zin zoals hij er staat.")] string Sentence
);

/// <summary>A call about what somebody said of a difference.</summary>
public sealed record NotedCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "verschil"), Description("Wat iemand over een verschil zei.")] Guid Note,
    [property: FromQuery(Name = "namens"), Description("Namens welke partij. Leeg voor de procesbegeleider.")] Guid? For
) : InRound, IOnBehalf
{
    /// <inheritdoc/>
    public PartyId? OnBehalfOf => For is { } party ? new PartyId(party) : null;
}

/// <summary>A difference in people's own words.</summary>
[Description("Een verschil in uw eigen woorden.")]
public sealed record NewDifferenceBody(
    [property: JsonPropertyName("deelvraag"), Description("De naam van de deelvraag."), Required(ErrorMessage = FormTexts.Missing)] string Aspect,
    [property: JsonPropertyName("tekst"), Description("Wat er verschilt."), Required(ErrorMessage = FormTexts.Missing), Graphemes(NotedDifference.WordsLimit)]
        string Words,
    [property: JsonPropertyName("woorden"), Description("De woorden van de partijen.")] IReadOnlyList<SideFacts> Sides
) : OnBehalfBody;

/// <summary>The words of one party about a difference.</summary>
[Description("De woorden van een partij.")]
public sealed record SideFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("woorden"), Description("De woorden."), Graphemes(NotedDifference.SideLimit)] string Words
);

/// <summary>Whether what was found is right.</summary>
[Description("Of een gevonden verschil klopt.")]
public sealed record VerdictBody(
    [property: JsonPropertyName("vondst"), Description("Het gevonden verschil."), Required(ErrorMessage = FormTexts.Missing)] string Finding,
    [property: JsonPropertyName("klopt"), Description("Of het klopt.")] bool Right,
    [property: JsonPropertyName("reden"), Description("Waarom; nodig als het niet klopt."), Graphemes(NotedDifference.WordsLimit)] string? Why = null
) : OnBehalfBody;

/// <summary>What somebody says of a difference.</summary>
[Description("Wat iemand over een verschil zegt.")]
public sealed record NotedFacts
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("id"), Description("De id.")]
    public required NotedDifferenceId Id { get; init; }

    /// <summary>The sub-question.</summary>
    [JsonPropertyName("deelvraag"), Description("De naam van de deelvraag; `opposed` voor zinnen die tegenover elkaar staan.")]
    public required string Aspect { get; init; }

    /// <summary>What is said of it.</summary>
    [JsonPropertyName("oordeel"), Description("`added`: zelf genoemd. `confirmed`: dit klopt. `corrected`: dit klopt niet.")]
    public required DifferenceVerdict Verdict { get; init; }

    /// <summary>What it is about.</summary>
    [JsonPropertyName("vondst"), Description("Het gevonden verschil; leeg bij een eigen verschil.")]
    public required string? Finding { get; init; }

    /// <summary>The words.</summary>
    [JsonPropertyName("tekst"), Description("Wat er verschilt, of waarom het klopt of niet.")]
    public required string Words { get; init; }

    /// <summary>The words of the parties.</summary>
    [JsonPropertyName("woorden"), Description("De woorden van de partijen, bij een eigen verschil.")]
    public required IReadOnlyList<SideFacts> Sides { get; init; }

    /// <summary>The party, or null for the facilitator.</summary>
    [JsonPropertyName("partij"), Description("Wie het zegt. Leeg voor de procesbegeleider.")]
    public required PartyId? Party { get; init; }

    /// <summary>When.</summary>
    [JsonPropertyName("op"), Description("Wanneer.")]
    public required DateTimeOffset At { get; init; }

    internal static NotedFacts Of(NotedDifference noted) =>
        new()
        {
            Id = noted.Id,
            Aspect = noted.Aspect,
            Verdict = noted.Verdict,
            Finding = noted.Finding,
            Words = noted.Words,
            Sides = [.. noted.Sides.Select(side => new SideFacts(side.Party, side.Words))],
            Party = noted.Party,
            At = noted.At,
        };
}
