using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Statements;

/// <summary>A statement as a program brings it in.</summary>
/// <param name="Party">The party that brings it in.</param>
/// <param name="Text">The thought.</param>
/// <param name="Points">The points it comes from.</param>
[Description("Een stelling: één gedachte waarop men eens of oneens kan zeggen.")]
public sealed record StatementBody(
    [property: JsonPropertyName("namens"), Description("De partij die haar inbrengt.")] PartyId Party,
    [property: JsonPropertyName("tekst"), Description("De stelling, op één regel."), Required(ErrorMessage = FormTexts.Missing), Graphemes(Statement.TextLimit)]
        string Text,
    [property: JsonPropertyName("punten"), Description("De punten waar zij uit komt. Leeg als zij uit een gesprek komt.")] IReadOnlyList<PointId> Points
);

/// <summary>Why a statement is set aside.</summary>
/// <param name="Reason">Why.</param>
[Description("Waarom een stelling opzij gaat.")]
public sealed record AsideBody(
    [property:
        JsonPropertyName("reden"),
        Description("Waarom; iedereen aan tafel leest dit."),
        Required(ErrorMessage = FormTexts.Missing),
        Graphemes(Statement.ReasonLimit)
    ]
        string Reason
) : OnBehalfBody
{
    /// <summary>The statement it is joined with.</summary>
    [JsonPropertyName("samenMet"), Description("De stelling waarmee zij wordt samengevoegd. Leeg als zij alleen opzij gaat.")]
    public StatementId? Into { get; init; }
}

/// <summary>What a person finds.</summary>
/// <param name="Stance">Agree, disagree or pass.</param>
[Description("Wat u zelf van een stelling vindt.")]
public sealed record VoteBody([property: JsonPropertyName("mening"), Description("`agree`: eens. `disagree`: oneens. `pass`: passen.")] Stance Stance);

/// <summary>A position as a program gives it.</summary>
/// <param name="Stance">Agree, disagree or pass.</param>
[Description("Het standpunt van een partij over een stelling.")]
public sealed record PositionBody([property: JsonPropertyName("standpunt"), Description("`agree`: eens. `disagree`: oneens. `pass`: passen.")] Stance Stance)
{
    /// <summary>Whether it truly moves the party.</summary>
    [JsonPropertyName("raakt"), Description("Of deze stelling uw partij echt raakt; van hoogstens drie stellingen in een ronde. Leeg laat dit zoals het was.")]
    public bool? Moves { get; init; }

    /// <summary>Whether a composite party shows what its organisations find.</summary>
    [JsonPropertyName("toonVerdeling"), Description("Of een samengestelde partij aan tafel laat zien wat haar onderdelen vinden.")]
    public bool Show { get; init; }
}

/// <summary>All statements.</summary>
/// <param name="Statements">The statements, in their order.</param>
[Description("De stellingen van een ronde.")]
public sealed record StatementList(
    [property: JsonPropertyName("stellingen"), Description("De stellingen, in volgorde.")] IReadOnlyList<StatementFacts> Statements
)
{
    internal static StatementList Of(StatementsView view) => new([.. view.All.Select(line => StatementFacts.Of(view, line))]);
}

/// <summary>A statement as this viewer may see it.</summary>
[Description("Een stelling.")]
public sealed record StatementFacts
{
    /// <summary>Its id.</summary>
    [JsonPropertyName("id"), Description("De id van de stelling.")]
    public required StatementId Id { get; init; }

    /// <summary>Its number.</summary>
    [JsonPropertyName("nummer"), Description("De eerste, tweede, derde stelling van de ronde.")]
    public required int Number { get; init; }

    /// <summary>The thought.</summary>
    [JsonPropertyName("tekst"), Description("De stelling.")]
    public required string Text { get; init; }

    /// <summary>The party that brought it in.</summary>
    [JsonPropertyName("van"), Description("De partij die haar inbracht.")]
    public required PartyId Party { get; init; }

    /// <summary>The points it comes from.</summary>
    [JsonPropertyName("punten"), Description("De punten waar zij uit komt.")]
    public required IReadOnlyList<PointFacts> Points { get; init; }

    /// <summary>Who gave a position.</summary>
    [JsonPropertyName("standpuntGegeven"), Description("Welke partijen een standpunt gaven. Niet welk.")]
    public required IReadOnlyList<PartyId> GivenBy { get; init; }

    /// <summary>Since when positions are open.</summary>
    [JsonPropertyName("geopendOp"), Description("Sinds wanneer iedereen aan tafel de standpunten ziet, of leeg.")]
    public required DateTimeOffset? OpenedAt { get; init; }

    /// <summary>The positions this viewer may see.</summary>
    [JsonPropertyName("standpunten"), Description("De standpunten die u mag zien: die van uw eigen partij, en alle als ze open zijn.")]
    public required IReadOnlyList<PositionFacts> Positions { get; init; }

    /// <summary>What people of the own parties find.</summary>
    [JsonPropertyName("binnenPartij"), Description("Wat mensen binnen uw eigen partij vinden. Alleen uw partij ziet dit.")]
    public required IReadOnlyList<SpreadFacts> Within { get; init; }

    /// <summary>Why it was set aside.</summary>
    [JsonPropertyName("opzij"), Description("Waarom zij opzij ligt, of leeg.")]
    public required AsideFacts? Aside { get; init; }

    internal static StatementFacts Of(StatementsView view, StatementLine line) =>
        new()
        {
            Id = line.Statement.Id,
            Number = line.Statement.Number,
            Text = line.Statement.Text,
            Party = line.Statement.Party,
            Points = [.. line.Quotes.Select(quote => new PointFacts(quote.Point, quote.Party, quote.Text))],
            GivenBy = [.. line.Statement.Marks.Select(mark => mark.Party)],
            OpenedAt = line.Statement.OpenedAt,
            Positions = [.. line.Positions.Values.OrderBy(position => position.Party.Value).Select(PositionFacts.Of)],
            Within = [.. view.Round.Mine.Select(party => SpreadFacts.Of(party.Id, line.SpreadOf(party.Id)))],
            Aside = line.Statement.Aside is { } aside ? new AsideFacts(aside.At, aside.Reason, aside.Into) : null,
        };
}

/// <summary>A position on record.</summary>
[Description("Het standpunt van een partij.")]
public sealed record PositionFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("standpunt"), Description("`agree`: eens. `disagree`: oneens. `pass`: passen.")] Stance Stance,
    [property: JsonPropertyName("raakt"), Description("Of de stelling de partij echt raakt.")] bool Moves,
    [property: JsonPropertyName("op"), Description("Wanneer het is gegeven.")] DateTimeOffset At,
    [property: JsonPropertyName("eerder"), Description("Hoeveel andere standpunten de partij hiervoor gaf.")] int Earlier
)
{
    /// <summary>Whether it was taken over from most people of the party.</summary>
    [JsonPropertyName("overgenomen"), Description("Of het is overgenomen van wat de meesten binnen de partij vonden.")]
    public bool Adopted { get; init; }

    internal static PositionFacts Of(Position position)
    {
        var latest = position.Latest!;
        return new PositionFacts(position.Party, latest.Stance, latest.Moves, latest.At, position.Given.Count - 1) { Adopted = latest.Adopted };
    }
}

/// <summary>What people within a party find.</summary>
[Description("Wat mensen binnen een partij van een stelling vinden.")]
public sealed record SpreadFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("eens"), Description("Hoeveel mensen het eens zijn.")] int Agree,
    [property: JsonPropertyName("oneens"), Description("Hoeveel mensen het oneens zijn.")] int Disagree,
    [property: JsonPropertyName("passen"), Description("Hoeveel mensen passen. Wie niets zei, past niet.")] int Pass
)
{
    internal static SpreadFacts Of(PartyId party, InternalSpread spread) =>
        new(party, spread.Count(Stance.Agree), spread.Count(Stance.Disagree), spread.Count(Stance.Pass));
}

/// <summary>Why a statement was set aside.</summary>
[Description("Waarom een stelling opzij ligt.")]
public sealed record AsideFacts(
    [property: JsonPropertyName("op"), Description("Wanneer.")] DateTimeOffset At,
    [property: JsonPropertyName("reden"), Description("Waarom.")] string Reason,
    [property: JsonPropertyName("samenMet"), Description("De stelling waarmee zij is samengevoegd, of leeg.")] StatementId? Into
);
