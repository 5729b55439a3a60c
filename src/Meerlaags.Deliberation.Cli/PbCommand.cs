using System.Security.Cryptography;
using System.Text.Json;
using Meerlaags.Deliberation.Cli.Explain;
using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Cli;

/// <summary>Every budget rule on one Pabulib file: sets, order and rationals.</summary>
internal sealed class PbCommand(PbElection election, Utf8JsonWriter json)
{
    private const string WeightsRule = "w_i = 1 + (7*i mod 10), i = 0-based position of the voter in the file; endowment e_i = budget*w_i/sum(w)";

    private const string ClonesRule =
        "a voter of weight w_i = 1 + (7*i mod 10) counts as w_i identical voters: endowment budget*w_i/sum(w) AND utility multiplied by w_i"
        + " (payments proportional to weight); rho is per unit of weighted utility";

    private const string MisfitRule = "first project of minimal new load that does not fit ends the rule";

    private const string ExhaustiveRule =
        "as mes_cost_add1 but ends at the first outcome to which no further project with supporters can be added within the budget";

    private readonly long[] weights = [.. Enumerable.Range(0, election.Ballots.Count).Select(i => 1L + 7L * i % 10)];

    public static void Run(Options options)
    {
        var (election, warnings) = PbReader.ReadFile(options.File, strict: !options.Lenient);
        Answer.Warn(options.File, warnings);
        Answer.Print(
            options,
            words => new PbExplanation(election, words).Write(options.Increment),
            json => new PbCommand(election, json).Write(options.File, options.Increment)
        );
    }

    private void Write(string path, Rational increment)
    {
        json.WriteString("instance", Path.GetFileNameWithoutExtension(path));
        json.WriteString("source", Path.GetFileName(path));
        using (var file = File.OpenRead(path))
            json.WriteString("sha256", Convert.ToHexStringLower(SHA256.HashData(file)));
        json.WriteNumber("n_voters", election.Ballots.Count);
        json.WriteNumber("n_projects", election.Projects.Count);
        json.WriteString("budget", election.Budget.ToString());
        json.WriteString("vote_type", PbWriter.Name(election.BallotType));
        json.WriteString("rule_used_in_reality", election.MetaValue("rule") ?? "unknown");
        json.Texts("reality_selected", election.Projects.Where(p => p.Columns.GetValueOrDefault("selected")?.Trim() == "1").Select(p => p.Id));
        if (election.Ballots.Count == 0)
            return;
        if (election.BallotType is BallotType.Cumulative or BallotType.Scoring)
            WritePoints();
        else
            WriteApprovals(increment);
    }

    private void WritePoints()
    {
        var points = SupportProfile.Of(election, Satisfaction.Points);
        WriteShares("mes_cardinal_points", points, Equal(), null);
        WriteShares("mes_cardinal_points_unequal", points, Own(), WeightsRule);
    }

    private void WriteApprovals(Rational increment)
    {
        var cost = SupportProfile.Of(election, Satisfaction.Cost);
        var cardinality = SupportProfile.Of(election, Satisfaction.Cardinality);
        WriteShares("mes_cost", cost, Equal(), null);
        WriteShares("mes_unequal_cost", cost, Own(), WeightsRule);
        WriteShares("mes_card", cardinality, Equal(), null);
        WriteShares("mes_unequal_card", cardinality, Own(), WeightsRule);
        WriteCompleted("mes_cost_add1", cost, increment, CompletionStop.Overshoot);
        var greedy = GreedyRule.ByVotes(cost, election.Budget);
        json.Object(
            "greedy_by_votes",
            () =>
            {
                WriteSet(greedy);
                Violations("ejr_plus_cost_violations", cost, Equal(), greedy);
            }
        );
        WritePhragmen(cost);
        WriteShares("mes_weighted_cost", cost, Clones(), ClonesRule);
        WriteShares("mes_weighted_card", cardinality, Clones(), ClonesRule);
        WriteCompleted("mes_cost_add1_exhaustive", cost, increment, CompletionStop.Exhaustion);
    }

    private Purses Equal() => Purses.Equal(election.Ballots.Count, election.Budget);

    private Purses Own() => Purses.Own([.. weights.Select(w => election.Budget * w / weights.Sum())]);

    private Purses Clones() => Purses.Clones(weights, election.Budget);

    private void WriteShares(string key, SupportProfile profile, Purses purses, string? weightsRule) =>
        json.Object(
            key,
            () =>
            {
                var outcome = EqualShares.Run(profile, purses);
                WriteOutcome(outcome);
                json.WriteString("total_cost", outcome.TotalCost.ToString());
                if (weightsRule is not null)
                    json.WriteString("weights_rule", weightsRule);
                if (election.BallotType is not (BallotType.Cumulative or BallotType.Scoring))
                    Violations("ejr_plus_up_to_any_violations", profile, purses, outcome.Selected);
            }
        );

    private void WriteCompleted(string key, SupportProfile cost, Rational increment, CompletionStop stop) =>
        json.Object(
            key,
            () =>
            {
                var completed = EqualSharesCompletion.Add1(cost, election.Budget, increment, stop);
                var outcome = completed.Outcome;
                WriteOutcome(outcome);
                json.WriteString("increment", increment.ToString());
                json.WriteNumber("increments_used", completed.Increments);
                json.WriteString("final_endowment", completed.Endowment.ToString());
                json.WriteString(
                    "stop",
                    completed.End switch
                    {
                        CompletionEnd.Overshoot => "overshoot",
                        CompletionEnd.Exhaustive => "exhaustive",
                        CompletionEnd.AllBought => "all-bought",
                    }
                );
                json.WriteString("total_cost", outcome.TotalCost.ToString());
                if (stop == CompletionStop.Exhaustion)
                {
                    json.WriteString("rule", ExhaustiveRule);
                    return;
                }
                var added = GreedyRule.Complete(cost, election.Budget, [.. outcome.Selected]);
                json.Object(
                    "completed_by_votes",
                    () =>
                    {
                        json.Texts("added_in_order", added.Select(p => cost.Ids[p]));
                        json.WriteString("total_cost", TotalCost([.. outcome.Selected, .. added]));
                    }
                );
                Violations("ejr_plus_cost_violations", cost, Equal(), outcome.Selected);
                json.WriteString("verification", "every step exact");
            }
        );

    private void WritePhragmen(SupportProfile cost)
    {
        var stopping = SequentialPhragmen.Run(cost, election.Budget, PhragmenStop.FirstMisfit);
        json.Object(
            "phragmen",
            () =>
            {
                json.Texts("selected", stopping.Selected.Select(p => cost.Ids[p]));
                json.Texts("loads", stopping.Loads.Select(l => l.ToString()));
                json.WriteStartArray("ties");
                foreach (var (step, projects) in stopping.Ties)
                {
                    json.WriteStartArray();
                    json.WriteNumberValue(step);
                    json.WriteStartArray();
                    foreach (var p in projects)
                        json.WriteStringValue(cost.Ids[p]);
                    json.WriteEndArray();
                    json.WriteEndArray();
                }
                json.WriteEndArray();
                json.WriteString("total_cost", stopping.TotalCost.ToString());
                json.WriteString("stop", MisfitRule);
                Violations("ejr_plus_cost_violations", cost, Equal(), stopping.Selected);
            }
        );
        var skipping = SequentialPhragmen.Run(cost, election.Budget, PhragmenStop.Skip);
        json.Object("phragmen_skip", () => WriteSet(skipping.Selected));
    }

    private void Violations(string key, SupportProfile profile, Purses purses, IReadOnlyList<int> selected)
    {
        json.WritePropertyName(key);
        WriteViolations(json, profile, purses, selected);
    }

    private void WriteOutcome(EqualSharesOutcome outcome)
    {
        json.Texts("selected", outcome.Selected.Select(p => election.Projects[p].Id));
        json.Texts("rho", Enumerable.Range(0, outcome.Selected.Count).Select(k => outcome.Rho(k).ToString()));
        json.WriteStartArray("ties");
        for (var k = 0; k < outcome.Selected.Count; k++)
        {
            if (outcome.TiesAt(k) is not { } tied)
            {
                json.WriteNullValue();
                continue;
            }
            json.WriteStartArray();
            foreach (var p in tied)
                json.WriteStringValue(election.Projects[p].Id);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private void WriteSet(IReadOnlyList<int> selected)
    {
        json.Texts("selected", selected.Select(p => election.Projects[p].Id));
        json.WriteString("total_cost", TotalCost(selected));
    }

    private string TotalCost(IEnumerable<int> selected) => Rational.Sum(selected.Select(p => election.Projects[p].Cost)).ToString();

    public static void WriteViolations(Utf8JsonWriter json, SupportProfile profile, Purses purses, IReadOnlyList<int> selected)
    {
        json.WriteStartArray();
        foreach (var violation in BudgetEjrPlus.Violations(profile, purses, [.. selected]))
        {
            json.WriteStartArray();
            json.WriteStringValue(profile.Ids[violation.Project]);
            json.WriteNumberValue(violation.Voters.Count);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
}
