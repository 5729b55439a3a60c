using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>A round as its pages show it. Holds nothing of a text before the reveal but who handed in.</summary>
/// <param name="Table">The collaboration.</param>
/// <param name="Round">The round.</param>
/// <param name="Questions">Its questions.</param>
/// <param name="Mine">The parties at the table this viewer speaks for.</param>
/// <param name="IsFacilitator">Whether this viewer facilitates.</param>
public sealed record RoundView(Collaboration Table, FramingRound Round, QuestionSet Questions, IReadOnlyList<Party> Mine, bool IsFacilitator)
{
    /// <summary>The parties whose text this viewer writes: those spoken for, or the one that let a guest in.</summary>
    public required IReadOnlyList<Party> Writes { get; init; }

    /// <summary>The parties at the table: by tier, then by name; never by time.</summary>
    public IReadOnlyList<Party> Seated { get; } = [.. Table.Seated.InTableOrder()];

    /// <summary>Whether a computed view shows now.</summary>
    public bool Shows(ComputedView view) => Round.Shows(view, Table);

    /// <summary>Why a computed view shows or does not show.</summary>
    public ComputedState StateOf(ComputedView view) =>
        Shows(view) ? ComputedState.Open
        : Table.Wants(view) ? ComputedState.SpeakFirst
        : ComputedState.Off;

    /// <summary>Whether a party has handed in, which is all anyone may know before the reveal.</summary>
    public bool HasHandedIn(PartyId party) => Round.HasHandedIn(party);

    /// <summary>How many of the parties at the table handed in.</summary>
    public int HandedInCount => Seated.Count(party => HasHandedIn(party.Id));

    /// <summary>How many handed in, as a sentence.</summary>
    public string HandedInSentence(Texts texts) => HandedInSentence(texts, HandedInCount, Seated.Count);

    /// <summary>How many of the parties handed in, as a sentence.</summary>
    public static string HandedInSentence(Texts texts, int handedIn, int seated) =>
        texts[
            handedIn switch
            {
                0 => "Framing.Show.HandedIn.None",
                1 => "Framing.Show.HandedIn.One",
                _ when handedIn == seated => "Framing.Show.HandedIn.All",
                _ => "Framing.Show.HandedIn.Some",
            },
            Words.NumberFirst(handedIn),
            Words.Number(seated)
        ];

    /// <summary>Whether this viewer may act for someone in this round.</summary>
    public bool MayAct => Round.IsOpen && !Table.IsArchived && (IsFacilitator || Mine.Count > 0);
}

/// <summary>The order of a table.</summary>
public static class TableOrder
{
    private static readonly StringComparer Dutch = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("nl-NL"), ignoreCase: true);

    /// <summary>By tier of government, then by name.</summary>
    public static IEnumerable<Party> InTableOrder(this IEnumerable<Party> parties) => parties.OrderBy(party => party.Tier).ThenBy(party => party.Name, Dutch);

    /// <summary>The same order.</summary>
    public static IEnumerable<SeatedParty> InTableOrder(this IEnumerable<SeatedParty> parties) =>
        parties.OrderBy(party => party.Tier).ThenBy(party => party.Name, Dutch);
}

/// <summary>What is open of a round after the reveal.</summary>
/// <param name="Texts">The open texts, in the order of the table.</param>
/// <param name="Marks">The marks that tie points.</param>
/// <param name="Groups">The points by how many raised them.</param>
/// <param name="Voices">Names of the organisations within composite parties from which points came.</param>
public sealed record OpenTexts(
    IReadOnlyList<Formulation> Texts,
    IReadOnlyList<SamePoint> Marks,
    PointGroups Groups,
    IReadOnlyDictionary<OrganisationId, string> Voices
)
{
    /// <summary>All that people found of two points, also what was taken back.</summary>
    public IReadOnlyList<SamePoint> Findings { get; init; } = [];

    /// <summary>The texts by id and version: another state when one of them changed or came later.</summary>
    public string State => string.Join(' ', Texts.Select(text => $"{text.Id.Value} {text.Version}"));
}

/// <summary>Reads rounds for pages and the API.</summary>
public sealed class RoundReader(Db db, Viewer viewer, RoundStates rounds, QuestionSets sets)
{
    /// <summary>The round, or null when it is not there for this viewer.</summary>
    public async Task<RoundView?> FindAsync(RoundAddress address, CancellationToken stop)
    {
        var table = await db.Collaborations.AsNoTracking().SingleOrDefaultAsync(table => table.Id == address.Collaboration, stop);
        var all = await db.Rounds.AsNoTracking().Where(round => round.Collaboration == address.Collaboration).ToListAsync(stop);
        rounds.Saw(address.Collaboration, all);
        if (table is null || all.SingleOrDefault(round => round.Number == address.Number) is not { } round)
            return null;
        return Of(table, round);
    }

    /// <summary>A round that was read already, as this viewer sees it.</summary>
    public RoundView Of(Collaboration table, FramingRound round)
    {
        var writes = table.Seated.Where(party => viewer.Parties.Contains(party.Id)).InTableOrder().ToList();
        var mine = writes.Where(party => viewer.SpeaksFor(party.Id)).ToList();
        return new RoundView(table, round, sets[round.Questions], mine, viewer.Facilitates(table.Id)) { Writes = writes };
    }

    /// <summary>The texts that are open to all, with their points and what people found of these.</summary>
    public async Task<OpenTexts> OpenTextsAsync(RoundView view, CancellationToken stop)
    {
        var open = await TextsAsync(view, stop);
        var round = view.Round.Id;
        var findings = await db.SamePoints.AsNoTracking().Where(mark => mark.Round == round).ToListAsync(stop);
        var marks = findings.Where(mark => mark.Ties).ToList();
        return open with { Marks = marks, Groups = PointGroups.From(open.Texts, marks, view.Round.PointNames), Findings = findings };
    }

    /// <summary>The texts that are open to all alone, no points together.</summary>
    public async Task<OpenTexts> TextsAsync(RoundView view, CancellationToken stop)
    {
        var round = view.Round.Id;
        var found = await db
            .Formulations.AsNoTracking()
            .Where(text => text.Round == round && text.RevealedAt != null)
            .Select(text => new
            {
                Text = text,
                Voices = (
                    from point in text.Points
                    join organisation in db.Set<Organisation>() on point.Voice equals (OrganisationId?)organisation.Id
                    select new { organisation.Id, organisation.OfficialName }
                ).ToList(),
            })
            .ToListAsync(stop);
        var texts = found.Select(open => open.Text).ToList();
        var order = view.Table.Parties.InTableOrder().Select((party, place) => (party.Id, place)).ToDictionary(entry => entry.Id, entry => entry.place);
        texts.Sort((one, other) => order[one.Party].CompareTo(order[other.Party]));
        var voices = found.SelectMany(open => open.Voices).DistinctBy(voice => voice.Id).ToDictionary(voice => voice.Id, voice => voice.OfficialName);
        return new OpenTexts(texts, [], PointGroups.From(texts, []), voices);
    }

    /// <summary>Names of the organisations that speak within a composite party.</summary>
    public async Task<IReadOnlyDictionary<OrganisationId, string>> VoicesAsync(Party party, CancellationToken stop)
    {
        var voices = party.Voices.Select(voice => voice.Organisation).ToList();
        if (voices.Count == 0)
            return new Dictionary<OrganisationId, string>();
        return await db
            .Organisations.AsNoTracking()
            .Where(organisation => voices.Contains(organisation.Id))
            .ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.OfficialName, stop);
    }
}
