using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Meerlaags.Domain.Common;

namespace Meerlaags.Web.Features.Register.Files;

/// <summary>What a register file holds, told by its columns.</summary>
public sealed record RegisterColumns(string Mark, IReadOnlyList<string> Needed)
{
    /// <summary>Organisations of any kind.</summary>
    public static readonly RegisterColumns Organisations = new(
        "official_name",
        [
            "code",
            "name",
            "kind",
            "province_code",
            "valid_from",
            "valid_to",
            "tooi_id",
            "official_name",
            "abbr",
            "oin",
            "website",
            "predecessors",
            "successor",
            "seat_province",
            "verified",
            "longitude",
            "latitude",
            "source",
            "note",
        ]
    );

    /// <summary>Bodies under a joint arrangement.</summary>
    public static readonly RegisterColumns Arrangements = new("legal_form", ["code", "name", "legal_form", "tooi_id", "regulation", "verified", "source"]);

    /// <summary>Who belongs to which region.</summary>
    public static readonly RegisterColumns Members = new("region_code", ["region_kind", "region_code", "member_code", "valid_from", "valid_to", "verified"]);

    /// <summary>Regions.</summary>
    public static readonly RegisterColumns Regions = new("kind", ["kind", "code", "name", "tooi_id", "verified", "source", "note"]);

    /// <summary>In the order in which a header is looked at: the mark of an earlier one is not a column of a later one.</summary>
    public static readonly IReadOnlyList<RegisterColumns> All = [Organisations, Arrangements, Members, Regions];
}

/// <summary>The lines of one register file.</summary>
public sealed class RegisterLines(RegisterText file)
{
    /// <summary>What the file holds, or why that cannot be told.</summary>
    public Decided<RegisterColumns> Kind()
    {
        if (file.Text.Length == 0)
            return new Refusal("register.file-empty", file.Name);
        var header = file.Text[..(file.Text.IndexOf('\n') is var end and >= 0 ? end : file.Text.Length)].Trim().Trim('\uFEFF').Split(',').ToHashSet();
        if (RegisterColumns.All.FirstOrDefault(columns => header.Contains(columns.Mark)) is not { } found)
            return new Refusal("register.file-unknown", file.Name);
        return found.Needed.FirstOrDefault(column => !header.Contains(column)) is { } missing ? new Refusal("register.file-column", file.Name, missing) : found;
    }

    /// <summary>Reads all rows into a list by key; answers the first thing that is wrong, or null.</summary>
    public Refusal? Into<TKey, TRow>(Dictionary<TKey, TRow> rows, Func<RegisterLine, TRow> read, Func<TRow, TKey> key)
        where TKey : notnull
    {
        var many = 0;
        using var csv = new CsvReader(new StringReader(file.Text), new CsvConfiguration(CultureInfo.InvariantCulture) { DetectColumnCountChanges = true });
        try
        {
            csv.Read();
            csv.ReadHeader();
            for (; csv.Read(); many++)
            {
                var line = new RegisterLine(file.Name, csv);
                var row = read(line);
                if (line.Fault is { } fault)
                    return fault;
                if (!rows.TryAdd(key(row), row))
                    return new Refusal("register.row-twice", file.Name, csv.Parser.RawRow, key(row).ToString()!);
            }
        }
        catch (CsvHelperException)
        {
            return new Refusal("register.row-broken", file.Name, csv.Parser.RawRow);
        }
        return many == 0 ? new Refusal("register.file-empty", file.Name) : null;
    }
}

/// <summary>One line of a register file. What does not fit is kept as its fault, the first one, and read as nothing.</summary>
public sealed class RegisterLine(string file, CsvReader csv)
{
    private const int LongestText = 600;
    private const int LongestCode = 20;
    private const int OinLength = 20;

    /// <summary>The first thing on the line that does not fit, or null.</summary>
    public Refusal? Fault { get; private set; }

    /// <summary>The value of a column, without white space around it.</summary>
    public string Text(string column) => PlainText.Line(csv.GetField(column)) is { Length: <= LongestText } text ? text : Bad(column, "");

    /// <summary>A value that has to be there.</summary>
    public string Needed(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
            Fault ??= new Refusal("register.row-empty", file, csv.Parser.RawRow, column);
        return text;
    }

    /// <summary>A value that has to be one of some.</summary>
    public string OneOf(string column, IEnumerable<string> some) => Needed(column) is var text && some.Contains(text) ? text : Bad(column, text);

    /// <summary>A code: capitals, digits and hyphens.</summary>
    public string Code(string column) => Needed(column) is var code && IsCode(code) ? code : Bad(column, code);

    /// <summary>Codes with semicolons between, or nothing.</summary>
    public string Codes(string column) => OrNothing(column, text => text.Split(';').All(IsCode));

    /// <summary>An organisation number of twenty digits, or nothing.</summary>
    public string Oin(string column) => OrNothing(column, text => text.Length == OinLength && text.All(char.IsAsciiDigit));

    /// <summary>A web address, or nothing. It becomes a link on a page, so nothing else will do.</summary>
    public string Address(string column) =>
        OrNothing(column, text => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http");

    /// <summary>How sure the row is.</summary>
    public string Verified() => OneOf("verified", ["yes", "partly", "no"]);

    /// <summary>The first day, and the first day no longer, as far as they are known.</summary>
    public (DateOnly? From, DateOnly? To) Term()
    {
        var (from, to) = (Day("valid_from"), Day("valid_to"));
        return from >= to ? Bad<(DateOnly?, DateOnly?)>("valid_to", default) : (from, to);
    }

    /// <summary>Degrees east and north within the European Netherlands, or neither.</summary>
    public (double? Longitude, double? Latitude) Place()
    {
        var (east, north) = (Degrees("longitude", 3, 8), Degrees("latitude", 50, 54));
        return east is null == north is null ? (east, north) : Bad<(double?, double?)>(east is null ? "longitude" : "latitude", default);
    }

    private double? Degrees(string column, double least, double most) =>
        Text(column) is not { Length: > 0 } text ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && degrees >= least && degrees <= most ? degrees
        : Bad<double?>(column, null);

    private DateOnly? Day(string column) =>
        Text(column) is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : Bad<DateOnly?>(column, null);

    private string OrNothing(string column, Func<string, bool> fits) => Text(column) is var text && (text.Length == 0 || fits(text)) ? text : Bad(column, "");

    private T Bad<T>(string column, T instead)
    {
        Fault ??= new Refusal("register.row-value", file, csv.Parser.RawRow, column, csv.GetField(column) ?? "");
        return instead;
    }

    private static bool IsCode(string text) =>
        text.Length is > 1 and <= LongestCode && text.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
