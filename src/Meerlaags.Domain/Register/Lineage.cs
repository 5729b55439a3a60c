namespace Meerlaags.Domain.Register;

/// <summary>Who came after whom, on any day. Of successions that do not stand it knows nothing.</summary>
public sealed class Lineage
{
    private readonly ILookup<OrganisationId, Succession> after;
    private readonly ILookup<OrganisationId, Succession> before;

    /// <summary>Takes all successions on record.</summary>
    public Lineage(IEnumerable<Succession> successions)
    {
        var standing = successions.Where(succession => succession.Stands).ToList();
        after = standing.SelectMany(known => known.From, (known, side) => (known, side)).ToLookup(pair => pair.side.Organisation, pair => pair.known);
        before = standing.SelectMany(known => known.Into, (known, side) => (known, side)).ToLookup(pair => pair.side.Organisation, pair => pair.known);
    }

    /// <summary>
    /// Who stands on a day where an organisation once stood: itself while it goes on, else those that took over, through as many successions as there were. In a split there
    /// are several, and none of them is the one.
    /// </summary>
    public IReadOnlyList<OrganisationId> StandsFor(OrganisationId organisation, DateOnly day)
    {
        var found = new List<OrganisationId>();
        var seen = new HashSet<OrganisationId>();
        var open = new Queue<OrganisationId>([organisation]);
        while (open.TryDequeue(out var here))
        {
            if (!seen.Add(here))
                continue;
            if (after[here].Where(succession => succession.On <= day && succession.Ends(here)).MinBy(succession => succession.On) is not { } end)
            {
                found.Add(here);
                continue;
            }
            foreach (var next in end.Into)
                open.Enqueue(next.Organisation);
        }
        return found;
    }

    /// <summary>The organisations that have ended by a succession on or before a day.</summary>
    public IReadOnlyList<OrganisationId> EndedBy(DateOnly day) =>
        [.. after.Where(side => side.Any(succession => succession.On <= day && succession.Ends(side.Key))).Select(side => side.Key)];

    /// <summary>The successions that an organisation goes over by, the first one first: the past ones and what is to come.</summary>
    public IEnumerable<Succession> After(OrganisationId organisation) => after[organisation].OrderBy(succession => succession.On);

    /// <summary>The successions that an organisation took over by, the last one first.</summary>
    public IEnumerable<Succession> Before(OrganisationId organisation) => before[organisation].OrderByDescending(succession => succession.On);
}
