using Meerlaags.Deliberation.OpinionGroups;

namespace Meerlaags.Deliberation.Tests.OpinionGroups;

public class Parties_beside_found_groups
{
    private static readonly HashSet<int> None = [];

    // Participants 0..9 agree with even statements, 10..19 with odd ones.
    private static readonly VoteMatrix Camps = new([
        .. Enumerable.Range(0, 20).SelectMany(p => Enumerable.Range(0, 8).Select(s => new Vote(p, s, p < 10 == (s % 2 == 0) ? 1 : -1))),
    ]);

    [Fact]
    public void Parties_that_are_the_camps_match_and_parties_across_do_not()
    {
        var map = OpinionMap.Draw(Camps, None);
        var along = new GivenGroups(Camps, Enumerable.Range(0, 20).ToDictionary(p => p, p => p < 10 ? "Zwolle" : "Rijk"));
        var across = new GivenGroups(Camps, Enumerable.Range(0, 20).ToDictionary(p => p, p => p % 2 == 0 ? "Zwolle" : "Rijk"));

        Assert.Equal(GroupsFound.Clear, map.Found);
        Assert.Equal(["Rijk", "Zwolle"], along.Names);
        Assert.Equal(1, along.Against(map).AdjustedRand);
        Assert.InRange(across.Against(map).AdjustedRand!.Value, -0.2, 0.1);
        Assert.Equal([5, 5, 5, 5], across.Against(map).Counts.Cast<int>());
        Assert.All(along.Against(map).Middles, m => Assert.NotNull(m));
    }

    [Fact]
    public void Who_has_no_party_is_in_no_party()
    {
        var given = new GivenGroups(Camps, new Dictionary<int, string> { [3] = "Rijk", [99] = "Nergens" });

        Assert.Equal(["Rijk"], given.Names);
        Assert.Equal(19, given.GroupOfRow.Count(g => g == -1));
    }

    [Fact]
    public void A_party_that_did_not_vote_on_a_statement_is_not_heard_rather_than_against()
    {
        // Both agree with 0; on 1 only party 0 voted, on 2 party 0 agrees and party 1 is against, 3 both reject.
        var votes = new VoteMatrix([new(0, 0, 1), new(1, 0, 1), new(0, 1, 1), new(0, 2, 1), new(1, 2, -1), new(0, 3, -1), new(1, 3, -1)]);

        var stands = StatementStand.Of(votes, None, [0, 1]);

        Assert.Equal([2, 1, 2, 2], stands.Select(s => s.GroupsHeard));
        Assert.Equal([4 / 9.0, 1 / 3.0, 2 / 9.0, 1 / 9.0], stands.Select(s => s.BridgingAgree));
        Assert.Equal(4 / 9.0, stands[3].BridgingDisagree);
        Assert.Equal([null, null, 0, null], stands.Select(s => s.AgreedByOnly));
        Assert.Equal(2, stands.MaxBy(s => s.Divides)!.Statement);
        Assert.Equal(0, stands[1].Divides);
        Assert.Equal((2 / 3.0, 2 / 3.0), (stands[1].LeastAgree, stands[1].MostAgree));
    }

    [Fact]
    public void What_one_party_alone_raised_is_found_with_the_votes_of_the_others()
    {
        int[] party =
        [
            .. Enumerable
                .Range(0, 20)
                .Select(p =>
                    p < 10 ? 0
                    : p < 15 ? 1
                    : 2
                ),
        ];
        RaisedPoint[] raised = [new(0, 0), new(1, 0), new(1, 1), new(2, 0), new(2, 0), new(3, 2), new(70, 1)];

        var lone = RaisedPoints.ByOneParty(Camps, new HashSet<int> { 3 }, party, raised);

        Assert.Equal([0, 2, 70], lone.Select(p => p.Statement));
        Assert.Equal(new LonePoint(0, 0, 10, 0, 1), lone[0]);
        Assert.Equal(new LonePoint(70, 1, 0, null, null), lone[2]);
    }
}
