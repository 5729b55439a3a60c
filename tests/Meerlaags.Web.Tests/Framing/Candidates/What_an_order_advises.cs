using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Candidates;

namespace Meerlaags.Web.Tests.Framing.Candidates;

/// <summary>Orders become advice in words by the method of Schulze; no party weighs more than another.</summary>
public sealed class What_an_order_advises
{
    private readonly List<CandidateTextId> texts = [.. Enumerable.Range(0, 4).Select(_ => new CandidateTextId(Guid.CreateVersion7()))];

    [Fact]
    public void One_party_is_no_table()
    {
        Assert.Null(Advice([0, 1]));
        Assert.Null(RankingAdvice.From(texts[..1], [Order(0), Order(0)]));
    }

    [Fact]
    public void A_text_that_beats_all_others_comes_first_with_how_many_said_so()
    {
        var advice = Advice([0, 1, 2], [0, 2], [1, 0], [0, 1, 2])!;

        Assert.Equal([texts[0]], advice.First);
        Assert.Equal(3, advice.Because.Count);
        Assert.Equal(new Duel(texts[0], texts[1], 3, 1, 4), Assert.Single(advice.Because[0].Steps));
        Assert.Empty(advice.Between);
    }

    [Fact]
    public void No_clear_first_is_an_answer()
    {
        var advice = Advice([0, 1], [1, 0])!;

        Assert.False(advice.HasClearFirst);
        Assert.Equal(texts[..2], advice.First);
        Assert.Equal(new Duel(texts[0], texts[1], 1, 1, 2), Assert.Single(advice.Between));
        Assert.Empty(advice.Because);
    }

    [Fact]
    public void In_a_circle_the_strongest_way_counts_and_is_told_step_by_step()
    {
        // 0 before 1 by five, 1 before 2 by three, 2 before 0 by one: the weakest step gives way.
        int[][] orders =
        [
            [0, 1, 2],
            [0, 1, 2],
            [0, 1, 2],
            [1, 2, 0],
            [1, 2, 0],
            [2, 0, 1],
            [2, 0, 1],
        ];

        var advice = Advice(orders)!;

        Assert.Equal([texts[0]], advice.First);
        var along = advice.Because.Single(way => way.Other == texts[2]);
        Assert.Equal([texts[0], texts[1]], along.Steps.Select(step => step.One));
        Assert.Equal([texts[1], texts[2]], along.Steps.Select(step => step.Other));
    }

    [Fact]
    public void A_text_that_is_no_longer_there_is_left_out_of_an_order()
    {
        Assert.Equal([texts[1]], RankingAdvice.From(texts[1..3], [Order(0, 1, 2), Order(1)])!.First);
    }

    private RankingAdvice? Advice(params int[][] orders) => RankingAdvice.From(texts, [.. orders.Select(Order)]);

    private CandidateRanking Order(params int[] places)
    {
        var facilitation = new Act(new Actor.ForCollaboration(new PersonId(Guid.CreateVersion7())), Harness.Clock.Start);
        Domain.Collaborations.Collaboration.Start(new(Guid.CreateVersion7()), "Wonen", "Fryslân", facilitation).Is(out var table, out _);
        var parties = Enumerable.Range(0, 2).Select(number => (Id: new PartyId(Guid.CreateVersion7()), Name: $"Partij {number}")).ToList();
        foreach (var (id, name) in parties)
            Assert.Null(table!.Seat(id, new(null, name, Domain.Register.GovernmentTier.Municipality, []), facilitation));
        FramingRound.Open(new(Guid.CreateVersion7()), table!, [], new("vraagstuk", 1), facilitation).Is(out var round, out _);
        var act = facilitation with { Actor = new Actor.ForParty(new PersonId(Guid.CreateVersion7()), parties[0].Id) };
        CandidateRanking.Begin(new(Guid.CreateVersion7()), round!, table!.Party(parties[0].Id)!, act).Is(out var order, out _);
        typeof(CandidateRanking)
            .GetProperty(nameof(CandidateRanking.Places))!
            .SetValue(order, places.Index().Select(place => new PlacedCandidate(texts[place.Item], place.Index + 1)).ToList());
        return order!;
    }
}
