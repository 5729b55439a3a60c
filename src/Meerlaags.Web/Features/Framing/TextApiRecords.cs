using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>A call about a sentence or something at it.</summary>
public abstract record InSentence : InRound
{
    /// <summary>The sentence.</summary>
    public abstract Guid SentenceId { get; init; }

    /// <summary>The sentence as the domain knows it.</summary>
    public SentenceId Sentence => new(SentenceId);
}

/// <summary>A call about one sentence.</summary>
public sealed record SentenceCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "zin"), Description("De zin.")] Guid SentenceId
) : InSentence;

/// <summary>A call that takes out a sentence.</summary>
public sealed record RemoveCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "zin"), Description("De zin.")] Guid SentenceId,
    [property: FromQuery(Name = "namens"), Description("Namens welke partij. Leeg voor de procesbegeleider.")] Guid? For
) : InSentence, IOnBehalf
{
    /// <inheritdoc/>
    public PartyId? OnBehalfOf => For is { } party ? new PartyId(party) : null;
}

/// <summary>A call about a party and a sentence.</summary>
public sealed record RecognitionCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "zin"), Description("De zin.")] Guid SentenceId,
    [property: FromRoute(Name = "partij"), Description("De partij.")] Guid PartyId
) : InSentence
{
    /// <summary>The party as the domain knows it.</summary>
    public PartyId Party => new(PartyId);
}

/// <summary>A new sentence.</summary>
/// <param name="Text">The words.</param>
/// <param name="Points">The points it stands on.</param>
[Description("Een nieuwe zin.")]
public sealed record NewSentenceBody(
    [property: JsonPropertyName("tekst"), Description("Eén zin."), Required(ErrorMessage = FormTexts.Missing), Graphemes(CandidateText.SentenceLimit)]
        string Text,
    [property: JsonPropertyName("punten"), Description("De punten waar de zin op rust; mag leeg.")] IReadOnlyList<PointId> Points
) : OnBehalfBody;

/// <summary>A sentence in other words.</summary>
/// <param name="Text">The words.</param>
/// <param name="Points">The points it stands on.</param>
/// <param name="Seen">The revision the writer started from.</param>
[Description("Een zin in andere woorden.")]
public sealed record SentenceBody(
    [property: JsonPropertyName("tekst"), Description("Eén zin."), Required(ErrorMessage = FormTexts.Missing), Graphemes(CandidateText.SentenceLimit)]
        string Text,
    [property: JsonPropertyName("punten"), Description("De punten waar de zin op rust; mag leeg.")] IReadOnlyList<PointId> Points,
    [property: JsonPropertyName("gezien"), Description("De herziening waar u van uitging.")] int Seen
) : OnBehalfBody;

/// <summary>Where a sentence goes.</summary>
/// <param name="Up">One place up, else one place down.</param>
[Description("Waar een zin heen gaat.")]
public sealed record PlaceBody([property: JsonPropertyName("omhoog"), Description("Eén plaats omhoog, of anders omlaag.")] bool Up) : OnBehalfBody;

/// <summary>Whether a party recognises itself.</summary>
/// <param name="Seen">The revision it had before it.</param>
/// <param name="Recognised">Whether it does.</param>
[Description("Of een partij zich in een zin herkent.")]
public sealed record RecognitionBody(
    [property: JsonPropertyName("gezien"), Description("De herziening die u voor u had.")] int Seen,
    [property: JsonPropertyName("herkend"), Description("Of uw partij zich erin herkent.")] bool Recognised
);

/// <summary>Who is missing and why.</summary>
/// <param name="Name">Who.</param>
/// <param name="Why">Why.</param>
[Description("Wie er aan tafel ontbreekt.")]
public sealed record MissingPartyBody(
    [property: JsonPropertyName("naam"), Description("Wie er ontbreekt."), Required(ErrorMessage = FormTexts.Missing), Graphemes(Party.NameLimit)] string Name,
    [property: JsonPropertyName("waarom"), Description("Waarom die partij nodig is."), Required(ErrorMessage = FormTexts.Missing), Graphemes(1000)] string Why
) : OnBehalfBody;

/// <summary>The candidate text.</summary>
/// <param name="Sentences">The sentences, in order.</param>
/// <param name="LeftOut">Per party its points that no sentence stands on.</param>
/// <param name="Closed">Code of why the text cannot be changed now.</param>
[Description("De tekst die groeit naar het gedeelde vraagstuk.")]
public sealed record CandidateFacts(
    [property: JsonPropertyName("zinnen"), Description("De zinnen, in volgorde.")] IReadOnlyList<SentenceFacts> Sentences,
    [property: JsonPropertyName("weggelaten"), Description("Per partij de punten waar geen zin op rust.")] IReadOnlyList<LeftOutFacts> LeftOut,
    [property: JsonPropertyName("dicht"), Description("De code van waarom de tekst nu niet kan veranderen, zoals `text.out-for-consent`. Leeg als het kan.")]
        string? Closed
)
{
    /// <summary>Its number.</summary>
    [JsonPropertyName("nummer"), Description("De eerste, tweede, derde tekst van de ronde.")]
    public int Number { get; init; } = 1;

    /// <summary>Its name.</summary>
    [JsonPropertyName("naam"), Description("Hoe de tekst heet, of leeg.")]
    public string Name { get; init; } = "";

    /// <summary>Who started it.</summary>
    [JsonPropertyName("begonnenDoor"), Description("De partij die de tekst begon. Leeg voor de procesbegeleider en voor de eerste tekst.")]
    public PartyId? StartedBy { get; init; }
}

/// <summary>One sentence.</summary>
[Description("Eén zin van de tekst.")]
public sealed record SentenceFacts
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("id"), Description("De id.")]
    public required SentenceId Id { get; init; }

    /// <summary>Its place.</summary>
    [JsonPropertyName("plaats"), Description("De plaats in de tekst, vanaf 1.")]
    public required int Position { get; init; }

    /// <summary>The words.</summary>
    [JsonPropertyName("tekst"), Description("De zin.")]
    public required string Text { get; init; }

    /// <summary>Which wording.</summary>
    [JsonPropertyName("herziening"), Description("De hoeveelste bewoording dit is. Stuur hem mee als `gezien`.")]
    public required int Revision { get; init; }

    /// <summary>The points.</summary>
    [JsonPropertyName("punten"), Description("De punten waar de zin op rust.")]
    public required IReadOnlyList<PointId> Points { get; init; }

    /// <summary>Who recognises themselves.</summary>
    [JsonPropertyName("herkend"), Description("De partijen die zich in deze bewoording herkennen, in de volgorde van de tafel.")]
    public required IReadOnlyList<PartyId> RecognisedBy { get; init; }
}

/// <summary>What of a party is left out.</summary>
/// <param name="Party">The party.</param>
/// <param name="Points">Its points.</param>
[Description("Wat van een partij nog niet in de tekst staat.")]
public sealed record LeftOutFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("punten"), Description("Haar punten waar geen zin op rust.")] IReadOnlyList<PointId> Points
);

/// <summary>Who is missing.</summary>
/// <param name="Parties">All of them.</param>
[Description("Wie er aan tafel ontbreekt.")]
public sealed record MissingPartyList(
    [property: JsonPropertyName("ontbrekendePartijen"), Description("In de volgorde waarin ze genoemd zijn.")] IReadOnlyList<MissingPartyFacts> Parties
);

/// <summary>Someone missing at the table.</summary>
[Description("Een partij die aan tafel ontbreekt.")]
public sealed record MissingPartyFacts
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("id"), Description("De id.")]
    public required MissingPartyId Id { get; init; }

    /// <summary>Who.</summary>
    [JsonPropertyName("naam"), Description("Wie er ontbreekt.")]
    public required string Name { get; init; }

    /// <summary>Why.</summary>
    [JsonPropertyName("waarom"), Description("Waarom die partij nodig is.")]
    public required string Why { get; init; }

    /// <summary>According to whom.</summary>
    [JsonPropertyName("genoemdDoor"), Description("De partij die dit zegt. Leeg als het de procesbegeleider was.")]
    public required PartyId? NamedBy { get; init; }

    /// <summary>When.</summary>
    [JsonPropertyName("op"), Description("Wanneer.")]
    public required DateTimeOffset At { get; init; }
}
