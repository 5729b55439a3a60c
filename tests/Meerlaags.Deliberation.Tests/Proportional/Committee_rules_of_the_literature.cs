using System.Text.Json;
using Meerlaags.Deliberation.Proportional.Committees;
using Meerlaags.Deliberation.Tests.Fixtures;

namespace Meerlaags.Deliberation.Tests.Proportional;

public class Committee_rules_of_the_literature
{
    // The reference adds 1/3 + 1/3 + 1/4 + ... in doubles here and misses a tie: candidates 2 and 5 both score exactly 29/20.
    private static readonly (string Id, string Rule) TieLostToRounding = ("instanceS0003", "sav");

    [Fact]
    public void All_tied_winning_committees_and_axioms_are_those_of_the_reference()
    {
        var expected = FixtureFolder.Json("inputs/committees/abc.json").GetProperty("instances");
        var run = CommandLine.Run("committees", FixtureFolder.Input("committees", "abc.json"));
        Assert.Equal((0, ""), (run.ExitCode, run.Error));

        var differences = new List<string>();
        foreach (var (instance, ours) in Agreement.Pairs(expected, run.Json.GetProperty("instances")))
        {
            var id = instance.GetProperty("id").GetString()!;
            foreach (var rule in instance.GetProperty("results").EnumerateObject())
                if ((id, rule.Name) != TieLostToRounding && !JsonElement.DeepEquals(rule.Value, ours.GetProperty("results").GetProperty(rule.Name)))
                    differences.Add($"{id} {rule.Name}");
            foreach (var (asked, answer) in Agreement.Pairs(instance.GetProperty("axioms"), ours.GetProperty("axioms")))
            foreach (var axiom in asked.EnumerateObject())
                if (!JsonElement.DeepEquals(axiom.Value, answer.GetProperty(axiom.Name)))
                    differences.Add($"{id} {axiom.Name}");
        }
        Assert.Empty(differences);
    }

    [Fact]
    public void Satisfaction_approval_keeps_a_tie_that_doubles_lose()
    {
        int[][] ballots =
        [
            [0, 2, 3],
            [2, 3, 5],
            [0, 1, 2, 3],
            [0, 1, 4, 5],
            [0, 2, 4],
            [0, 3, 5],
            [0, 3, 5],
            [0, 1, 2, 4, 5],
            [4],
        ];

        var winners = CommitteeRules.SatisfactionApprovalVoting.Winners(new(6, ballots), 4);

        Assert.Equal(
            [
                [0, 2, 3, 4],
                [0, 3, 4, 5],
            ],
            winners
        );
    }

    [Fact]
    public void A_rule_beyond_its_limit_says_so_and_can_be_cancelled()
    {
        var profile = new ApprovalProfile(40, [.. Enumerable.Range(0, 40).Select(c => new[] { c })]);

        Assert.Throws<CommitteeLimitException>(() => CommitteeRules.Monroe.Winners(profile, 20));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        foreach (var rule in CommitteeRules.All)
            Assert.Throws<OperationCanceledException>(() => rule.Winners(profile, 3, cancellation: cancelled.Token));
    }

    [Fact]
    public void Sets_of_members_are_gone_through_within_a_stated_limit_and_stopped_halfway()
    {
        var profile = new ApprovalProfile(40, [.. Enumerable.Range(0, 40).Select(c => new[] { c, (c + 1) % 40 })]);
        var generous = new CommitteeLimits(Committees: long.MaxValue, CommitteeSize: 64) { Sets = long.MaxValue };
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        foreach (var rule in (CommitteeRules.Rule[])[CommitteeRules.MinimaxPhragmen, CommitteeRules.LeximaxPhragmen, CommitteeRules.MaximinSupport])
        {
            // Beyond 30 seats a set of members no longer fits in a whole number of 32 bits.
            foreach (var seats in (int[])[CommitteeLimits.MostSeats + 1, 31, 32, 40])
                Assert.Contains(
                    $"limit of {CommitteeLimits.MostSeats}",
                    Assert.Throws<CommitteeLimitException>(() => rule.Winners(profile, seats, generous)).Message,
                    StringComparison.Ordinal
                );
            Assert.Throws<CommitteeLimitException>(() => rule.Winners(profile, 3, new CommitteeLimits { Sets = 40 }));
            Assert.NotEmpty(rule.Winners(profile, 1, new CommitteeLimits { Sets = 80 }));
        }
        Assert.Throws<OperationCanceledException>(() => BalancedLoads.LeastSupport(profile, 0xFFFF, cancelled.Token));
        Assert.Throws<OperationCanceledException>(() => BalancedLoads.Descending(profile, 0xFFFF, onlyLargest: true, cancelled.Token));
    }

    [Fact]
    public void Candidates_nobody_approves_come_last()
    {
        var profile = new ApprovalProfile(
            4,
            [
                [0],
                [0],
                [1],
            ]
        );

        foreach (var rule in CommitteeRules.All)
            Assert.All(rule.Winners(profile, 2), w => Assert.Contains(0, w));
        Assert.Equal(
            [
                [0, 1, 2],
                [0, 1, 3],
            ],
            CommitteeRules.SequentialPhragmen.Winners(profile, 3)
        );
        Assert.Equal(
            [
                [0, 1, 2],
                [0, 1, 3],
            ],
            CommitteeRules.MinimaxPhragmen.Winners(profile, 3)
        );
    }
}
