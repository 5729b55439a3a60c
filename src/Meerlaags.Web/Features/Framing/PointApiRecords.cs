using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>A call about one mark.</summary>
public sealed record MarkCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "merk"), Description("Het merk dat twee punten hetzelfde zijn.")] Guid Mark,
    [property: FromQuery(Name = "namens"), Description("Namens welke partij. Leeg voor de procesbegeleider.")] Guid? For
) : InRound, IOnBehalf
{
    /// <inheritdoc/>
    public PartyId? OnBehalfOf => For is { } party ? new PartyId(party) : null;
}

/// <summary>A call about one point.</summary>
public sealed record PointCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "punt"), Description("Een punt van de groep.")] Guid Point
) : InRound;

/// <summary>A name for points that are the same.</summary>
/// <param name="Name">The name.</param>
[Description("Een naam voor punten die hetzelfde zijn.")]
public sealed record PointNameBody(
    [property: JsonPropertyName("naam"), Description("De naam."), Required(ErrorMessage = FormTexts.Missing), Graphemes(PointName.Limit)] string Name
) : OnBehalfBody;

/// <summary>Points that someone finds the same.</summary>
/// <param name="Points">Two or more points.</param>
[Description("Punten die hetzelfde zijn.")]
public sealed record SamePointBody([property: JsonPropertyName("punten"), Description("Twee of meer punten.")] IReadOnlyList<PointId> Points) : OnBehalfBody;

/// <summary>The points by how many raised them.</summary>
[Description("De punten, naar hoeveel partijen ze noemden.")]
public sealed record PointGroupList
{
    /// <summary>Raised by one party.</summary>
    [JsonPropertyName("een"), Description("Wat maar één partij noemde. Tafels zien juist dit over het hoofd.")]
    public required IReadOnlyList<PointGroupFacts> ByOne { get; init; }

    /// <summary>Raised by several.</summary>
    [JsonPropertyName("meer"), Description("Wat meer partijen noemden, maar niet alle.")]
    public required IReadOnlyList<PointGroupFacts> BySeveral { get; init; }

    /// <summary>Raised by all.</summary>
    [JsonPropertyName("alle"), Description("Wat alle partijen met een open tekst noemden.")]
    public required IReadOnlyList<PointGroupFacts> ByAll { get; init; }

    /// <summary>The marks that stand.</summary>
    [JsonPropertyName("gelijk"), Description("De merken die staan: twee punten die mensen hetzelfde vinden.")]
    public required IReadOnlyList<SamePointFacts> Marks { get; init; }

    /// <summary>The groups of open texts.</summary>
    public static PointGroupList Of(OpenTexts open, IReadOnlyDictionary<OrganisationId, string> codes)
    {
        return new PointGroupList
        {
            ByOne = Facts(open.Groups.ByOne),
            BySeveral = Facts(open.Groups.BySeveral),
            ByAll = Facts(open.Groups.ByAll),
            Marks = [.. open.Marks.OrderBy(mark => mark.Id.Value).Select(mark => new SamePointFacts(mark.Id, [mark.First, mark.Second], mark.At))],
        };

        List<PointGroupFacts> Facts(IEnumerable<PointGroup> groups) =>
            [
                .. groups.Select(group => new PointGroupFacts(group.Parties, [.. group.Points.Select(Point)])
                {
                    Names = [.. group.Names.Select(PointNameFacts.Of)],
                }),
            ];

        PointFacts Point(RaisedPoint raised) =>
            new(raised.Point.Id, raised.Party, raised.Point.Text) { Voice = raised.Point.Voice is { } voice ? codes.GetValueOrDefault(voice) : null };
    }
}

/// <summary>One thought with everyone who raised it.</summary>
/// <param name="Parties">The parties.</param>
/// <param name="Points">The points.</param>
[Description("Eén gedachte, met wie haar noemden.")]
public sealed record PointGroupFacts(
    [property: JsonPropertyName("partijen"), Description("De partijen die het noemden.")] IReadOnlyList<PartyId> Parties,
    [property: JsonPropertyName("punten"), Description("De punten, ieder in eigen woorden.")] IReadOnlyList<PointFacts> Points
)
{
    /// <summary>The names people gave it.</summary>
    [JsonPropertyName("namen"), Description("De namen die mensen gaven, op volgorde van tijd. De laatste geldt.")]
    public required IReadOnlyList<PointNameFacts> Names { get; init; }
}

/// <summary>A name for points that are the same, with who gave it.</summary>
/// <param name="Name">The name.</param>
/// <param name="Party">The party, or null for the facilitator.</param>
/// <param name="At">When.</param>
[Description("Een naam voor punten die hetzelfde zijn.")]
public sealed record PointNameFacts(
    [property: JsonPropertyName("naam"), Description("De naam.")] string Name,
    [property: JsonPropertyName("partij"), Description("Wie hem gaf. Leeg voor de procesbegeleider.")] PartyId? Party,
    [property: JsonPropertyName("op"), Description("Wanneer.")] DateTimeOffset At
)
{
    internal static PointNameFacts Of(PointName given) => new(given.Name, given.Party, given.At);
}

/// <summary>A mark that two points are the same.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Points">The two points.</param>
/// <param name="At">When.</param>
[Description("Een merk dat twee punten hetzelfde zijn.")]
public sealed record SamePointFacts(
    [property: JsonPropertyName("id"), Description("De id van het merk.")] SamePointId Id,
    [property: JsonPropertyName("punten"), Description("De twee punten.")] IReadOnlyList<PointId> Points,
    [property: JsonPropertyName("op"), Description("Wanneer het is aangemerkt.")] DateTimeOffset At
);

/// <summary>Points that may say the same.</summary>
[Description("Punten die misschien hetzelfde of het tegenovergestelde zeggen. Een voorstel: mensen beslissen.")]
public sealed record ProposedPairs
{
    /// <summary>Why it shows or does not show.</summary>
    [JsonPropertyName("stand"), Description("`open`: hieronder staan ze. `speak-first`: er is nog niet gesproken. `off`: de samenwerking wil ze niet zien.")]
    public required ComputedState State { get; init; }

    /// <summary>Pairs that may say the same.</summary>
    [JsonPropertyName("gelijk"), Description("Paren die misschien hetzelfde zeggen, met de woorden die ze verbinden.")]
    public required IReadOnlyList<PairFacts> Same { get; init; }

    /// <summary>Pairs that may say the opposite.</summary>
    [JsonPropertyName("tegenover"), Description("Paren die misschien het tegenovergestelde zeggen, met de woorden die tegenover elkaar staan.")]
    public required IReadOnlyList<PairFacts> Opposed { get; init; }

    /// <summary>Pairs that somebody found different.</summary>
    [JsonPropertyName("ongelijk"), Description("Paren waarvan iemand zei dat ze niet hetzelfde zijn.")]
    public required IReadOnlyList<ApartFacts> Apart { get; init; }

    internal static ProposedPairs Of(RoundView view, OpenTexts open, AlikePairs? found) =>
        new()
        {
            State = view.StateOf(ComputedView.SamePoints),
            Same = [.. (found?.Same ?? []).Take(AlikePoints.Most).Select(PairFacts.Of)],
            Opposed = [.. (found?.Opposed ?? []).Take(AlikePoints.Most).Select(PairFacts.Of)],
            Apart =
            [
                .. open
                    .Findings.Where(finding => finding is { Finding: PointFinding.Different, UndoneAt: null })
                    .OrderBy(finding => finding.At)
                    .Select(finding => new ApartFacts([finding.First, finding.Second], finding.Party, finding.At)),
            ],
        };
}

/// <summary>Two points with words.</summary>
[Description("Twee punten, met woorden.")]
public sealed record PairFacts(
    [property: JsonPropertyName("punten"), Description("De twee punten.")] IReadOnlyList<PointId> Points,
    [property: JsonPropertyName("woorden"), Description("De woorden die ze verbinden, of die tegenover elkaar staan.")] IReadOnlyList<string> Words
)
{
    internal static PairFacts Of(PointPair pair) => new([pair.One, pair.Other], pair.Words);
}

/// <summary>Two points that somebody found different.</summary>
[Description("Twee punten die volgens iemand niet hetzelfde zijn.")]
public sealed record ApartFacts(
    [property: JsonPropertyName("punten"), Description("De twee punten.")] IReadOnlyList<PointId> Points,
    [property: JsonPropertyName("partij"), Description("Volgens wie. Leeg voor de procesbegeleider.")] PartyId? Party,
    [property: JsonPropertyName("op"), Description("Wanneer.")] DateTimeOffset At
);
