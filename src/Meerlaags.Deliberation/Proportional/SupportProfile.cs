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
        return Create(
            election.Ballots.Count,
            [
                .. election.Projects.Select(
                    (project, p) =>
                        new SupportedProject(project.Id, project.Cost, approvals[p])
                        {
                            Utility = satisfaction == Satisfaction.Cost ? project.Cost : Rational.One,
                            Points = points?[p],
                        }
                ),
            ]
        );
    }

    /// <summary>
    /// A profile of so many voters from projects with their supporters. Throws <see cref="ArgumentException"/>, with the project and what
    /// is wrong, for negative amounts, ids that are not unique, supporters who are no voters or stand there twice, and points without
    /// supporters or not above 0; <see cref="BudgetLimitException"/> for points whose ratios within one project need whole numbers beyond
    /// 64 bits.
    /// </summary>
    public static SupportProfile Create(int voterCount, IReadOnlyList<SupportedProject> projects)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(voterCount);
        ArgumentNullException.ThrowIfNull(projects);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var project in projects)
        {
            ArgumentNullException.ThrowIfNull(project, nameof(projects));
            if (!ids.Add(project.Id))
                throw new ArgumentException($"Project {project.Id} is named twice.", nameof(projects));
            project.Require(voterCount);
        }
        var points = projects.Any(p => p.Points is not null) ? projects.Select(p => p.WholePoints()).ToList() : null;
        return new(
            voterCount,
            [.. projects.Select(p => p.Id)],
            [.. projects.Select(p => p.Cost)],
            [.. projects.Select((p, i) => (p.Utility ?? p.Cost) * (points?[i].Unit ?? Rational.One))],
            [.. projects.Select(p => p.Supporters.ToArray())],
            points is null ? null : [.. points.Select(p => p.Points)]
        );
    }
}
