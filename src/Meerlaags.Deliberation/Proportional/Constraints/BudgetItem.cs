using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional.Constraints;

/// <summary>An amount for a project.</summary>
public sealed record Part(int Project, Rational Amount);

/// <summary>
/// What is bought at once: a project, a step of its funding, or projects that need each other. <see cref="Needs"/> are positions of items
/// that come first.
/// </summary>
public sealed record BudgetItem(string Id, IReadOnlyList<Part> Parts, IReadOnlyList<int> Needs);

/// <summary>Makes items of projects and constraints.</summary>
internal sealed class BudgetItems
{
    private readonly SupportProfile profile;
    private readonly BudgetConstraints constraints;
    private readonly Rational[][] steps; // increase per step, per project
    private readonly int[] firstItem; // of the package a project is in
    private readonly List<BudgetItem> items = [];

    public BudgetItems(SupportProfile profile, BudgetConstraints constraints)
    {
        (this.profile, this.constraints) = (profile, constraints);
        Require(constraints.Objections.Select(o => o.Project), nameof(constraints.Objections));
        Require(constraints.Requirements.SelectMany(r => new[] { r.Project, r.Needs }), nameof(constraints.Requirements));
        Require(constraints.Alternatives.SelectMany(a => a), nameof(constraints.Alternatives));
        Require(constraints.Steps.Select(s => s.Project), nameof(constraints.Steps));
        steps = [.. Enumerable.Range(0, profile.ProjectCount).Select(StepsOf)];
        firstItem = new int[profile.ProjectCount];
        var packages = Packages();
        for (var package = 0; package < packages.Count; package++)
            foreach (var project in packages[package])
                firstItem[project] = package;
        foreach (var package in packages)
            items.Add(First(package));
        foreach (var project in packages.SelectMany(p => p))
            AddFurtherSteps(project);
    }

    public IReadOnlyList<BudgetItem> Items => items;

    /// <summary>The items of each project in order of funding.</summary>
    public int[][] ItemsOf() =>
        [
            .. Enumerable
                .Range(0, profile.ProjectCount)
                .Select(p => Enumerable.Range(0, items.Count).Where(i => items[i].Parts.Any(part => part.Project == p)).ToArray()),
        ];

    public ItemRules Rules()
    {
        var barred = new bool[items.Count];
        var ruledOut = items.Select(_ => new SortedSet<int>()).ToArray();
        foreach (var objection in constraints.Objections)
            barred[firstItem[objection.Project]] = true;
        foreach (var alternatives in constraints.Alternatives)
        foreach (var one in alternatives)
        foreach (var other in alternatives)
            if (one != other && firstItem[one] == firstItem[other])
                barred[firstItem[one]] = true; // they need each other and may not stand together
            else if (one != other)
                ruledOut[firstItem[one]].Add(firstItem[other]);
        for (var i = 0; i < items.Count; i++)
            if (items[i].Needs.Any(needed => items[needed].Parts.Any(part => part.Project == items[i].Parts[0].Project) && barred[needed]))
                barred[i] = true; // a further step of what is barred
        return new(barred, [.. items.Select(i => i.Needs.ToArray())], [.. ruledOut.Select(r => r.ToArray())]);
    }

    /// <summary>Who supports which item, with the utility in proportion to the amount.</summary>
    public SupportProfile Profile()
    {
        var utilities = items.Select(Utilities).ToArray();
        var same = Array.TrueForAll(utilities, u => u.Values.Distinct().Count() <= 1);
        return SupportProfile.Create(
            profile.VoterCount,
            [
                .. items.Select(
                    (item, i) =>
                        new SupportedProject(item.Id, Rational.Sum(item.Parts.Select(part => part.Amount)), [.. utilities[i].Keys])
                        {
                            Utility = same ? utilities[i].Values.FirstOrDefault(Rational.One) : Rational.One,
                            Points = same ? null : [.. utilities[i].Values],
                        }
                ),
            ]
        );
    }

    private SortedDictionary<int, Rational> Utilities(BudgetItem item)
    {
        var utilities = new SortedDictionary<int, Rational>();
        foreach (var (project, amount) in item.Parts)
        {
            if (!profile.TakesPart(project))
                continue;
            var perPoint = profile.UnitUtility[project] * amount / profile.Costs[project];
            for (var i = 0; i < profile.Supporters[project].Length; i++)
            {
                var voter = profile.Supporters[project][i];
                utilities[voter] = utilities.GetValueOrDefault(voter) + perPoint * (profile.Points?[project][i] ?? 1);
            }
        }
        return utilities;
    }

    private void Require(IEnumerable<int> projects, string what)
    {
        if (projects.Any(p => p < 0 || p >= profile.ProjectCount))
            throw new ArgumentException($"{what} name a project that is not there.", nameof(projects));
    }

    private Rational[] StepsOf(int project)
    {
        var named = constraints.Steps.Where(s => s.Project == project).ToList();
        if (named.Count == 0)
            return [profile.Costs[project]];
        var totals = named[0].Totals;
        if (named.Count > 1 || totals.Count == 0 || totals[^1] != profile.Costs[project])
            throw new ArgumentException($"The steps of {profile.Ids[project]} are named once and end at its cost.", nameof(project));
        Rational[] increases = [.. totals.Select((total, i) => i == 0 ? total : total - totals[i - 1])];
        if (Array.Exists(increases, increase => increase.Sign <= 0))
            throw new ArgumentException($"The steps of {profile.Ids[project]} ascend from above nothing.", nameof(project));
        return increases;
    }

    // Projects that need each other, in a circle of any length, stand together.
    private List<int[]> Packages()
    {
        var reached = Enumerable.Range(0, profile.ProjectCount).Select(Reach).ToArray();
        var packages = new List<int[]>();
        for (var p = 0; p < reached.Length; p++)
        {
            int[] package = [p, .. reached[p].Where(q => q != p && reached[q].Contains(p)).Order()];
            if (package.Min() == p)
                packages.Add(package);
        }
        return packages;

        HashSet<int> Reach(int from)
        {
            var found = new HashSet<int>();
            var next = new Stack<int>([from]);
            while (next.TryPop(out var at))
                foreach (var requirement in constraints.Requirements)
                    if (requirement.Project == at && found.Add(requirement.Needs))
                        next.Push(requirement.Needs);
            return found;
        }
    }

    private BudgetItem First(int[] package) =>
        new(
            string.Join('+', package.Select(p => profile.Ids[p])),
            [.. package.Select(p => new Part(p, steps[p][0]))],
            [
                .. constraints
                    .Requirements.Where(r => package.Contains(r.Project) && !package.Contains(r.Needs))
                    .Select(r => firstItem[r.Needs])
                    .Distinct()
                    .Order(),
            ]
        );

    private void AddFurtherSteps(int project)
    {
        var before = firstItem[project];
        for (var step = 1; step < steps[project].Length; step++)
        {
            items.Add(new($"{profile.Ids[project]}#{step + 1}", [new(project, steps[project][step])], [before]));
            before = items.Count - 1;
        }
    }
}
