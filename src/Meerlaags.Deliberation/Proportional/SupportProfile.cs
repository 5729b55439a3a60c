using System.Numerics;
using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>How much a voter who supports a project gets out of it.</summary>
public enum Satisfaction
{
    /// <summary>The cost of the project: what cities use.</summary>
    Cost,

    /// <summary>One for every project: favours cheap ones.</summary>
    Cardinality,

    /// <summary>The points on the ballot; 1 for each project of an approval; Borda points for an ordinal ballot.</summary>
    Points,
}

/// <summary>
/// Who supports what, in the shape the budget rules work on. Utility of voter i for project p is
/// <see cref="UnitUtility"/>[p] times the points of the entry (1 for approvals).
/// Voters are positions 0..<see cref="VoterCount"/>-1. Projects without supporters or without cost never take part in a rule.
/// </summary>
public sealed class SupportProfile
{
    private SupportProfile(int voterCount, IReadOnlyList<string> ids, Rational[] costs, Rational[] unitUtility, int[][] supporters, long[][]? points)
    {
        VoterCount = voterCount;
        Ids = ids;
        Costs = costs;
        UnitUtility = unitUtility;
        Supporters = supporters;
        Points = points;
    }

    public int VoterCount { get; }
    public IReadOnlyList<string> Ids { get; }
    public IReadOnlyList<Rational> Costs { get; }
    public int ProjectCount => Ids.Count;

    /// <summary>Factor that turns points into utility, per project.</summary>
    internal Rational[] UnitUtility { get; }

    /// <summary>Supporters (positive utility) per project, ascending.</summary>
    internal int[][] Supporters { get; }

    /// <summary>Points beside <see cref="Supporters"/>, or null when every entry is 1.</summary>
    internal long[][]? Points { get; }

    /// <summary>Voters who support a project, ascending.</summary>
    public IReadOnlyList<int> SupportersOf(int project) => Supporters[project];

    internal bool TakesPart(int project) => Costs[project].Sign > 0 && Supporters[project].Length > 0;

    /// <summary>
    /// The ballots of an election. Ordinal ballots: whoever ranks a project supports it, and ranks are no measure of money; so cost and
    /// cardinality read them as approvals of every project ranked. <see cref="Satisfaction.Points"/> gives Borda points, counted from the
    /// longest ballot of the election, so that a first place is worth the same on a short ballot as on a long one.
    /// </summary>
    public static SupportProfile Of(PbElection election, Satisfaction satisfaction)
    {
        ArgumentNullException.ThrowIfNull(election);
        var approvals = new List<int>[election.Projects.Count];
        var points = satisfaction == Satisfaction.Points ? new List<Rational>[election.Projects.Count] : null;
        for (var p = 0; p < approvals.Length; p++)
        {
            approvals[p] = [];
            if (points is not null)
                points[p] = [];
        }
        var longest = election.Ballots.Select(b => b.Projects.Count).DefaultIfEmpty(0).Max();
        for (var voter = 0; voter < election.Ballots.Count; voter++)
        {
            var ballot = election.Ballots[voter];
            for (var i = 0; i < ballot.Projects.Count; i++)
            {
                var value = ballot.Points?[i] ?? (election.BallotType == BallotType.Ordinal ? longest - i : Rational.One);
                if (value.Sign <= 0)
                    continue;
                approvals[ballot.Projects[i]].Add(voter);
                points?[ballot.Projects[i]].Add(value);
            }
        }
        var costs = election.Projects.Select(p => p.Cost).ToArray();
        return Create(
            election.Ballots.Count,
            [.. election.Projects.Select(p => p.Id)],
            costs,
            [.. approvals.Select(a => a.ToArray())],
            satisfaction == Satisfaction.Cost ? costs : [.. costs.Select(_ => Rational.One)],
            points is null ? null : [.. points.Select(p => p.ToArray())]
        );
    }

    /// <summary>
    /// A profile from parts. <paramref name="supporters"/>: voters per project; <paramref name="utilities"/>: utility per project;
    /// <paramref name="points"/>: factor per entry beside the supporters, or null for 1 each.
    /// </summary>
    public static SupportProfile Create(
        int voterCount,
        IReadOnlyList<string> ids,
        IReadOnlyList<Rational> costs,
        IReadOnlyList<int[]> supporters,
        IReadOnlyList<Rational> utilities,
        IReadOnlyList<Rational[]>? points = null
    )
    {
        if (ids.Count != costs.Count || ids.Count != supporters.Count || ids.Count != utilities.Count)
            throw new ArgumentException("Ids, costs, supporters and utilities are lists of equal length.");
        if (ids.Distinct(StringComparer.Ordinal).Count() != ids.Count)
            throw new ArgumentException("Project ids are unique.", nameof(ids));
        if (points is null)
            return new(voterCount, ids, [.. costs], [.. utilities], [.. supporters], null);
        // Points become whole numbers over one common denominator.
        var common = points
            .SelectMany(p => p)
            .Select(value => value.Denominator)
            .Distinct()
            .Aggregate(BigInteger.One, (a, b) => a / BigInteger.GreatestCommonDivisor(a, b) * b);
        return new(
            voterCount,
            ids,
            [.. costs],
            [.. utilities.Select(u => u / common)],
            [.. supporters],
            [.. points.Select(row => row.Select(v => (long)(v * common).Numerator).ToArray())]
        );
    }
}
