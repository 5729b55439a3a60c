using System.Text.Json;
using Meerlaags.Deliberation.Proportional.Committees;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Cli;

/// <summary>Every committee rule on a file of approval profiles, and the axioms for the committees named there.</summary>
internal static class CommitteesCommand
{
    private const string AnyOf = "(resolute: any of)";

    public static void Run(Options options)
    {
        using var document = JsonFile.Read(options.File);
        var instances = document.RootElement.GetProperty("instances");
        Json.Print(json =>
        {
            json.WriteString("semantics", "results list all tied winning committees; a rule beyond its limit has null");
            json.WriteStartArray("instances");
            foreach (var instance in instances.EnumerateArray())
                WriteInstance(json, instance);
            json.WriteEndArray();
        });
    }

    private static void WriteInstance(Utf8JsonWriter json, JsonElement instance)
    {
        var size = instance.GetProperty("committeesize").GetInt32();
        var profile = new ApprovalProfile(
            instance.GetProperty("num_cand").GetInt32(),
            [.. instance.GetProperty("profile").EnumerateArray().Select(ballot => ballot.EnumerateArray().Select(c => c.GetInt32()).ToArray())]
        );
        json.WriteStartObject();
        foreach (var key in (string[])["id", "num_cand", "committeesize", "profile"])
            if (instance.TryGetProperty(key, out var value))
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
        if (instance.TryGetProperty("axioms", out var axioms))
        {
            json.WriteStartArray("axioms");
            foreach (var asked in axioms.EnumerateArray())
                WriteAxioms(json, profile, [.. asked.GetProperty("committee").EnumerateArray().Select(c => c.GetInt32())]);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteWinners(Utf8JsonWriter json, CommitteeRules.Rule rule, ApprovalProfile profile, int size)
    {
        json.WritePropertyName(rule.Resolute ? rule.Name + AnyOf : rule.Name);
        IReadOnlyList<int[]> winners;
        try
        {
            winners = rule.Winners(profile, size);
        }
        catch (CommitteeLimitException)
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
        json.WriteBoolean("jr", CommitteeAxioms.JustifiedRepresentation(profile, committee) is null);
        json.WriteBoolean("ejr_plus", CommitteeAxioms.EjrPlus(profile, committee) is null);
        json.WriteBoolean("pjr", CommitteeAxioms.Pjr(profile, committee) is null);
        json.WriteBoolean("ejr", CommitteeAxioms.Ejr(profile, committee) is null);
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
