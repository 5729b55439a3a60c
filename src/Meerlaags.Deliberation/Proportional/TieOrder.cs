namespace Meerlaags.Deliberation.Proportional;

/// <summary>One way to prefer a project over an equally good one.</summary>
public enum TieCriterion
{
    /// <summary>More supporters first.</summary>
    MostVotes,

    /// <summary>The cheaper one first.</summary>
    LowestCost,

    /// <summary>Ascending order of the id text by its UTF-8 bytes ("10" before "2").</summary>
    Id,
}

/// <summary>
/// The criteria that decide ties, in the order in which they are applied; <see cref="TieCriterion.Id"/> always comes last, so that no
/// tie stays open. Shown with every result.
/// </summary>
public sealed class TieOrder
{
    public TieOrder(params IReadOnlyList<TieCriterion> criteria) => Criteria = [.. criteria.Where(c => c != TieCriterion.Id).Distinct(), TieCriterion.Id];

    /// <summary>By id alone.</summary>
    public static TieOrder ById { get; } = new();

    /// <summary>Most votes, then lowest cost, then id: the practice of cities.</summary>
    public static TieOrder Practice { get; } = new(TieCriterion.MostVotes, TieCriterion.LowestCost);

    public IReadOnlyList<TieCriterion> Criteria { get; }

    /// <summary>Negative when project a comes before project b.</summary>
    public int Compare(SupportProfile profile, int a, int b)
    {
        foreach (var criterion in Criteria)
        {
            var order = criterion switch
            {
                TieCriterion.MostVotes => profile.Supporters[b].Length.CompareTo(profile.Supporters[a].Length),
                TieCriterion.LowestCost => profile.Costs[a].CompareTo(profile.Costs[b]),
                TieCriterion.Id => CompareIds(profile.Ids[a], profile.Ids[b]),
            };
            if (order != 0)
                return order;
        }
        return 0;
    }

    /// <summary>The order of two ids by code point, which is that of their UTF-8 bytes.</summary>
    public static int CompareIds(string a, string b)
    {
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (a[i] == b[i])
                continue;
            // UTF-16 puts surrogate pairs before U+E000..U+FFFF, UTF-8 after.
            var (highA, highB) = (char.IsSurrogate(a[i]), char.IsSurrogate(b[i]));
            return highA != highB ? highA.CompareTo(highB) : a[i].CompareTo(b[i]);
        }
        return a.Length.CompareTo(b.Length);
    }
}
