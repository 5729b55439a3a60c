using FsCheck;
using FsCheck.Fluent;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Grouping_points
{
    [Fact]
    public void What_is_the_same_as_a_third_is_the_same_as_each_other()
    {
        var revealed = A.Revealed(Parties.Dantumadiel, Parties.Fryslan, Parties.Rijk);
        var marks = Marks(revealed, [(0, 1), (1, 2)]);

        var groups = PointGroups.From(revealed.Texts, marks);

        Assert.Equal([Parties.Dantumadiel, Parties.Fryslan, Parties.Rijk], Assert.Single(groups.ByAll).Parties);
        Assert.Empty(groups.ByOne);
        Assert.Empty(groups.BySeveral);
        Assert.Same(groups.ByAll[0], groups.Of(revealed.Points[2]));
        Assert.Null(groups.Of(A.New<PointId>()));
    }

    [Fact]
    public void What_one_party_raised_comes_first()
    {
        var revealed = A.Revealed(Parties.Dantumadiel, Parties.Fryslan, Parties.Rijk);

        var groups = PointGroups.From(revealed.Texts, Marks(revealed, [(0, 1)]));

        Assert.Equal([Parties.Rijk], Assert.Single(groups.ByOne).Parties);
        Assert.Equal([Parties.Dantumadiel, Parties.Fryslan], Assert.Single(groups.BySeveral).Parties);
        Assert.Equal([.. groups.ByOne, .. groups.BySeveral], groups.All);
    }

    [Fact]
    public void An_undone_mark_binds_nothing()
    {
        var revealed = A.Revealed();
        var marks = Marks(revealed, [(0, 1)]);
        marks[0].Undo(revealed.Round, A.Facilitation());

        Assert.Equal(2, PointGroups.From(revealed.Texts, marks).ByOne.Count);
    }

    [Fact]
    public void The_same_thought_twice_from_one_party_is_still_raised_by_one()
    {
        var table = A.FullTable();
        var round = A.Round(table);
        var texts = new[] { A.Submitted(round, table, Parties.Rijk, A.Draft(points: ["Huizen", "Woningen"])), A.Submitted(round, table, Parties.Fryslan) };
        round.RevealTexts(texts, table, A.Facilitation());
        var revealed = new RevealedRound(table, round, texts);

        var groups = PointGroups.From(texts, Marks(revealed, [(0, 1)]));

        Assert.Contains(groups.ByOne, group => group.Points.Count == 2 && group.Parties.SequenceEqual([Parties.Rijk]));
    }

    [Fact]
    public void A_blind_text_is_in_no_group()
    {
        var revealed = A.Revealed();
        var blind = A.Written(revealed.Round, revealed.Table, Parties.Rijk);

        Assert.Equal(2, PointGroups.From([.. revealed.Texts, blind], []).All.Count());
    }

    [Fact]
    public void Groups_are_the_connected_components_of_the_marks_in_whatever_order_they_come() =>
        Prop.ForAll(
                Gen.Choose(0, 11).SelectMany(one => Gen.Choose(0, 11).Select(other => (one, other))).ListOf().ToArbitrary(),
                Gen.Choose(1, 10_000).ToArbitrary(),
                (pairs, seed) =>
                {
                    var revealed = TwelvePoints.Value;
                    var chosen = pairs.Where(pair => pair.one != pair.other).Take(14).ToList();
                    var marks = Marks(revealed, chosen);
                    var shuffled = marks.ToArray();
                    var texts = revealed.Texts.ToArray();
                    var chance = new System.Random(seed);
                    chance.Shuffle(shuffled);
                    chance.Shuffle(texts);

                    var groups = PointGroups.From(revealed.Texts, marks);

                    var parts = Parts(groups.All);
                    Assert.Equal(NaiveParts(revealed, chosen), parts);
                    Assert.Equal(12, groups.All.Sum(group => group.Points.Count));
                    Assert.All(groups.All, group => Assert.Equal(group.Parties.ToHashSet(), group.Points.Select(point => point.Party).ToHashSet()));
                    Assert.All(groups.ByOne, group => Assert.Single(group.Parties));
                    Assert.All(groups.BySeveral, group => Assert.InRange(group.Parties.Count, 2, 3));
                    Assert.All(groups.ByAll, group => Assert.Equal(4, group.Parties.Count));
                    var again = PointGroups.From(texts, shuffled);
                    Assert.Equal(Parts(groups.ByOne), Parts(again.ByOne));
                    Assert.Equal(Parts(groups.BySeveral), Parts(again.BySeveral));
                    Assert.Equal(Parts(groups.ByAll), Parts(again.ByAll));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static readonly Lazy<RevealedRound> TwelvePoints = new(() =>
    {
        var table = A.FullTable();
        var round = A.Round(table);
        var texts = Parties.All.Take(4).Select(party => A.Submitted(round, table, party, A.Draft(points: ["een", "twee", "drie"]))).ToList();
        round.RevealTexts(texts, table, A.Facilitation());
        return new RevealedRound(table, round, texts);
    });

    private static List<SamePoint> Marks(RevealedRound revealed, IEnumerable<(int One, int Other)> pairs) =>
        [
            .. pairs.SelectMany(pair =>
                SamePoint.Mark(revealed.Round, revealed.Texts, [revealed.Points[pair.One], revealed.Points[pair.Other]], A.Facilitation()).OrFail()
            ),
        ];

    private static SortedSet<string> Parts(IEnumerable<PointGroup> groups) =>
        [.. groups.Select(group => string.Join(' ', group.Points.Select(raised => raised.Point.Id.Value).Order()))];

    private static SortedSet<string> NaiveParts(RevealedRound revealed, IReadOnlyList<(int One, int Other)> pairs)
    {
        var label = Enumerable.Range(0, revealed.Points.Count).ToArray();
        for (var changed = true; changed; )
        {
            changed = false;
            foreach (var (one, other) in pairs)
            {
                var lowest = Math.Min(label[one], label[other]);
                changed |= label[one] != lowest || label[other] != lowest;
                (label[one], label[other]) = (lowest, lowest);
            }
        }
        return
        [
            .. Enumerable
                .Range(0, label.Length)
                .GroupBy(index => label[index])
                .Select(part => string.Join(' ', part.Select(index => revealed.Points[index].Value).Order())),
        ];
    }
}
