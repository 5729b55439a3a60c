using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public partial class Random_acts
{
    private sealed partial class World
    {
        private readonly List<Critique> critiques = [];
        private readonly List<CandidateRanking> orders = [];

        // People sit over their texts for a while; anyone may try anything there too.
        private void WorkOnTexts(System.Random chance)
        {
            for (var act = 0; act < 8; act++)
            {
                now += TimeSpan.FromMinutes(2);
                WorkOnTexts(chance, new Act(Someone(chance, Seated(chance)), now));
            }
        }

        private void WorkOnTexts(System.Random chance, Act act)
        {
            if (rounds.LastOrDefault() is not { } round)
                return;
            var present = candidates.Where(known => known.Round == round.Id).ToList();
            var desk = Desk.Of(round, texts, versions);
            var text = Pick(chance, present);
            var party = Pick(chance, table.Parties)!;
            var own = chance.Next(4) == 0 ? act : Own(party.Id);
            var acts = new Action[]
            {
                () => StartAnother(chance, round, new Beginning($"Tekst {chance.Next(9)}", present, desk), act),
                () => _ = text?.Rename($"Tekst {chance.Next(9)}", present, round, act),
                () => Criticise(chance, text, round, own),
                () => Criticise(chance, text, round, own),
                () => _ = chance.Next(4) == 0 ? text?.OpenCritique(round, act) : null,
                () => _ = Pick(chance, critiques) is { } known ? known.Answer(Reason, candidates.Single(one => one.Id == known.Candidate), round, act) : null,
                () => Order(chance, present, round, own),
                () => Order(chance, present, round, own),
                () => _ = round.ConfirmSpoken(act),
                () => _ = text?.Judge(new PrecisionVerdict("where", 1, Pick(chance, text.Sentences)?.Id, chance.Next(2) == 0 ? Reason : ""), desk, act),
                () => _ = round.WriteDream($"Droom {chance.Next(9)}", round.Dreams.Count, act),
                () => _ = Pick(chance, versions)?.AnswerTableFit(chance.Next(2) == 0 ? FitAnswer.Yes : FitAnswer.No("Jongeren", Reason), round, table, own),
                () => _ = round.ChooseFormat(Pick(chance, Enum.GetValues<RoundFormat>()), act),
                () => _ = round.ConfirmMet(act),
            };
            Pick(chance, acts)!();
        }

        private void StartAnother(System.Random chance, FramingRound round, Beginning beginning, Act act)
        {
            beginning = chance.Next(3) switch
            {
                0 => beginning with { Copied = Pick(chance, [.. beginning.Present]) },
                1 => beginning with { Points = Pick(chance, [.. texts.Where(text => text.Round == round.Id)]) },
                _ => beginning,
            };
            Keep(candidates, CandidateText.Start(A.New<CandidateTextId>(), round, beginning, act));
        }

        private void Criticise(System.Random chance, CandidateText? text, FramingRound round, Act act)
        {
            if (text is null || act.Actor is not Actor.ForParty { Party: var speaker })
                return;
            var critique = critiques.Find(known => known.Candidate == text.Id && known.Party == speaker);
            if (critique is null && Critique.Begin(A.New<CritiqueId>(), text, table.Party(speaker)!, act).Is(out critique, out _))
                critiques.Add(critique);
            var proposals = Pick(chance, text.Sentences) is { } sentence ? new[] { new ProposedWording(sentence.Id, sentence.Revision, "Anders.") } : [];
            _ = critique?.Write(new CritiqueWords($"Werkt {chance.Next(9)}", "", Reason, proposals), text, round, critique.Version, act);
        }

        private void Order(System.Random chance, List<CandidateText> present, FramingRound round, Act act)
        {
            if (act.Actor is not Actor.ForParty { Party: var speaker })
                return;
            var order = orders.Find(known => known.Round == round.Id && known.Party == speaker);
            if (order is null && CandidateRanking.Begin(A.New<CandidateRankingId>(), round, table.Party(speaker)!, act).Is(out order, out _))
                orders.Add(order);
            _ = order?.Rank(
                [.. present.Select(text => new PlacedCandidate(text.Id, chance.Next(3)))],
                new Ballot([.. present.Select(text => text.Id)], round, table.Party(speaker)!),
                act
            );
        }

        private void TextsArePossible()
        {
            foreach (var round in rounds)
            {
                var present = candidates.Where(text => text.Round == round.Id).ToList();
                Assert.Distinct(present.Select(text => text.Number));
                Assert.True(present.Count <= CandidateText.MostCandidates + 1, "more texts than a table can weigh");
                Assert.True(round.IsRevealed || round.Dreams.Count == 0, "a shared dream before the reveal");
                Assert.True(round.Format == RoundFormat.MeetingFirst || !round.TalksFirst, "talks first and writes first");
            }
            foreach (var critique in critiques)
            {
                var text = candidates.Single(known => known.Id == critique.Candidate);
                Assert.True(text.CritiqueOpenedAt is not null || (critique.Facts.Count == 0 && critique.Answers.Count == 0), "an unseen critique left a trace");
            }
            Assert.Distinct(orders.Select(order => (order.Round, order.Party)));
            Assert.All(orders, order => Assert.Distinct(order.Places.Select(place => place.Candidate)));
            Assert.DoesNotContain(
                versions,
                version => version.Advised.Count > 0 && !version.Advised.Contains(version.Candidate!.Value) && version.ChoiceReason.Length == 0
            );
        }
    }
}
