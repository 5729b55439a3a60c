using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Bench.Country;

/// <summary>Plays one table from its first day until where it came, with the rules of the domain.</summary>
/// <param name="plan">The table.</param>
/// <param name="dice">Its dice.</param>
/// <param name="questions">What rounds ask.</param>
internal sealed class TablePlay(TablePlan plan, Dice dice, QuestionSet questions)
{
    private readonly Stage stage = new(dice, plan.Start, plan.Facilitator);
    private readonly Phrases phrases = new(dice, plan.Theme, [.. plan.Parties.Select(party => party.Organisation.Name)]);

    /// <summary>Plays it, and answers where everything of it is.</summary>
    public Stage Play()
    {
        new TableSetting(plan, stage, phrases).Play();
        if (plan.Reach == Reach.Seated)
            return stage;
        stage.Wait(dice.Between(7, 21));
        var finishes = plan.Reach is Reach.Again or Reach.Archived;
        var first = Round([], finishes ? Reach.Shared : plan.Reach);
        if (plan.Reach == Reach.Again)
        {
            stage.Wait(dice.Between(30, 90));
            Round([first], dice.Chance(0.5) ? Reach.Writing : Reach.Weighing);
        }
        if (plan.Reach == Reach.Archived)
        {
            stage.Wait(dice.Between(20, 60));
            Stage.Fine(stage.Table.Archive(phrases.Sentence(200), stage.Facilitates()));
        }
        return stage;
    }

    private FramingRound Round(IReadOnlyCollection<FramingRound> previous, Reach reach) =>
        new RoundPlay(stage, phrases, questions)
        {
            OwnThought = plan.UsesRareWord ? $"Het {Vocabulary.Rare} langs de plas is kwetsbaar en hoort bij ons landschap." : null,
        }.Play(previous, reach);
}
