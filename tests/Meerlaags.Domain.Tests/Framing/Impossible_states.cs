using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public partial class Random_acts
{
    private sealed partial class World
    {
        public void IsPossible()
        {
            Assert.True(rounds.Count(round => round.IsOpen) <= 1, "two rounds are open");
            foreach (var text in texts)
                IsPossible(text, rounds.Single(round => round.Id == text.Round));
            foreach (var round in rounds)
            {
                var blind = texts.Where(text => text.Round == round.Id && text.Submission is { Late: false }).Select(text => text.Party);
                Assert.Equal(blind.ToHashSet(), round.HandedIn.Select(mark => mark.Party).ToHashSet());
                Assert.True(versions.Count(version => version.Round == round.Id && version.IsOut) <= (round.IsOpen ? 1 : 0), "a version too many is out");
                Assert.True(round.IsRevealed || versions.All(version => version.Round != round.Id), "a version before the reveal");
                Assert.True(round.IsRevealed || marks.All(mark => mark.Round != round.Id), "points compared before the reveal");
                Assert.True(round.Facts.Count(recorded => recorded.Fact is RoundClosed) <= 1, "a round closed twice");
                var agreed = versions.Count(version => version.Round == round.Id && version.AgreedAt is not null);
                Assert.Equal(round.Closing?.Outcome is RoundOutcome.Shared ? 1 : 0, agreed);
                if (round.Reveal is { } reveal)
                    Assert.True(texts.Count(text => text.Round == round.Id && text.RevealedAt == reveal.At) >= FramingRound.FewestTexts, "revealed alone");
            }
            foreach (var version in versions)
            {
                Assert.Equal(bodies[version.Id], version.Body);
                Assert.True(version.WithdrawnAt is null || version.AgreedAt is null, "withdrawn and agreed");
                Assert.Equal(version.AgreedAt is null ? 0 : 1, issues.Count(issue => issue.Text == version.Id));
                Assert.DoesNotContain(version.Consents, consent => consent.Binding && consent.Mandate is null);
            }
            foreach (var candidate in candidates)
            {
                Assert.Equal(Enumerable.Range(1, candidate.Sentences.Count), candidate.Sentences.Select(sentence => sentence.Position));
                Assert.DoesNotContain(candidate.Recognitions, recognition => candidate.Sentence(recognition.Sentence) is null);
            }
            Assert.Distinct(table.Parties.Select(party => party.Id));
            Assert.Distinct(table.Seated.Where(party => party.Organisation is not null).Select(party => party.Organisation));
            Assert.DoesNotContain(
                table.Parties,
                party => party.DecidesOn(A.Today) && (!party.IsSeated || party.SeatOn(A.Today).Degree is SeatDegree.Resting or SeatDegree.MovingAlong)
            );
            RoomsArePossible();
            TextsArePossible();
            StatementsArePossible();
            Assert.DoesNotContain(invitations, invitation => invitation.UsedAt is not null && invitation.WithdrawnAt is not null);
        }

        private void IsPossible(Formulation text, FramingRound round)
        {
            Assert.True(text.RevealedAt is null || text.IsSubmitted, "revealed and not submitted");
            Assert.True(text.RevealedAt is null || round.IsRevealed, "a blind text bears a moment of reveal");
            Assert.True(text.Submission is not { Late: true } || text.RevealedAt == text.Submission.At, "late and not open at once");
            Assert.True(text.Submission is not { Late: false } || text.RevealedAt is null || text.RevealedAt == round.Reveal!.At, "revealed on its own");
            var left = table.Party(text.Party)!.LeftAt;
            Assert.True(text.RevealedAt is null || left is null || text.RevealedAt <= left, "revealed after the party had left");
            if (text.Submission is not { } submission)
                return;
            Assert.Equal(submission.Hash, SealedText.Hash(text, submission.Salt));
            if (text.RevealedAt is not null)
                Assert.Equal(frozen.TryAdd(text.Id, submission.Hash) ? submission.Hash : frozen[text.Id], submission.Hash);
        }
    }
}
