using System.Globalization;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Register;

/// <summary>What kind of thing a newer register says otherwise; the order is that in which they are shown.</summary>
public enum RegisterChangeKind
{
    /// <summary>An organisation that was not on record.</summary>
    OrganisationAdded,

    /// <summary>One field of an organisation.</summary>
    OrganisationChanged,

    /// <summary>A region that was not on record.</summary>
    RegionAdded,

    /// <summary>One field of a region.</summary>
    RegionChanged,

    /// <summary>An organisation belongs to a region from a day on.</summary>
    MemberJoined,

    /// <summary>An organisation no longer belongs to a region from a day on.</summary>
    MemberLeft,
}

/// <summary>One thing that a newer register says otherwise.</summary>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Code">Code of the organisation or the region.</param>
public sealed record RegisterChange(RegisterChangeKind Kind, string Code)
{
    /// <summary>Code of the organisation that joins or leaves, or empty.</summary>
    public string Other { get; init; } = "";

    /// <summary>Name of the field, such as <c>Name</c>, or empty.</summary>
    public string Field { get; init; } = "";

    /// <summary>What is on record, or empty.</summary>
    public string Was { get; init; } = "";

    /// <summary>What the newer register says, or empty.</summary>
    public string Becomes { get; init; } = "";
}

/// <summary>What is on record, all of it: what a newer register is laid beside.</summary>
/// <param name="Organisations">All organisations.</param>
/// <param name="Regions">All regions.</param>
/// <param name="Successions">All successions.</param>
public sealed record RegisterState(
    IReadOnlyCollection<Organisation> Organisations,
    IReadOnlyCollection<Region> Regions,
    IReadOnlyCollection<Succession> Successions
);

/// <summary>
/// A newer register beside the one on record: what it says otherwise, and how to take that over. What it does not mention stays as it is, and an end that is on record is
/// never taken back by silence. Nothing is deleted.
/// </summary>
public sealed class RegisterUpdate
{
    private static readonly (string Name, Func<RegisterRow, string> Of)[] Fields =
    [
        ("Name", row => row.Name),
        ("OfficialName", row => row.OfficialName),
        ("Abbreviation", row => row.Abbreviation),
        ("Province", row => row.Province),
        ("From", row => Day(row.ValidFrom)),
        ("Until", row => Day(row.ValidTo)),
        ("Predecessors", row => row.Predecessors),
        ("Successors", row => row.Successors),
        ("Oin", row => row.Oin),
        ("Tooi", row => row.TooiId),
        ("Website", row => row.Website),
        ("Place", row => row.Longitude is { } east && row.Latitude is { } north ? string.Create(CultureInfo.InvariantCulture, $"{east} {north}") : ""),
        ("Verified", row => row.Verified),
        ("Source", row => row.Source),
        ("Note", row => row.Note),
    ];

    private static readonly (string Name, Func<RegionRow, string> Of)[] RegionFields =
    [
        ("Name", row => row.Name),
        ("Tooi", row => row.TooiId),
        ("Verified", row => row.Verified),
        ("Source", row => row.Source),
        ("Note", row => row.Note),
    ];

    private readonly List<RegisterChange> changes = [];
    private readonly RegisterContent newer;
    private readonly Dictionary<string, Organisation> organisations;
    private readonly Dictionary<string, Region> regions;
    private readonly Dictionary<OrganisationId, string> codes;
    private readonly ILookup<string, RegionMemberRow> belonging;
    private readonly RegisterState known;
    private readonly DateOnly on;

    private RegisterUpdate(RegisterContent newer, RegisterState known, DateOnly on)
    {
        (this.newer, this.known, this.on) = (newer, known, on);
        organisations = known.Organisations.ToDictionary(organisation => organisation.Code, StringComparer.Ordinal);
        regions = known.Regions.ToDictionary(region => region.Code, StringComparer.Ordinal);
        codes = known.Organisations.ToDictionary(organisation => organisation.Id, organisation => organisation.Code);
        belonging = (newer.Members ?? []).ToLookup(row => row.Region, StringComparer.Ordinal);
    }

    /// <summary>What the newer register says otherwise, in a fixed order.</summary>
    public IReadOnlyList<RegisterChange> Changes => changes;

    /// <summary>How many organisations on record, of the kinds that the newer register speaks of, it does not mention; they stay as they are.</summary>
    public int NotMentioned { get; private set; }

    /// <summary>Lays a newer register beside what is on record.</summary>
    /// <param name="newer">What the newer files say.</param>
    /// <param name="known">What is on record.</param>
    /// <param name="on">The day of the newer register: who joined or left without a date did so on that day.</param>
    public static Decided<RegisterUpdate> Between(RegisterContent newer, RegisterState known, DateOnly on)
    {
        var update = new RegisterUpdate(newer, known, on);
        return (update.CompareOrganisations() ?? update.CompareRegions() ?? update.CompareMembers()) is { } refusal ? refusal : update;
    }

    /// <summary>Takes everything over; answers what is new on record.</summary>
    /// <param name="fresh">Makes a new id.</param>
    public (IReadOnlyList<Organisation> Organisations, IReadOnlyList<Region> Regions) Apply(Func<Guid> fresh)
    {
        var rows = (newer.Organisations ?? []).ToDictionary(row => row.Code, StringComparer.Ordinal);
        foreach (var code in Of(RegisterChangeKind.OrganisationChanged).Select(change => change.Code).Distinct())
            organisations[code].Take(Kept(rows[code], organisations[code]));
        var added = Of(RegisterChangeKind.OrganisationAdded)
            .Select(change => Organisation.FromRegister(new OrganisationId(fresh()), rows[change.Code]))
            .ToList();
        foreach (var organisation in added)
            organisations[organisation.Code] = organisation;

        var regionRows = (newer.Regions ?? []).ToDictionary(row => row.Code, StringComparer.Ordinal);
        foreach (var code in Of(RegisterChangeKind.RegionChanged).Select(change => change.Code).Distinct())
            regions[code].Take(regionRows[code]);
        var drawn = Of(RegisterChangeKind.RegionAdded).Select(change => Region.FromRegister(new RegionId(fresh()), regionRows[change.Code], [])).ToList();
        foreach (var region in drawn)
            regions[region.Code] = region;
        foreach (var change in Of(RegisterChangeKind.MemberJoined))
            regions[change.Code].Join(organisations[change.Other].Id, Joining(change));
        foreach (var change in Of(RegisterChangeKind.MemberLeft))
            regions[change.Code].Leave(organisations[change.Other].Id, DateOnly.ParseExact(change.Becomes, "O", CultureInfo.InvariantCulture));
        return (added, drawn);
    }

    private IEnumerable<RegisterChange> Of(RegisterChangeKind kind) => changes.Where(change => change.Kind == kind);

    private RegionMemberRow Joining(RegisterChange change) =>
        belonging[change.Code].First(row => row.Member == change.Other) with
        {
            From = DateOnly.ParseExact(change.Becomes, "O", CultureInfo.InvariantCulture),
        };

    private Refusal? CompareOrganisations()
    {
        foreach (var row in newer.Organisations ?? [])
        {
            if (!organisations.TryGetValue(row.Code, out var here))
            {
                changes.Add(new RegisterChange(RegisterChangeKind.OrganisationAdded, row.Code) { Becomes = row.OfficialName });
                continue;
            }
            if (here.Kind != row.Kind)
                return new Refusal("register.other-kind", row.Code, here.Kind, row.Kind);
            if (row.ValidTo is { } end && known.Successions.Any(planned => planned.Stands && planned.Ends(here.Id) && planned.On != end))
                return new Refusal("register.contradicts-succession", here.OfficialName);
            var (was, becomes) = (here.Row(), Kept(row, here));
            changes.AddRange(
                Fields
                    .Where(field => field.Of(was) != field.Of(becomes))
                    .Select(field => new RegisterChange(RegisterChangeKind.OrganisationChanged, row.Code)
                    {
                        Field = field.Name,
                        Was = field.Of(was),
                        Becomes = field.Of(becomes),
                    })
            );
        }
        var mentioned = (newer.Organisations ?? []).Select(row => row.Code).ToHashSet(StringComparer.Ordinal);
        var kinds = (newer.Organisations ?? []).Select(row => row.Kind).ToHashSet(StringComparer.Ordinal);
        NotMentioned = known.Organisations.Count(organisation => kinds.Contains(organisation.Kind) && !mentioned.Contains(organisation.Code));
        return null;
    }

    private Refusal? CompareRegions()
    {
        foreach (var row in newer.Regions ?? [])
        {
            if (!regions.TryGetValue(row.Code, out var here))
            {
                changes.Add(new RegisterChange(RegisterChangeKind.RegionAdded, row.Code) { Becomes = row.Name });
                continue;
            }
            if (here.Kind != row.Kind)
                return new Refusal("register.other-kind", row.Code, here.Kind, row.Kind);
            var was = new RegionRow(here.Kind, here.Code, here.Name)
            {
                TooiId = here.TooiId,
                Verified = here.Verified,
                Source = here.Source,
                Note = here.Note,
            };
            changes.AddRange(
                RegionFields
                    .Where(field => field.Of(was) != field.Of(row))
                    .Select(field => new RegisterChange(RegisterChangeKind.RegionChanged, row.Code)
                    {
                        Field = field.Name,
                        Was = field.Of(was),
                        Becomes = field.Of(row),
                    })
            );
        }
        return null;
    }

    private Refusal? CompareMembers()
    {
        var added = Of(RegisterChangeKind.OrganisationAdded)
            .Concat(Of(RegisterChangeKind.RegionAdded))
            .Select(change => change.Code)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var region in belonging)
        {
            if (!regions.ContainsKey(region.Key) && !added.Contains(region.Key))
                return new Refusal("register.unknown-region", region.Key);
            if (region.FirstOrDefault(row => !organisations.ContainsKey(row.Member) && !added.Contains(row.Member)) is { } stranger)
                return new Refusal("register.unknown-member", stranger.Member, region.Key);
            var here = regions.TryGetValue(region.Key, out var drawn)
                ? drawn.Members.Where(member => member.Until is not { } until || until > on).ToList()
                : [];
            var there = region.Where(row => row.Until is not { } until || until > on).ToDictionary(row => row.Member, StringComparer.Ordinal);
            var present = here.Select(member => codes[member.Organisation]).ToHashSet(StringComparer.Ordinal);
            changes.AddRange(
                there
                    .Values.Where(row => !present.Contains(row.Member))
                    .OrderBy(row => row.Member, StringComparer.Ordinal)
                    .Select(row => new RegisterChange(RegisterChangeKind.MemberJoined, region.Key) { Other = row.Member, Becomes = Day(row.From ?? on) })
            );
            changes.AddRange(
                here.Where(member => member.Until is null)
                    .Select(member => codes[member.Organisation])
                    .Where(code => !there.TryGetValue(code, out var row) || row.Until is not null)
                    .Order(StringComparer.Ordinal)
                    .Select(code => new RegisterChange(RegisterChangeKind.MemberLeft, region.Key)
                    {
                        Other = code,
                        Becomes = Day(region.Where(row => row.Member == code).Max(row => row.Until) ?? on),
                    })
            );
        }
        return null;
    }

    // What is known of an end is not taken back by a file that does not know it.
    private static RegisterRow Kept(RegisterRow row, Organisation here) =>
        row with
        {
            ValidTo = row.ValidTo ?? here.ValidTo,
            Successors = row.Successors.Length > 0 ? row.Successors : here.Successors,
        };

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
