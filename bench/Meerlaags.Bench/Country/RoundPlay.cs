using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Bench.Country;

/// <summary>Plays a round of a table as far as the table came.</summary>
/// <param name="stage">Where it is played.</param>
/// <param name="phrases">Its words.</param>
/// <param name="questions">What is asked.</param>
internal sealed class RoundPlay(Stage stage, Phrases phrases, QuestionSet questions)
{
    private const int PointLength = 200;
    private const int SureTexts = FramingRound.FewestTexts;

    private readonly List<PointId> points = [];

    /// <summary>A thought that one party writes down word for word, or null.</summary>
    public string? OwnThought { get; init; }

    /// <summary>Plays it.</summary>
    /// <param name="previous">The rounds before.</param>
    /// <param name="reach">How far it comes; a round by itself is never archived.</param>
    public FramingRound Play(IReadOnlyCollection<FramingRound> previous, Reach reach)
    {
        var round = stage.Made(FramingRound.Open(stage.Id<RoundId>(), stage.Table, previous, questions.Reference with { }, stage.Facilitates()));
        if (stage.Dice.Chance(0.2))
            Meet(round);
        stage.Wait(stage.Dice.Between(5, 12));
        var texts = Write(round, reach == Reach.Writing ? 0.55 : 0.93);
        if (reach == Reach.Writing)
            return round;
        stage.Wait(stage.Dice.Between(2, 7));
        Stage.Fine(round.RevealTexts(texts, stage.Table, stage.Facilitates()));
        if (reach == Reach.Revealed)
            return round;
        Discuss(round, texts, reach);
        return round;
    }

    private void Meet(FramingRound round)
    {
        Stage.Fine(round.ChooseFormat(RoundFormat.MeetingFirst, stage.Facilitates()));
        stage.Wait(stage.Dice.Between(1, 7));
        Stage.Fine(round.ConfirmMet(stage.Facilitates()));
    }

    private List<Formulation> Write(FramingRound round, double handsIn)
    {
        var texts = new List<Formulation>();
        foreach (var (place, party) in stage.Table.Seated.Index().ToList())
        {
            var hands = place < SureTexts || stage.Dice.Chance(handsIn);
            if (hands || stage.Dice.Chance(0.5))
                texts.Add(Write(round, party, hands));
        }
        return texts;
    }

    private Formulation Write(FramingRound round, Party party, bool handsIn)
    {
        var act = stage.Speaks(party.Id);
        var text = stage.Made(Formulation.Begin(stage.Id<FormulationId>(), round, party, act));
        Stage.Fine(text.Write(round, new Draft(Answers(), Points()), text.Version, act));
        if (!handsIn)
            return text;
        Submit(act);
        if (stage.Dice.Chance(0.08))
        {
            Stage.Fine(text.TakeBack(round, stage.Speaks(party.Id)));
            Submit(stage.Speaks(party.Id));
        }
        return text;

        void Submit(Act by) => Stage.Fine(text.Submit(round, party, questions, stage.Dice.Hex(), by));
    }

    private List<Answer> Answers() =>
        [
            .. questions
                .Questions.Where(question => question.Required || stage.Dice.Chance(0.55))
                .Select(question => new Answer(question.Key, phrases.Sentences(1, 3))),
        ];

    private List<DraftPoint> Points()
    {
        var drafted = Enumerable.Range(0, stage.Dice.Between(2, 5)).Select(_ => new DraftPoint(stage.Id<PointId>(), phrases.Sentence(PointLength))).ToList();
        if (OwnThought is { } thought && points.Count == 0)
            drafted[0] = drafted[0] with { Text = thought };
        points.AddRange(drafted.Select(point => point.Id));
        return drafted;
    }

    private void Discuss(FramingRound round, List<Formulation> texts, Reach reach)
    {
        var open = texts.Where(text => text.RevealedAt is not null).SelectMany(text => text.Points).Select(point => point.Id).ToHashSet();
        stage.Wait(stage.Dice.Between(2, 9));
        var weighing = new StatementsPlay(stage, phrases, round);
        weighing.Propose(open);
        stage.Wait(stage.Dice.Between(2, 9));
        weighing.Weigh(reach == Reach.Weighing ? 0.6 : 0.95);
        if (reach == Reach.Weighing)
            return;
        stage.Wait(stage.Dice.Between(2, 9));
        weighing.Open();
        Stage.Fine(round.ConfirmSpoken(stage.Facilitates()));
        var speaker = stage.Dice.Pick(stage.Parties);
        if (stage.Dice.Chance(0.5))
            Stage.Fine(round.WriteDream(phrases.Sentences(1, 2), 0, stage.Speaks(speaker)));
        if (stage.Dice.Chance(0.3))
            stage.Made(MissingParty.Notice(stage.Id<MissingPartyId>(), round, phrases.Compound(), phrases.Sentence(PointLength), stage.Speaks(speaker)));
        if (reach == Reach.Undecided)
        {
            var act = stage.Facilitates();
            Stage.Fine(round.CloseUndecided(phrases.Sentences(1, 2), act.Today.AddDays(stage.Dice.Between(20, 90)), stage.Table, [], act));
        }
        else if (reach != Reach.Opened)
        {
            stage.Wait(stage.Dice.Between(5, 20));
            new TextsPlay(stage, phrases, round).Play(Desk.Of(round, texts, []), reach);
        }
    }
}
