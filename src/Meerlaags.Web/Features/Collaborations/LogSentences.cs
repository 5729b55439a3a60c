using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>A piece of a sentence: words of ours, or a name that people gave.</summary>
public readonly record struct LogPart(string Text, bool IsName);

/// <summary>One line of the logbook as people read it.</summary>
/// <param name="At">When.</param>
/// <param name="Fact">Code of the fact.</param>
/// <param name="Parts">The sentence.</param>
/// <param name="OnlyForParty">Whether only the viewer's own party sees this line until the reveal.</param>
public sealed record LogEntry(DateTimeOffset At, string Fact, IReadOnlyList<LogPart> Parts, bool OnlyForParty)
{
    /// <summary>The whole sentence.</summary>
    public string Sentence => string.Concat(Parts.Select(part => part.Text));
}

/// <summary>Names for things in facts that a capability knows, such as the number of a round.</summary>
public interface ILogNames
{
    /// <summary>Names by id, for things of these collaborations that every member may know of.</summary>
    Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<CollaborationId> collaborations, CancellationToken stop);
}

/// <summary>
/// Makes sentences of facts. The text of a fact has the key <c>Log.(code)</c>, or for a special value <c>Log.(code).(field)-(value)</c>, where an absent value is <c>none</c>.
/// A field of the fact stands in the text as {field}: a party or a person becomes its name, a day is written out, a code becomes the text <c>Log.Code.(field).(value)</c>. {actor} is who did it.
/// </summary>
public sealed partial class LogSentences(CollaborationQueries queries, KnownRegister register, IEnumerable<ILogNames> names, Texts texts)
{
    private const string Absent = "none";

    /// <summary>The sentences of these lines.</summary>
    public Task<IReadOnlyList<LogEntry>> OfAsync(Collaboration table, IReadOnlyList<JournalLine> lines, CancellationToken stop) =>
        OfAsync([table], lines, stop);

    /// <summary>The sentences of lines of several collaborations.</summary>
    public async Task<IReadOnlyList<LogEntry>> OfAsync(IReadOnlyCollection<Collaboration> tables, IReadOnlyList<JournalLine> lines, CancellationToken stop)
    {
        var parties = tables.SelectMany(table => table.Parties).ToList();
        var known = parties.ToDictionary(party => party.Id.Value, party => Words.InSentence(party.Name));
        foreach (var heir in parties.Select(party => party.Heir).OfType<Heir>())
            known[heir.Organisation.Value] = Words.InSentence(heir.Name);
        foreach (var source in names)
        foreach (var (id, name) in await source.NamesAsync([.. tables.Select(table => table.Id)], stop))
            known[id] = name;
        return await OfAsync(known, lines, stop);
    }

    /// <summary>The sentences of lines of the installation: about people, organisations and regions.</summary>
    public async Task<IReadOnlyList<LogEntry>> OfInstallationAsync(IReadOnlyList<JournalLine> lines, CancellationToken stop)
    {
        var picture = await register.NowAsync(stop);
        var known = picture.Organisations.ToDictionary(organisation => organisation.Id.Value, organisation => Words.InSentence(organisation.OfficialName));
        foreach (var region in picture.Regions.Select(one => one.Region))
            known[region.Id.Value] = region.Name;
        return await OfAsync(known, lines, stop);
    }

    // Names of people are added to those that are known.
    private async Task<IReadOnlyList<LogEntry>> OfAsync(Dictionary<Guid, string> known, IReadOnlyList<JournalLine> lines, CancellationToken stop)
    {
        var read = lines.Select(line => (Line: line, Content: JsonDocument.Parse(line.Content).RootElement)).ToList();
        var people = read.SelectMany(entry => People(entry.Line, entry.Content)).Select(PersonId.From);
        foreach (var (person, name) in await queries.NamesAsync(people, stop))
            known[person.Value] = name;
        return [.. read.Select(entry => new LogEntry(entry.Line.At, entry.Line.Fact, Sentence(entry.Line, entry.Content, known), entry.Line.Seal is not null))];
    }

    private List<LogPart> Sentence(JournalLine line, JsonElement content, Dictionary<Guid, string> known)
    {
        var data = content.GetProperty("data");
        var parts = new List<LogPart>();
        Fill(
            parts,
            Template(line.Fact, data),
            field =>
                field == "actor" ? Actor(line, known)
                : data.TryGetProperty(field, out var value) ? Value(field, value, known)
                : []
        );
        if (parts is [{ Text.Length: > 0 } first, ..])
            parts[0] = first with { Text = char.ToUpper(first.Text[0], CultureInfo.CurrentCulture) + first.Text[1..] };
        return parts;
    }

    private static void Fill(List<LogPart> parts, string template, Func<string, List<LogPart>> value)
    {
        var from = 0;
        foreach (Match field in Field().Matches(template))
        {
            parts.Add(new LogPart(template[from..field.Index], IsName: false));
            parts.AddRange(value(field.Groups[1].Value));
            from = field.Index + field.Length;
        }
        parts.Add(new LogPart(template[from..], IsName: false));
        parts.RemoveAll(part => part.Text.Length == 0);
    }

    private string Template(string fact, JsonElement data) =>
        data.EnumerateObject().Select(field => texts.Find($"Log.{fact}.{field.Name}-{Plain(field.Value)}")).FirstOrDefault(text => text is not null)
        ?? texts.Find("Log." + fact)
        ?? throw new MissingTextException("Log." + fact);

    private List<LogPart> Actor(JournalLine line, Dictionary<Guid, string> known)
    {
        var parts = new List<LogPart>();
        var kind =
            line.Person is null ? "installation"
            : line.Party is null ? "person"
            : "party";
        Fill(
            parts,
            texts["Collaborations.Log.Actor." + kind],
            field => [field == "person" ? Name("person", line.Person!.Value.Value, known) : Name("party", line.Party!.Value.Value, known)]
        );
        return parts;
    }

    private List<LogPart> Value(string field, JsonElement value, Dictionary<Guid, string> known)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return Listed([.. value.EnumerateArray().Select(item => Value(field, item, known))]);
        if (value.ValueKind == JsonValueKind.String && value.TryGetGuid(out var id))
            return [Name(field, id, known)];
        var plain = Plain(value);
        if (DateOnly.TryParseExact(plain, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return [new LogPart(Texts.Day(day), IsName: false)];
        return [new LogPart(texts.Find($"Log.Code.{field}.{plain}") ?? plain, IsName: false)];
    }

    private List<LogPart> Listed(List<List<LogPart>> items)
    {
        var parts = new List<LogPart>();
        foreach (var (place, item) in items.Index())
        {
            if (place > 0)
                parts.Add(new LogPart(place == items.Count - 1 ? $" {texts["Collaborations.Log.And"]} " : ", ", IsName: false));
            parts.AddRange(item);
        }
        return parts;
    }

    private LogPart Name(string field, Guid id, Dictionary<Guid, string> known) =>
        known.TryGetValue(id, out var name)
            ? new LogPart(name, IsName: true)
            : new LogPart(texts.Find("Log.Unknown." + field) ?? texts["Collaborations.Log.Unknown"], IsName: false);

    private static IEnumerable<Guid> People(JournalLine line, JsonElement content)
    {
        if (line.Person is { } actor)
            yield return actor.Value;
        if (content.GetProperty("data").TryGetProperty("person", out var person) && person.ValueKind == JsonValueKind.String && person.TryGetGuid(out var id))
            yield return id;
    }

    private static string Plain(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => Absent,
            JsonValueKind.True => "true",
            JsonValueKind.False => "false",
            JsonValueKind.String => value.GetString()!,
            _ => value.GetRawText(),
        };

    [GeneratedRegex(@"\{(\w+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Field();
}
