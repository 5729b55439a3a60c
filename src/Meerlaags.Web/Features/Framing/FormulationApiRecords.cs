using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Framing;

/// <summary>A whole draft with the version it started from.</summary>
/// <param name="Version">The version the writer started from; 0 for a text that does not exist yet.</param>
/// <param name="Answers">An answer per question.</param>
/// <param name="Points">The points, in order.</param>
[Description("De hele tekst zoals u die wilt bewaren.")]
public sealed record DraftBody(
    [property: JsonPropertyName("versie"), Description("De versie waar u van uitging. 0 voor een tekst die er nog niet is."), Range(0, int.MaxValue)]
        int Version,
    [property: JsonPropertyName("antwoorden"), Description("Een antwoord per vraag.")] IReadOnlyList<AnswerFacts> Answers,
    [property: JsonPropertyName("punten"), Description("De punten, in volgorde: één gedachte per punt.")] IReadOnlyList<PointBody> Points
)
{
    /// <summary>The refusal beside the part of this body it is about.</summary>
    public Refusal BesideField(Refusal refusal) =>
        refusal.Field is { } key
        && Answers.Index().Where(answer => answer.Item.Question == key).Select(answer => (int?)answer.Index).LastOrDefault() is { } place
            ? refusal with
            {
                Field = $"antwoorden[{place}].tekst",
            }
            : refusal;
}

/// <summary>An answer to one question.</summary>
/// <param name="Question">Key of the question.</param>
/// <param name="Text">The answer.</param>
[Description("Een antwoord op één vraag.")]
public sealed record AnswerFacts(
    [property: JsonPropertyName("vraag"), Description("De naam van de vraag."), Required(ErrorMessage = FormTexts.Missing)] string Question,
    [property: JsonPropertyName("tekst"), Description("Het antwoord."), Graphemes(QuestionSetReader.DefaultLimit)] string Text
);

/// <summary>A point as it is sent.</summary>
/// <param name="Text">One thought.</param>
[Description("Een punt zoals u het bewaart.")]
public sealed record PointBody(
    [property: JsonPropertyName("tekst"), Description("Eén gedachte. Een leeg punt vervalt."), Graphemes(Formulation.PointLimit)] string Text
)
{
    /// <summary>Its id when it was kept before.</summary>
    [JsonPropertyName("id"), Description("De id van een punt dat er al was. Leeg voor een nieuw punt.")]
    public PointId? Id { get; init; }

    /// <summary>Who within a composite party raises it.</summary>
    [JsonPropertyName("stem"), Description("Binnen een samengestelde partij: de code van de organisatie die het punt inbrengt.")]
    public string? Voice { get; init; }
}

/// <summary>Which version is handed in.</summary>
/// <param name="Version">The version the sender knows.</param>
[Description("Welke bewaarde tekst u indient.")]
public sealed record HandInBody(
    [property: JsonPropertyName("versie"), Description("De versie die u kent; zo dient niemand iets in wat hij niet zag.")] int Version
);

/// <summary>The texts this viewer may read.</summary>
/// <param name="Texts">The texts.</param>
[Description("De teksten die u mag lezen.")]
public sealed record FormulationList(
    [property: JsonPropertyName("formuleringen"), Description("In de volgorde van de tafel.")] IReadOnlyList<FormulationFacts> Texts
);

/// <summary>How far a text is.</summary>
public enum FormulationState
{
    /// <summary>Being written; for its own party only.</summary>
    Draft,

    /// <summary>Handed in, not yet open.</summary>
    Submitted,

    /// <summary>Open to everyone at the table.</summary>
    Revealed,
}

/// <summary>The text of a party.</summary>
/// <param name="Party">Whose text.</param>
/// <param name="State">How far it is.</param>
[Description("De tekst van een partij in een ronde.")]
public sealed record FormulationFacts(
    [property: JsonPropertyName("partij"), Description("Van wie de tekst is.")] PartyId Party,
    [property: JsonPropertyName("stand"), Description("`draft`: concept. `submitted`: ingediend. `revealed`: open voor iedereen aan tafel.")]
        FormulationState State
)
{
    /// <summary>The version, for its own party only.</summary>
    [JsonPropertyName("versie"), Description("De versie, om mee te sturen bij bewaren en indienen. Alleen voor de eigen partij.")]
    public int? Version { get; init; }

    /// <summary>The answers.</summary>
    [JsonPropertyName("antwoorden"), Description("De antwoorden.")]
    public IReadOnlyList<AnswerFacts> Answers { get; init; } = [];

    /// <summary>The points.</summary>
    [JsonPropertyName("punten"), Description("De punten, in de volgorde van de partij.")]
    public IReadOnlyList<PointFacts> Points { get; init; } = [];

    /// <summary>When it was handed in.</summary>
    [JsonPropertyName("ingediendOp"), Description("Wanneer de tekst is ingediend, of leeg.")]
    public DateTimeOffset? HandedInAt { get; init; }

    /// <summary>Whether it came after the reveal.</summary>
    [JsonPropertyName("laat"), Description("Of de tekst na de onthulling kwam, en dus niet ongezien is geschreven.")]
    public bool Late { get; init; }

    /// <summary>The hash in the journal.</summary>
    [JsonPropertyName("hash"), Description("De hash in het logboek: SHA-256 van de verzegelde tekst, of leeg.")]
    public string? Hash { get; init; }

    /// <summary>A text that a party has not begun.</summary>
    public static FormulationFacts Empty(PartyId party) => new(party, FormulationState.Draft) { Version = 0 };
}

/// <summary>One thought of a party.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Party">Whose.</param>
/// <param name="Text">The thought.</param>
[Description("Een punt: één gedachte van een partij.")]
public sealed record PointFacts(
    [property: JsonPropertyName("id"), Description("De id.")] PointId Id,
    [property: JsonPropertyName("partij"), Description("Van wie het punt is.")] PartyId Party,
    [property: JsonPropertyName("tekst"), Description("De gedachte.")] string Text
)
{
    /// <summary>Who within a composite party raises it.</summary>
    [JsonPropertyName("stem"), Description("Binnen een samengestelde partij: de code van de organisatie die het punt inbrengt, of leeg.")]
    public string? Voice { get; init; }
}

/// <summary>Somebody of the same party was faster: the problem, with both texts so that nothing is lost.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">What kind of trouble.</param>
/// <param name="Detail">What to do about it.</param>
/// <param name="Code">The rule that said no.</param>
[Description("Een collega was sneller. Beide teksten staan erbij, zodat niets verloren gaat.")]
public sealed record FormulationConflict(
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("detail")] string Detail,
    [property: JsonPropertyName("code")] string Code
)
{
    /// <summary>What was sent.</summary>
    [JsonPropertyName("verstuurd"), Description("Wat u stuurde.")]
    public required DraftBody Sent { get; init; }

    /// <summary>What is kept.</summary>
    [JsonPropertyName("bewaard"), Description("Wat er bewaard is.")]
    public required FormulationFacts Kept { get; init; }

    /// <summary>The refusal with both texts.</summary>
    public static FormulationConflict Of(Texts texts, Refusal refusal, DraftBody sent, FormulationFacts kept) =>
        new(StatusCodes.Status409Conflict, texts["Platform.Api.Refused"], texts.For(refusal), refusal.Code) { Sent = sent, Kept = kept };
}
