namespace Meerlaags.Domain.Register;

/// <summary>Successions that the register tells of: organisations with an end and with codes of who took over.</summary>
public static class PastSuccessions
{
    /// <summary>The successions that are not on record yet, one for every day and set of successors. What the source does not know stays unknown.</summary>
    /// <param name="organisations">All organisations.</param>
    /// <param name="known">The successions on record.</param>
    public static IReadOnlyList<SuccessionPlan> Untold(IReadOnlyCollection<Organisation> organisations, IReadOnlyCollection<Succession> known)
    {
        var ids = organisations.ToDictionary(organisation => organisation.Code, organisation => organisation.Id, StringComparer.Ordinal);
        var told = known.Where(succession => succession.Stands).SelectMany(succession => succession.Named.Where(succession.Ends)).ToHashSet();
        return
        [
            .. organisations
                .Where(ended => ended.ValidTo is not null && ended.Successors.Length > 0 && !told.Contains(ended.Id))
                .GroupBy(ended => (On: ended.ValidTo!.Value, ended.Successors))
                .Select(gone => new SuccessionPlan(
                    gone.Key.On,
                    [.. gone.OrderBy(ended => ended.Code, StringComparer.Ordinal).Select(ended => ended.Id)],
                    [.. gone.Key.Successors.Split(';', StringSplitOptions.TrimEntries).Where(ids.ContainsKey).Select(code => ids[code])],
                    gone.First().Source
                ))
                .Where(plan => plan.Into.Count > 0),
        ];
    }
}
