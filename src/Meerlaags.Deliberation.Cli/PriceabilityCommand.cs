using System.Text.Json;
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
        var cases = document.RootElement.GetProperty("cases");
        var elections = new Dictionary<string, PbElection>(StringComparer.Ordinal);
        Json.Print(json =>
        {
            json.WriteStartArray("cases");
            foreach (var asked in cases.EnumerateArray())
            {
                var instance = asked.GetProperty("instance").GetString()!;
                if (!elections.TryGetValue(instance, out var election))
                    elections[instance] = election = PbReader.ReadFile(Find(options, instance), strict: !options.Lenient);
                Write(json, asked, instance, election);
            }
            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, JsonElement asked, string instance, PbElection election)
    {
        var cost = SupportProfile.Of(election, Satisfaction.Cost);
        var position = cost.Ids.Select((id, p) => (id, p)).ToDictionary(x => x.id, x => x.p, StringComparer.Ordinal);
        var names = asked.GetProperty("selected").EnumerateArray().Select(s => s.GetString()!).ToList();
        var selected = names.ConvertAll(name => position.TryGetValue(name, out var p) ? p : throw new FormatException($"{instance} has no project {name}."));
        long[] weights = [.. Enumerable.Range(0, election.Ballots.Count).Select(i => 1L + 7L * i % 10)];
        Rational[] shares = [.. weights.Select(w => new Rational(w, weights.Sum()))];
        var equal = Purses.Equal(election.Ballots.Count, election.Budget);

        json.WriteStartObject();
        json.WriteString("instance", instance);
        if (asked.TryGetProperty("set", out var set))
            json.WriteString("set", set.GetString());
        json.Texts("selected", names);
        WriteRange(json, "equal_endowments", Priceability.Range(cost, selected));
        WriteRange(json, "unequal_endowments", Priceability.Range(cost, selected, shares));
        PbCommand.WriteViolations(json, "ejr_plus_cost_violations", cost, equal, selected);
        PbCommand.WriteViolations(json, "ejr_plus_card_violations", SupportProfile.Of(election, Satisfaction.Cardinality), equal, selected);
        PbCommand.WriteViolations(json, "ejr_plus_cost_violations_unequal", cost, Purses.Own([.. shares.Select(s => s * election.Budget)]), selected);
        json.WriteEndObject();
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

    private static string Find(Options options, string instance)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(options.File))!;
        string[] places = [options.Elections ?? folder, folder, Path.Combine(folder, "..", "..", "inputs", "pb")];
        return places.Select(place => Path.Combine(place, $"{instance}.pb")).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"{instance}.pb is not beside the file; name its folder with --elections.");
    }
}
