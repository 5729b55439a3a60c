using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Cli.Explain;

/// <summary>The budget of one election told to people: what is bought, who pays, what was tied, why the others lost.</summary>
internal sealed class PbExplanation(PbElection election, Words words)
{
    private Purses Equal => Purses.Equal(election.Ballots.Count, election.Budget);

    public void Write(Rational increment)
    {
        words.Say(
            $"Verkiezing: {words.Voters(election.Ballots.Count)}, {election.Projects.Count} projecten, budget {words.Amount(election.Budget)}.",
            $"Election: {words.Voters(election.Ballots.Count)}, {election.Projects.Count} projects, budget {words.Amount(election.Budget)}."
        );
        SayBallots();
        if (election.Ballots.Count == 0)
            return;
        if (election.BallotType is BallotType.Cumulative or BallotType.Scoring)
        {
            var points = SupportProfile.Of(election, Satisfaction.Points);
            var outcome = EqualShares.Run(points, Equal);
            WritePurchases(points, outcome, Equal.Endowments[0]);
            WriteLosses(outcome);
            return;
        }
        var cost = SupportProfile.Of(election, Satisfaction.Cost);
        var first = EqualShares.Run(cost, Equal);
        WritePurchases(cost, first, Equal.Endowments[0]);
        var completed = EqualSharesCompletion.Add1(cost, election.Budget, increment);
        WriteCompletion(first, completed, increment);
        WriteLosses(completed.Outcome);
        WriteComparison(cost, completed.Outcome);
    }

    private string Name(int project)
    {
        var (id, name) = (election.Projects[project].Id, election.Projects[project].Columns.GetValueOrDefault("name")?.Trim());
        return string.IsNullOrEmpty(name) ? $"'{id}'" : $"'{name}' ({id})";
    }

    private string Names(IEnumerable<int> projects) => words.List(projects.Select(Name));

    private string Criteria(TieOrder order) =>
        words.List(
            order.Criteria.Select(criterion =>
                criterion switch
                {
                    TieCriterion.MostVotes => words.Pick("de meeste stemmen", "most votes"),
                    TieCriterion.LowestCost => words.Pick("de laagste kosten", "lowest cost"),
                    TieCriterion.Id => words.Pick("de volgorde van de nummers, gelezen als tekst", "the order of the ids, read as text"),
                }
            )
        );

    private void SayBallots()
    {
        switch (election.BallotType)
        {
            case BallotType.Approval or BallotType.ChooseOne:
                words.Say("Op een stembiljet staan de projecten die iemand wil.", "A ballot names the projects somebody wants.");
                break;
            case BallotType.Cumulative or BallotType.Scoring:
                words.Say(
                    "Op een stembiljet staan punten per project. Meer punten: men heeft er meer aan.",
                    "A ballot gives points to projects: more points, more use."
                );
                break;
            case BallotType.Ordinal:
                words.Say(
                    "Op een stembiljet staan projecten op volgorde. Elk genoemd project telt als gewenst; de volgorde telt hier niet mee.",
                    "A ballot puts projects in order. Every project named counts as wanted; the order does not count here."
                );
                break;
        }
    }

    private void WritePurchases(SupportProfile profile, EqualSharesOutcome outcome, Rational endowment)
    {
        words.Blank();
        words.Say("VERDELING VOLGENS DE METHODE VAN GELIJKE DELEN", "THE METHOD OF EQUAL SHARES");
        words.Say(
            $"Iedere stemmer krijgt een even groot deel van het budget: {words.Amount(endowment)}. Steeds wordt het project gekocht waarvoor de voorstanders",
            $"Every voter gets an equal part of the budget: {words.Amount(endowment)}. Again and again the project is bought for which supporters"
        );
        words.Say(
            "naar verhouding het minst hoeven te betalen. Zij betalen samen. Wie niet genoeg heeft, geeft alles wat hij nog heeft.",
            "have to pay least for what they get. They pay together. Whoever has not enough gives all that is left."
        );
        for (var k = 0; k < outcome.Selected.Count; k++)
        {
            var project = outcome.Selected[k];
            var payments = outcome.PaymentsFor(k);
            var (most, broke) = (words.Amount(payments.Max(p => p.Amount)), payments.Count(p => p.GaveAll));
            var supporters = profile.SupportersOf(project).Count;
            words.Say(
                $"{k + 1}. {Name(project)} kost {words.Amount(profile.Costs[project])}. Van de {words.Supporters(supporters)} betalen er {words.Count(payments.Count)}, ieder hoogstens {most}.",
                $"{k + 1}. {Name(project)} costs {words.Amount(profile.Costs[project])}. Of {words.Supporters(supporters)}, {words.Count(payments.Count)} pay, each at most {most}."
            );
            if (broke > 0)
                words.Say($"   {words.Count(broke)} daarvan gaven alles wat zij nog hadden.", $"   {words.Count(broke)} of them gave all they had left.");
            if (outcome.TiesAt(k) is { } tied)
                words.Say(
                    $"   Even goed op dat moment: {Names(tied)}. Dan beslist: {Criteria(outcome.TieOrder)}.",
                    $"   Equally good at that moment: {Names(tied)}. Then this decides: {Criteria(outcome.TieOrder)}."
                );
        }
        words.Say(
            $"Samen kost dit {words.Amount(outcome.TotalCost)}. Van het budget blijft {words.Amount(election.Budget - outcome.TotalCost)} over.",
            $"Together this costs {words.Amount(outcome.TotalCost)}. Of the budget, {words.Amount(election.Budget - outcome.TotalCost)} is left."
        );
    }

    private void WriteCompletion(EqualSharesOutcome first, CompletedShares completed, Rational increment)
    {
        words.Blank();
        words.Say("WAT OVERBLIJFT", "WHAT IS LEFT");
        if (completed.Increments == 0)
            words.Say(
                "Iedereen nog iets meer geven verandert niets, of kost meer dan het budget.",
                "Giving everybody more changes nothing, or costs more than the budget."
            );
        else
            words.Say(
                $"Iedereen krijgt er {words.Count(completed.Increments)} keer {words.Amount(increment)} bij, tot {words.Amount(completed.Endowment)}. Daarna is opnieuw verdeeld.",
                $"Everybody gets {words.Amount(increment)} more, {words.Count(completed.Increments)} times, up to {words.Amount(completed.Endowment)}. Then all is divided again."
            );
        int[] added = [.. completed.Outcome.Selected.Except(first.Selected)];
        int[] dropped = [.. first.Selected.Except(completed.Outcome.Selected)];
        if (added.Length > 0)
            words.Say($"Erbij komt: {Names(added)}.", $"Added: {Names(added)}.");
        if (dropped.Length > 0)
            words.Say($"Eraf gaat: {Names(dropped)}.", $"Dropped: {Names(dropped)}.");
        words.Say($"Samen kost het nu {words.Amount(completed.Outcome.TotalCost)}.", $"Together it now costs {words.Amount(completed.Outcome.TotalCost)}.");
        switch (completed.End)
        {
            case CompletionEnd.Overshoot:
                words.Say("Met een stap meer wordt het duurder dan het budget.", "With one more step it costs more than the budget.");
                break;
            case CompletionEnd.Exhaustive:
                words.Say("Geen project past nog in wat over is.", "No project fits in what is left.");
                break;
            case CompletionEnd.AllBought:
                words.Say("Meer geld verandert niets meer.", "More money changes nothing.");
                break;
        }
    }

    private void WriteLosses(EqualSharesOutcome outcome)
    {
        words.Blank();
        words.Say("WAT NIET GEKOCHT IS, EN WAAROM", "WHAT IS NOT BOUGHT, AND WHY");
        foreach (var loss in outcome.Losses().OrderByDescending(l => l.Supporters))
        {
            words.Say(
                $"- {Name(loss.Project)}: {words.Supporters(loss.Supporters)}. Zij hadden samen nog {words.Amount(loss.MoneyLeft)} en kwamen {words.Amount(loss.Lacking)} tekort.",
                $"- {Name(loss.Project)}: {words.Supporters(loss.Supporters)}. They had {words.Amount(loss.MoneyLeft)} left together and lacked {words.Amount(loss.Lacking)}."
            );
            if (loss.MoneyLeft.Sign > 0)
                words.Say(
                    $"  Had het hoogstens {words.Amount(loss.MoneyLeft)} gekost, dan was het gekocht.",
                    $"  Had it cost {words.Amount(loss.MoneyLeft)} at most, it would have been bought."
                );
            if (loss.MoreSupporters is { } more)
                words.Say(
                    $"  Met steun van nog {words.Voters(more)} met geld over was het ook gekocht.",
                    $"  With the support of {words.Voters(more)} more, with money left, it would have been bought too."
                );
            else
                words.Say(
                    "  Ook alle andere stemmers samen hadden daarvoor niet genoeg over.",
                    "  All other voters together had not enough left for it either."
                );
        }
        string[] alone =
        [
            .. Enumerable.Range(0, election.Projects.Count).Except(outcome.Selected).Except(outcome.Losses().Select(l => l.Project)).Select(Name),
        ];
        if (alone.Length > 0)
            words.Say($"- Zonder voorstander, of zonder kosten: {words.List(alone)}.", $"- Without a supporter, or without cost: {words.List(alone)}.");
    }

    private void WriteComparison(SupportProfile cost, EqualSharesOutcome shares)
    {
        words.Blank();
        words.Say("TER VERGELIJKING: ALLEEN DE MEESTE STEMMEN", "FOR COMPARISON: MOST VOTES ONLY");
        var greedy = GreedyRule.ByVotes(cost, election.Budget);
        words.Say($"Dan wordt gekocht: {Names(greedy)}.", $"This would be bought: {Names(greedy)}.");
        WriteComplaints("Dan mag zich tekortgedaan voelen:", "These may feel passed over:", BudgetEjrPlus.Violations(cost, Equal, [.. greedy]));
        WriteComplaints(
            "Bij de verdeling hierboven mag zich tekortgedaan voelen:",
            "Under the division above these may feel passed over:",
            BudgetEjrPlus.Violations(cost, Equal, [.. shares.Selected])
        );
    }

    private void WriteComplaints(string dutch, string english, IReadOnlyList<EjrPlusViolation> complaints)
    {
        words.Say($"{dutch} {(complaints.Count == 0 ? "niemand." : "")}", $"{english} {(complaints.Count == 0 ? "nobody." : "")}");
        foreach (var complaint in complaints)
            words.Say(
                $"- {words.Supporters(complaint.Voters.Count)} van {Name(complaint.Project)}: van het budget is {words.Amount(complaint.Entitlement)} van hen, en ieder kreeg minder waar hij voor is.",
                $"- {words.Supporters(complaint.Voters.Count)} of {Name(complaint.Project)}: {words.Amount(complaint.Entitlement)} of the budget is theirs, and each got less of what they want."
            );
    }
}
