namespace Meerlaags.Deliberation.Proportional.Committees;

/// <summary>All subsets of a given size, as bits.</summary>
internal static class Subsets
{
    public static IEnumerable<ulong> OfSize(int[] candidates, int size, long limit)
    {
        Require(candidates.Length, size, limit);
        return Walk(0, 0, size);

        IEnumerable<ulong> Walk(int from, ulong set, int left)
        {
            if (left == 0)
            {
                yield return set;
                yield break;
            }
            for (var i = from; i <= candidates.Length - left; i++)
                foreach (var whole in Walk(i + 1, set | 1UL << candidates[i], left - 1))
                    yield return whole;
        }
    }

    public static IEnumerable<ulong> OfSize(int candidates, int size, long limit) => OfSize([.. Enumerable.Range(0, candidates)], size, limit);

    public static void Require(int candidates, int size, long limit)
    {
        var count = Count(candidates, size);
        if (count > limit)
            throw new CommitteeLimitException($"{count:0} committees of {size} out of {candidates} are more than the limit of {limit}.");
    }

    /// <summary>How many there are.</summary>
    public static double Count(int candidates, int size)
    {
        var count = 1.0;
        for (var i = 0; i < size; i++)
            count = count * (candidates - i) / (i + 1);
        return count;
    }
}
