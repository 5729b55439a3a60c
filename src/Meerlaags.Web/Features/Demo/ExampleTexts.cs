using Meerlaags.Domain.Framing;

namespace Meerlaags.Web.Features.Demo;

/// <summary>Plays what happened around the texts of an example: a dream, other candidates, critique and orders.</summary>
public sealed class ExampleTexts(ExampleTable table, FramingRound round, ExampleRound plan)
{
    /// <summary>Everything that came of it, besides the first candidate.</summary>
    public IEnumerable<object> Play(CandidateText first, Desk desk)
    {
        if (plan.SpokenDaysAgo is { } spoken)
            ExampleTable.Fine(round.ConfirmSpoken(table.Facilitates(spoken)));
        if (plan.Dream is { } dream)
            ExampleTable.Fine(round.WriteDream(dream.Text, 0, table.Speaks(dream.By, dream.DaysAgo)));
        var candidates = new List<CandidateText> { first };
        foreach (var other in plan.Others)
            candidates.Add(Start(other, candidates, desk));
        return [.. candidates.Skip(1), .. Criticise(first), .. Order(candidates)];
    }

    private CandidateText Start(ExampleOther other, List<CandidateText> present, Desk desk)
    {
        var beginning = new Beginning(other.Name, [.. present], desk) { Copied = present[0] };
        var act = table.Speaks(other.By, other.DaysAgo);
        var started = ExampleTable.Made(CandidateText.Start(new CandidateTextId(Guid.CreateVersion7()), round, beginning, act));
        foreach (var sentence in other.Sentences)
            ExampleTable.Fine(started.Add(new SentenceId(Guid.CreateVersion7()), new Phrasing(sentence, []), desk, act));
        return started;
    }

    private List<Critique> Criticise(CandidateText first)
    {
        var critiques = new List<Critique>();
        foreach (var given in plan.Critiques)
        {
            var act = table.Speaks(given.Party, given.DaysAgo);
            var party = table.Collaboration.Party(table.Party(given.Party))!;
            var critique = ExampleTable.Made(Critique.Begin(new CritiqueId(Guid.CreateVersion7()), first, party, act));
            ExampleTable.Fine(critique.Write(new CritiqueWords(given.Works, given.Lacks, given.Harms, []), first, round, critique.Version, act));
            critiques.Add(critique);
        }
        if (critiques.Count > 0)
            ExampleTable.Fine(first.OpenCritique(round, table.Facilitates(plan.Critiques.Min(given => given.DaysAgo) - 1)));
        return critiques;
    }

    private IEnumerable<CandidateRanking> Order(List<CandidateText> candidates)
    {
        foreach (var given in plan.Orders)
        {
            var act = table.Speaks(given.Party, given.DaysAgo);
            var party = table.Collaboration.Party(table.Party(given.Party))!;
            var order = ExampleTable.Made(CandidateRanking.Begin(new CandidateRankingId(Guid.CreateVersion7()), round, party, act));
            var places = given.Places.Index().Select(place => new PlacedCandidate(candidates[place.Item - 1].Id, place.Index + 1));
            ExampleTable.Fine(order.Rank([.. places], new Ballot([.. candidates.Select(text => text.Id)], round, party), act));
            yield return order;
        }
    }
}
