using System.Text.Json;
using Meerlaags.Deliberation.Cli.Explain;
using Meerlaags.Deliberation.Proportional.Committees;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Cli;

/// <summary>Whether an axiom holds: a group that may complain, none, or too much work to tell.</summary>
internal sealed record AxiomAnswer(string Name, CommitteeViolation? Complaint)
{
    public bool BeyondLimit { get; init; }
}

/// <summary>Every committee rule on a file of approval profiles, and the axioms for the committees named there.</summary>
internal static class CommitteesCommand
{
    private const string AnyOf = "(resolute: any of)";

    public static void Run(Options options)
    {
        using var document = JsonFile.Read(options.File);
        var instances = document.RootElement.Need("instances");
        Answer.Print(
            options,
            words => Explain(instances, words),
            json =>
            {
                json.WriteString("semantics", "results list all tied winning committees; a rule beyond its limit has null");
                json.WriteStartArray("instances");
                foreach (var instance in instances.Items())
                    WriteInstance(json, instance);
                json.WriteEndArray();
            }
        );
    }

    private static void Explain(JsonElement instances, Words words)
    {
        var explanation = new CommitteesExplanation(words);
        foreach (var instance in instances.Items())
        {
            var (profile, size) = Read(instance);
            explanation.Begin(instance.Has("id", out var id) ? id.Text() : "", profile, size);
            foreach (var rule in CommitteeRules.All)
                explanation.Winners(rule, Winners(rule, profile, size));
            if (instance.Has("axioms", out var axioms))
                foreach (var committee in axioms.Items().Select(asked => Committee(asked, profile)))
                    explanation.Axioms(committee, Answers(profile, committee));
        }
    }

    private static (ApprovalProfile Profile, int Size) Read(JsonElement instance)
    {
        var size = instance.Need("committeesize").Whole();
        var candidates = instance.Need("num_cand");
        var count = candidates.Whole() is >= 0 and <= ApprovalProfile.MaximumCandidates and var known
            ? known
            : throw candidates.Fault($"there are 0 to {ApprovalProfile.MaximumCandidates} candidates.");
        int[][] ballots = [.. instance.Need("profile").Items().Select(ballot => Candidates(ballot, count))];
        var profile = new ApprovalProfile(count, ballots);
        return size >= 1 && size <= profile.CandidateCount
            ? (profile, size)
            : throw instance.Need("committeesize").Fault($"{size} seats for {profile.CandidateCount} candidates.");
    }

    private static int[] Committee(JsonElement asked, ApprovalProfile profile) => Candidates(asked.Need("committee"), profile.CandidateCount);

    private static int[] Candidates(JsonElement list, int count) =>
        [
            .. list.Items()
                .Select(named => named.Whole() is var c && c >= 0 && c < count ? c : throw named.Fault($"candidate {c} is not one of the {count} candidates.")),
        ];

    private static IEnumerable<AxiomAnswer> Answers(ApprovalProfile profile, int[] committee)
    {
        yield return new("jr", CommitteeAxioms.JustifiedRepresentation(profile, committee));
        yield return new("ejr_plus", CommitteeAxioms.EjrPlus(profile, committee));
        yield return Within("pjr", () => CommitteeAxioms.Pjr(profile, committee));
        yield return Within("ejr", () => CommitteeAxioms.Ejr(profile, committee));

        static AxiomAnswer Within(string name, Func<CommitteeViolation?> search)
        {
            try
            {
                return new(name, search());
            }
            catch (CommitteeLimitException)
            {
                return new(name, null) { BeyondLimit = true };
            }
        }
    }

    private static IReadOnlyList<int[]>? Winners(CommitteeRules.Rule rule, ApprovalProfile profile, int size)
    {
        try
        {
            return rule.Winners(profile, size);
        }
        catch (CommitteeLimitException)
        {
            return null;
        }
    }

    private static void WriteInstance(Utf8JsonWriter json, JsonElement instance)
    {
        var (profile, size) = Read(instance);
        json.WriteStartObject();
        foreach (var key in (string[])["id", "num_cand", "committeesize", "profile"])
            if (instance.Has(key, out var value))
            {
                json.WritePropertyName(key);
                value.WriteTo(json);
            }
        json.Object(
            "results",
            () =>
            {
                foreach (var rule in CommitteeRules.All)
                    WriteWinners(json, rule, profile, size);
            }
        );
        if (instance.Has("axioms", out var axioms))
        {
            json.WriteStartArray("axioms");
            foreach (var asked in axioms.Items())
                WriteAxioms(json, profile, Committee(asked, profile));
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteWinners(Utf8JsonWriter json, CommitteeRules.Rule rule, ApprovalProfile profile, int size)
    {
        json.WritePropertyName(rule.Resolute ? rule.Name + AnyOf : rule.Name);
        if (Winners(rule, profile, size) is not { } winners)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartArray();
        foreach (var committee in winners)
            WriteNumbers(json, committee);
        json.WriteEndArray();
    }

    private static void WriteAxioms(Utf8JsonWriter json, ApprovalProfile profile, int[] committee)
    {
        json.WriteStartObject();
        json.WritePropertyName("committee");
        WriteNumbers(json, committee);
        foreach (var answer in Answers(profile, committee))
            if (answer.BeyondLimit)
                json.WriteNull(answer.Name);
            else
                json.WriteBoolean(answer.Name, answer.Complaint is null);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, IEnumerable<int> numbers)
    {
        json.WriteStartArray();
        foreach (var number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
