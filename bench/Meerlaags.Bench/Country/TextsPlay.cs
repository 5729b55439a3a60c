using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Bench.Country;

/// <summary>Plays the way to one text: candidates, critique, order, a version that is put to the parties, and their answers.</summary>
/// <param name="stage">Where it is played.</param>
/// <param name="phrases">Its words.</param>
/// <param name="round">The round.</param>
internal sealed class TextsPlay(Stage stage, Phrases phrases, FramingRound round)
{
    private const int SentenceLength = 300;

    /// <summary>Plays it.</summary>
    /// <param name="desk">The open points, and whether texts may be written.</param>
    /// <param name="reach">How far it comes.</param>
    public void Play(Desk desk, Reach reach)
    {
        var points = desk.Points.Order(Comparer<PointId>.Create((one, other) => one.Value.CompareTo(other.Value))).ToList();
        var first = stage.Made(CandidateText.Begin(stage.Id<CandidateTextId>(), round));
        Add(first, stage.Dice.Between(4, 9), points, desk);
        stage.Wait(stage.Dice.Between(2, 8));
        Recognise(first);
        if (stage.Dice.Chance(0.4))
            Compare(first, points, desk);
        if (reach == Reach.Drafting)
            return;
        stage.Wait(stage.Dice.Between(3, 15));
        Ask(first, reach);
    }

    private void Add(CandidateText text, int sentences, List<PointId> points, Desk desk)
    {
        for (var left = sentences; left > 0; left--)
        {
            var wording = new Phrasing(phrases.Sentence(SentenceLength), [stage.Dice.Pick(points), stage.Dice.Pick(points)]);
            Stage.Fine(text.Add(stage.Id<SentenceId>(), wording, desk, stage.Speaks(stage.Dice.Pick(stage.Parties))));
        }
    }

    private void Recognise(CandidateText text)
    {
        foreach (var sentence in text.Sentences)
        {
            foreach (var party in stage.Parties.Where(_ => stage.Dice.Chance(0.55)))
                Stage.Fine(text.Recognise(sentence.Id, sentence.Revision, recognised: true, round, stage.Speaks(party)));
        }
    }

    private void Compare(CandidateText first, List<PointId> points, Desk desk)
    {
        var beginning = new Beginning($"Een andere weg: {phrases.Compound()}", [first], desk);
        var other = stage.Made(CandidateText.Start(stage.Id<CandidateTextId>(), round, beginning, stage.Facilitates()));
        Add(other, 3, points, desk);
        foreach (var party in stage.Table.Seated.Where(_ => stage.Dice.Chance(0.6)).ToList())
        {
            var act = stage.Speaks(party.Id);
            var critique = stage.Made(Critique.Begin(stage.Id<CritiqueId>(), first, party, act));
            var words = new CritiqueWords(phrases.Sentences(1, 2), phrases.Sentences(1, 2), stage.Dice.Chance(0.4) ? phrases.Sentences(1, 1) : "", []);
            Stage.Fine(critique.Write(words, first, round, critique.Version, act));
        }
        Stage.Fine(first.OpenCritique(round, stage.Facilitates()));
        foreach (var party in stage.Table.Seated.Where(_ => stage.Dice.Chance(0.7)).ToList())
        {
            var act = stage.Speaks(party.Id);
            var order = stage.Made(CandidateRanking.Begin(stage.Id<CandidateRankingId>(), round, party, act));
            Stage.Fine(order.Rank([new(first.Id, 1), new(other.Id, stage.Dice.Between(1, 2))], new Ballot([first.Id, other.Id], round, party), act));
        }
    }

    private void Ask(CandidateText text, Reach reach)
    {
        var put = stage.Facilitates();
        var version = stage.Made(TextVersion.Put(stage.Id<TextVersionId>(), round, text, new Put(stage.Table, [], put.Today.AddYears(1)), put));
        foreach (var party in stage.Parties.Where(_ => stage.Dice.Chance(0.7)))
        {
            var fits = stage.Dice.Chance(0.8) ? FitAnswer.Yes : FitAnswer.No(phrases.Compound(), phrases.Sentence(SentenceLength));
            Stage.Fine(version.AnswerTableFit(fits, round, stage.Table, stage.Speaks(party)));
        }
        stage.Wait(stage.Dice.Between(3, 15));
        var answers = stage.Parties;
        foreach (var party in reach == Reach.Asking ? answers.Skip(1).Where(_ => stage.Dice.Chance(0.6)).ToList() : answers)
        {
            // With the last answer that decides it is a shared issue, and nobody is asked any more.
            if (version.IsOut)
                Answer(version, party, mayWorry: reach == Reach.Asking);
        }
    }

    private void Answer(TextVersion version, PartyId party, bool mayWorry)
    {
        var (act, binds) = stage.Binds(party);
        var choice =
            mayWorry && stage.Dice.Chance(0.15) ? ConsentChoice.Concern
            : stage.Dice.Chance(0.25) ? ConsentChoice.ConsentWithReservation
            : ConsentChoice.Consent;
        var reason = choice == ConsentChoice.Consent ? "" : phrases.Sentence(SentenceLength);
        Stage.Fine(version.Answer(stage.Id<ConsentId>(), new GivenConsent(choice, reason, binds, version.Hash), stage.Table, act));
        if (version.Establish(stage.Id<SharedIssueId>(), round, stage.Table, act).Is(out var issue, out _))
            stage.Things.Add(issue);
    }
}
