using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Proportional.Committees;
using Meerlaags.Deliberation.Tests.Fixtures;
using Meerlaags.Deliberation.Tests.Proportional;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Tests.Verification;

/// <summary>The axioms against their definitions, tried on every group of voters; the seed is in every message.</summary>
public class Groups_that_may_complain
{
    private const int Seed = 20260417;

    [Fact]
    public void Budgets_are_judged_as_the_definitions_say()
    {
        var complaints = 0;
        RandomElection.ForAll(
            Seed,
            (election, message) =>
            {
                foreach (var (profile, purses) in (IEnumerable<(SupportProfile, Purses)>)[election.Equal(), election.Cardinality(), election.Clones()])
                {
                    var random = new Random(profile.VoterCount);
                    int[] selected = [.. Enumerable.Range(0, profile.ProjectCount).Where(_ => random.Next(3) == 0)];
                    var axioms = new BudgetAxioms(profile, purses, selected);
                    var asked = new Asked(profile, purses, selected);
                    foreach (var leeway in Enum.GetValues<Leeway>())
                    {
                        Assert.True(asked.Same(axioms.Ejr(leeway), asked.LeastOfEach, leeway), $"{message} EJR {leeway}");
                        Assert.True(asked.Same(axioms.Pjr(leeway), asked.Together, leeway), $"{message} PJR {leeway}");
                        Interlocked.Add(ref complaints, axioms.Pjr(leeway) is null ? 0 : 1);
                    }
                    var alone = asked.Groups().Any(g => g.Projects.Length == 1 && g.Voters.All(v => asked.Utility(v).IsZero));
                    Assert.True(alone == (axioms.Jr() is not null), $"{message} JR");
                }
            }
        );
        Assert.InRange(complaints, RandomCases.Enough / 2, RandomCases.Enough * 5);
    }

    [Fact]
    public void Equal_shares_passes() =>
        RandomElection.ForAll(
            Seed,
            (election, message) =>
            {
                foreach (var (profile, purses) in (IEnumerable<(SupportProfile, Purses)>)[election.Equal(), election.Clones()])
                    Assert.True(new BudgetAxioms(profile, purses, [.. EqualShares.Run(profile, purses).Selected]).Ejr(Leeway.UpToAny) is null, message);
                var (ones, equal) = election.Cardinality();
                Assert.True(new BudgetAxioms(ones, equal, [.. EqualShares.Run(ones, equal).Selected]).Ejr() is null, message);
            }
        );

    [Fact]
    public void Committees_are_judged_as_the_definitions_say()
    {
        var complaints = 0;
        RandomElection.ForAll(
            Seed,
            (election, message) =>
            {
                var (candidates, voters) = (election.Costs.Length, election.Approvals.Length);
                var profile = new ApprovalProfile(candidates, election.Approvals);
                var size = 1 + candidates / 2;
                int[] committee = [.. Enumerable.Range(0, size)];
                bool Complains(Func<int[], int> represented) =>
                    Subsets(voters)
                        .Any(group =>
                        {
                            var common = Enumerable.Range(0, candidates).Count(c => group.All(v => election.Approvals[v].Contains(c)));
                            var seats = Math.Min(common, group.Length * size / voters);
                            return group.Length > 0 && represented(group) < seats;
                        });

                var ejr = CommitteeAxioms.Ejr(profile, committee);
                var pjr = CommitteeAxioms.Pjr(profile, committee);
                Assert.True(Complains(g => g.Max(v => election.Approvals[v].Count(committee.Contains))) == (ejr is not null), $"{message} EJR");
                Assert.True(
                    Complains(g => g.SelectMany(v => election.Approvals[v]).Where(committee.Contains).Distinct().Count()) == (pjr is not null),
                    $"{message} PJR"
                );
                foreach (var found in (CommitteeViolation?[])[ejr, pjr])
                    if (found is not null)
                    {
                        Interlocked.Increment(ref complaints);
                        Assert.True(found.Voters.Count * size >= found.Seats * voters, message);
                        Assert.All(found.Voters, v => Assert.Empty(found.Candidates.Except(election.Approvals[v])));
                        Assert.All(found.Voters, v => Assert.True(election.Approvals[v].Count(committee.Contains) < found.Seats, message));
                    }
            }
        );
        Assert.InRange(complaints, RandomCases.Enough / 30, RandomCases.Enough * 2);
    }

    [Fact]
    public void Beyond_its_limit_a_check_says_so_and_it_can_be_cancelled()
    {
        var profile = SupportProfile.Create(1, [.. Enumerable.Range(0, 30).Select(p => new SupportedProject($"{p}", 1, [0]))]);
        var axioms = new BudgetAxioms(profile, Purses.Equal(1, 30), [.. Enumerable.Range(0, 30)]) { Limit = 10_000 };
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<BudgetLimitException>(() => axioms.Ejr());
        Assert.Throws<BudgetLimitException>(() => axioms.Pjr());
        Assert.Throws<OperationCanceledException>(() => axioms.Ejr(cancellation: cancelled.Token));
        Assert.Throws<OperationCanceledException>(() => axioms.Pjr(cancellation: cancelled.Token));

        var approvals = new ApprovalProfile(
            60,
            [
                [.. Enumerable.Range(0, 60)],
            ]
        );
        int[] committee = [.. Enumerable.Range(0, 30)];
        Assert.Throws<CommitteeLimitException>(() => CommitteeAxioms.Ejr(approvals, committee, new(Committees: 1_000)));
        Assert.Throws<OperationCanceledException>(() => CommitteeAxioms.Pjr(approvals, committee, cancellation: cancelled.Token));
    }

    private static IEnumerable<int[]> Subsets(int count) =>
        Enumerable.Range(0, 1 << count).Select(set => Enumerable.Range(0, count).Where(i => (set >> i & 1) != 0).ToArray());

    /// <summary>Every group and every set of projects it deserves.</summary>
    private sealed class Asked(SupportProfile profile, Purses purses, int[] selected)
    {
        private readonly (int[] Voters, int[] Projects)[] deserved = [.. Deserved(profile, purses)];

        public (int[] Voters, int[] Projects)[] Groups() => deserved;

        public Rational Utility(int voter) => Worth(selected.Where(p => profile.SupportersOf(p).Contains(voter)));

        public Rational LeastOfEach(int[] group) => group.Max(Utility);

        public Rational Together(int[] group) => Worth(selected.Where(p => profile.SupportersOf(p).Any(group.Contains)));

        public bool Same(BudgetViolation? found, Func<int[], Rational> reached, Leeway leeway)
        {
            bool Complains(int[] voters, int[] projects)
            {
                int[] missing = [.. projects.Except(selected)];
                return leeway == Leeway.None
                    ? reached(voters) < Worth(projects)
                    : missing.Length > 0 && reached(voters) + missing.Min(p => profile.UnitUtility[p]) <= Worth(projects);
            }
            if (found is not null && !Complains([.. found.Voters], [.. found.Projects]))
                return false;
            return deserved.Any(d => Complains(d.Voters, d.Projects)) == (found is not null);
        }

        private Rational Worth(IEnumerable<int> projects) => Rational.Sum(projects.Select(p => profile.UnitUtility[p]));

        private static IEnumerable<(int[] Voters, int[] Projects)> Deserved(SupportProfile profile, Purses purses)
        {
            foreach (var voters in Subsets(profile.VoterCount).Where(v => v.Length > 0))
            {
                var owned = Rational.Sum(voters.Select(v => purses.Endowments[v]));
                int[] common = [.. Enumerable.Range(0, profile.ProjectCount).Where(p => voters.All(profile.SupportersOf(p).Contains))];
                foreach (var some in Subsets(common.Length).Where(s => s.Length > 0))
                {
                    int[] projects = [.. some.Select(i => common[i])];
                    if (Rational.Sum(projects.Select(p => profile.Costs[p])) <= owned)
                        yield return (voters, projects);
                }
            }
        }
    }
}
