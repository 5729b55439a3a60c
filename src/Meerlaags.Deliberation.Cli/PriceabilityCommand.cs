using System.Text.Json;
using Meerlaags.Deliberation.Cli.Explain;
using Meerlaags.Deliberation.Numerics;
using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Cli;

/// <summary>
/// For each case (instance, selected): is there a price system, with equal and with unequal endowments, and which groups may complain.
/// The elections are looked for as INSTANCE.pb beside the file, in the folder given by --elections, or in ../../inputs/pb.
/// </summary>
internal static class PriceabilityCommand
{
    public static void Run(Options options)
    {
        using var document = JsonFile.Read(options.File);
        var cases = document.RootElement.Need("cases");
        var elections = new Dictionary<string, PbElection>(StringComparer.Ordinal);
        Answer.Print(
            options,
            words =>
            {
                foreach (var asked in cases.Items())
                    Explain(Question.Read(asked, Election(asked)), new PriceabilityExplanation(words));
            },
            json =>
            {
                json.WriteStartArray("cases");
                foreach (var asked in cases.Items())
                    Write(json, Question.Read(asked, Election(asked)));
                json.WriteEndArray();
            }
        );

        PbElection Election(JsonElement asked)
        {
            var instance = asked.Need("instance").Text();
            if (!elections.TryGetValue(instance, out var election))
                elections[instance] = election = ReadElection(Find(options, asked, instance), strict: !options.Lenient);
            return election;
        }
    }

    /// <summary>One case: an outcome, and the money of its voters.</summary>
    private sealed record Question(string Instance, string? Set, SupportProfile Cost, SupportProfile Cardinality, IReadOnlyList<int> Selected)
    {
        public required Purses Equal { get; init; }
        public required Rational[] Shares { get; init; }
        public required Rational Budget { get; init; }

        public Purses Unequal => Purses.Own([.. Shares.Select(s => s * Budget)]);

        public IReadOnlyList<string> Names => [.. Selected.Select(p => Cost.Ids[p])];

        public static Question Read(JsonElement asked, PbElection election)
        {
            var instance = asked.Need("instance").Text();
            var cost = SupportProfile.Of(election, Satisfaction.Cost);
            var position = cost.Ids.Select((id, p) => (id, p)).ToDictionary(x => x.id, x => x.p, StringComparer.Ordinal);
            int[] selected =
            [
                .. asked
                    .Need("selected")
                    .Items()
                    .Select(name => position.TryGetValue(name.Text(), out var p) ? p : throw name.Fault($"{instance} has no project {name.Text()}.")),
            ];
            long[] weights = [.. Enumerable.Range(0, election.Ballots.Count).Select(i => 1L + 7L * i % 10)];
            return new(instance, asked.Has("set", out var set) ? set.Text() : null, cost, SupportProfile.Of(election, Satisfaction.Cardinality), selected)
            {
                Equal = Purses.Equal(election.Ballots.Count, election.Budget),
                Shares = [.. weights.Select(w => new Rational(w, weights.Sum()))],
                Budget = election.Budget,
            };
        }
    }

    private static void Explain(Question asked, PriceabilityExplanation explanation)
    {
        explanation.Begin(asked.Instance, asked.Set, asked.Names);
        explanation.Range(equal: true, Priceability.Range(asked.Cost, asked.Selected));
        explanation.Range(equal: false, Priceability.Range(asked.Cost, asked.Selected, asked.Shares));
        explanation.Complaints(asked.Cost, BudgetEjrPlus.Violations(asked.Cost, asked.Equal, asked.Selected));
    }

    private static void Write(Utf8JsonWriter json, Question asked)
    {
        json.WriteStartObject();
        json.WriteString("instance", asked.Instance);
        if (asked.Set is { } set)
            json.WriteString("set", set);
        json.Texts("selected", asked.Names);
        WriteRange(json, "equal_endowments", Priceability.Range(asked.Cost, asked.Selected));
        WriteRange(json, "unequal_endowments", Priceability.Range(asked.Cost, asked.Selected, asked.Shares));
        json.WritePropertyName("ejr_plus_cost_violations");
        PbCommand.WriteViolations(json, asked.Cost, asked.Equal, asked.Selected);
        json.WritePropertyName("ejr_plus_card_violations");
        PbCommand.WriteViolations(json, asked.Cardinality, asked.Equal, asked.Selected);
        json.WritePropertyName("ejr_plus_cost_violations_unequal");
        PbCommand.WriteViolations(json, asked.Cost, asked.Unequal, asked.Selected);
        json.WriteEndObject();
    }

    // A fault in an election is told with the name of its file, which is not the one on the command line.
    private static PbElection ReadElection(string path, bool strict)
    {
        try
        {
            var (election, warnings) = PbReader.ReadFile(path, strict);
            Answer.Warn(path, warnings);
            return election;
        }
        catch (PbFormatException fault)
        {
            throw new FormatException($"{Path.GetFileName(path)}, {fault.Message}", fault);
        }
    }

    private static void WriteRange(Utf8JsonWriter json, string key, PriceRange? range) =>
        json.Object(
            key,
            () =>
            {
                json.WriteBoolean("priceable", range is not null);
                if (range is null)
                    return;
                json.WriteNumber("min_total_budget", range.Least.ToDouble());
                if (range.Most is { } most)
                    json.WriteNumber("max_total_budget", most.ToDouble());
                else
                    json.WriteNull("max_total_budget");
            }
        );

    private static string Find(Options options, JsonElement asked, string instance)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(options.File))!;
        string[] places = [options.Elections ?? folder, folder, Path.Combine(folder, "..", "..", "inputs", "pb")];
        return places.Select(place => Path.Combine(place, $"{instance}.pb")).FirstOrDefault(File.Exists)
            ?? throw asked.Need("instance").Fault($"{instance}.pb is not beside the file; name its folder with --elections.");
    }
}
