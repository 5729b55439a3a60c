using FsCheck;
using FsCheck.Fluent;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Splitting_and_naming_clusters
{
    private readonly RevealedRound revealed = A.Revealed(Parties.Dantumadiel, Parties.Fryslan, Parties.Rijk);
    private readonly List<SamePoint> marks = [];

    public Splitting_and_naming_clusters() => Mark(0, 1, 2);

    [Fact]
    public void A_point_that_held_all_together_goes_and_the_others_stay_together()
    {
        Split(A.Act(Parties.Rijk), First);

        Assert.Equal(
            new HashSet<PointId>(revealed.Points.Where(point => point != First)),
            PointGroups.Tied(marks, revealed.Points.First(point => point != First))
        );
        Assert.Equal([First], PointGroups.Tied(marks, First));
        Assert.Equal(2, marks.SelectMany(mark => mark.Facts).Count(recorded => recorded.Fact is SameMarkUndone));
    }

    [Fact]
    public void Nobody_takes_out_nothing_or_all_or_what_is_not_there()
    {
        Assert.Equal("points.not-together", Try(A.Facilitation()).Refusal?.Code);
        Assert.Equal("points.not-together", Try(A.Facilitation(), First, A.New<PointId>()).Refusal?.Code);
        Assert.Equal("points.leave-some", Try(A.Facilitation(), [.. revealed.Points]).Refusal?.Code);
        Assert.Equal("points.leave-some", Try(A.Facilitation(), A.New<PointId>()).Refusal?.Code);
        Assert.Equal("access.members-only", Try(A.Job(), First).Refusal?.Code);
        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation());
        Assert.Equal("round.closed", Try(A.Facilitation(), First).Refusal?.Code);
        Assert.All(marks, mark => Assert.True(mark.Ties));
    }

    [Fact]
    public void A_name_is_kept_with_who_gave_it_and_the_names_before()
    {
        Assert.Null(revealed.Round.NamePoints(Cluster, "  Wonen voor\njongeren ", A.Act(Parties.Rijk)));
        Assert.Null(revealed.Round.NamePoints(Cluster, "Jong blijven wonen", A.Facilitation()));
        Assert.Null(revealed.Round.NamePoints(Cluster, "Jong blijven wonen", A.Act(Parties.Rijk)));

        Assert.Equal("Jong blijven wonen", Cluster.Name);
        Assert.Equal([("Wonen voor jongeren", (PartyId?)Parties.Rijk), ("Jong blijven wonen", null)], Cluster.Names.Select(name => (name.Name, name.Party)));
        Assert.Equal(2, revealed.Round.Facts.Count(recorded => recorded.Fact is PointsNamed));
    }

    [Fact]
    public void A_name_needs_words_and_two_points()
    {
        Assert.Equal("text.missing", revealed.Round.NamePoints(Cluster, " ", A.Facilitation())?.Code);
        Assert.Equal("text.too-long", revealed.Round.NamePoints(Cluster, new string('a', PointName.Limit + 1), A.Facilitation())?.Code);
        Assert.Equal("access.members-only", revealed.Round.NamePoints(Cluster, "Naam", A.Job())?.Code);
        Split(A.Facilitation(), First);
        Assert.Equal("points.name-needs-two", revealed.Round.NamePoints(Groups.Of(First)!, "Naam", A.Facilitation())?.Code);
        Assert.Empty(revealed.Round.PointNames);
    }

    [Fact]
    public void A_name_stays_with_most_of_its_points()
    {
        revealed.Round.NamePoints(Cluster, "Wonen", A.Facilitation());

        Split(A.Facilitation(), First);

        Assert.Equal("Wonen", Groups.Of(revealed.Points.First(point => point != First))!.Name);
        Assert.Null(Groups.Of(First)!.Name);
    }

    [Fact]
    public void However_clusters_are_marked_and_split_every_part_is_what_was_asked() =>
        Prop.ForAll(
                Gen.Choose(1, 100_000).ToArbitrary(),
                seed =>
                {
                    var chance = new System.Random(seed);
                    var own = new List<SamePoint>(marks);
                    for (var act = 0; act < 12; act++)
                    {
                        var some = revealed.Points.Where(_ => chance.Next(2) == 0).ToList();
                        if (chance.Next(2) == 0 && SamePoint.Mark(revealed.Round, revealed.Texts, some, A.Facilitation()).Is(out var made, out _))
                        {
                            own.AddRange(made);
                            continue;
                        }
                        var before = some.Count == 0 ? null : PointGroups.Tied(own, some[0]);
                        if (!SamePoint.Split(revealed.Round, own, some, A.Facilitation()).Is(out var more, out _))
                            continue;
                        own.AddRange(more);
                        Assert.True(PointGroups.Tied(own, some[0]).SetEquals(some));
                        var stayed = before!.Except(some).ToList();
                        Assert.True(PointGroups.Tied(own, stayed[0]).SetEquals(stayed));
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private PointId First => marks[0].First;

    private PointGroups Groups => PointGroups.From(revealed.Texts, marks, revealed.Round.PointNames);

    private PointGroup Cluster => Assert.Single(Groups.ByAll);

    private void Mark(params int[] places) =>
        marks.AddRange(SamePoint.Mark(revealed.Round, revealed.Texts, [.. places.Select(place => revealed.Points[place])], A.Facilitation()).OrFail());

    private Decided<IReadOnlyList<SamePoint>> Try(Act act, params IReadOnlyCollection<PointId> going) => SamePoint.Split(revealed.Round, marks, going, act);

    private void Split(Act act, params IReadOnlyCollection<PointId> going) => marks.AddRange(Try(act, going).OrFail());
}
