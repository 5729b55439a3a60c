using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Features.Register;

/// <summary>Reads the register files that come with the product. A bad row stops the reading with the file, the line and the reason.</summary>
public static class RegisterFile
{
    /// <summary>Code of the composite organisation in which the ministries speak.</summary>
    public const string Central = "RIJK";

    /// <summary>Kind of a body under a joint arrangement; its file has no column for it.</summary>
    public const string JointArrangement = "samenwerkingsorganisatie";

    private const string Ministry = "ministerie";

    private static readonly Dictionary<string, GovernmentTier> Tiers = new(StringComparer.Ordinal)
    {
        ["rijk"] = GovernmentTier.Central,
        [Ministry] = GovernmentTier.Central,
        ["provincie"] = GovernmentTier.Province,
        ["waterschap"] = GovernmentTier.WaterAuthority,
        ["gemeente"] = GovernmentTier.Municipality,
        ["caribisch_openbaar_lichaam"] = GovernmentTier.Municipality,
        [JointArrangement] = GovernmentTier.JointArrangement,
        ["koepel"] = GovernmentTier.Umbrella,
        ["agentschap"] = GovernmentTier.Central,
        ["inspectie"] = GovernmentTier.Central,
        ["hoog_college"] = GovernmentTier.Central,
    };

    /// <summary>The kinds there are, in the order in which people look for them.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Tiers.Keys];

    /// <summary>All rows of the register, each code once.</summary>
    /// <param name="folder">Folder with the files.</param>
    public static IReadOnlyList<RegisterRow> ReadAll(string folder)
    {
        var rows = new Dictionary<string, RegisterRow>(StringComparer.Ordinal);
        foreach (var (file, reader) in Files)
            ReadInto(rows, Path.Combine(folder, file), reader);
        return [.. rows.Values];
    }

    private static readonly (string File, Func<CsvReader, RegisterRow> Row)[] Files =
    [
        ("own.csv", Organisation),
        ("organisations.csv", Organisation),
        ("samenwerkingsorganisaties.csv", Arrangement),
    ];

    private static void ReadInto(Dictionary<string, RegisterRow> rows, string path, Func<CsvReader, RegisterRow> row)
    {
        using var text = new StreamReader(path);
        using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture));
        try
        {
            csv.Read();
            csv.ReadHeader();
            while (csv.Read())
            {
                var read = row(csv);
                if (!rows.TryAdd(read.Code, read))
                    throw new RegisterRowException($"code '{read.Code}' occurs twice");
            }
        }
        catch (Exception fault) when (fault is RegisterRowException or CsvHelperException)
        {
            var reason = fault is RegisterRowException ? fault.Message : fault.Message.Split('\n')[0].Trim();
            throw new InvalidDataException($"{Path.GetFileName(path)}, line {csv.Parser.RawRow}: {reason}", fault);
        }
    }

    private static RegisterRow Organisation(CsvReader csv)
    {
        var kind = Needed(csv, "kind");
        if (!Tiers.TryGetValue(kind, out var tier))
            throw new RegisterRowException($"unknown kind '{kind}'");
        return new RegisterRow(Needed(csv, "code"), kind, tier, Needed(csv, "name"), Needed(csv, "official_name"))
        {
            Abbreviation = Text(csv, "abbr"),
            Province = Text(csv, "province_code") is { Length: > 0 } province ? province : Text(csv, "seat_province"),
            PartOf = kind == Ministry ? Central : "",
            TooiId = Text(csv, "tooi_id"),
            Oin = Text(csv, "oin"),
            Website = Website(csv),
            ValidFrom = Day(csv, "valid_from"),
            ValidTo = Day(csv, "valid_to"),
            Predecessors = Text(csv, "predecessors"),
            Successors = Text(csv, "successor"),
            Source = Text(csv, "source"),
            Verified = Needed(csv, "verified"),
            Note = Text(csv, "note"),
        };
    }

    private static RegisterRow Arrangement(CsvReader csv)
    {
        var name = Needed(csv, "name");
        return new RegisterRow(Needed(csv, "code"), JointArrangement, GovernmentTier.JointArrangement, name, name)
        {
            TooiId = Text(csv, "tooi_id"),
            Source = Text(csv, "source"),
            Verified = Needed(csv, "verified"),
            Note = $"{Text(csv, "legal_form")}. {Text(csv, "regulation")}.",
        };
    }

    private static string Text(CsvReader csv, string column) => csv.GetField(column)?.Trim() ?? "";

    private static string Needed(CsvReader csv, string column) =>
        Text(csv, column) is { Length: > 0 } text ? text : throw new RegisterRowException($"'{column}' is empty");

    private static DateOnly? Day(CsvReader csv, string column) =>
        Text(csv, column) is not { Length: > 0 } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new RegisterRowException($"'{column}' is not a day: '{text}'");

    // It becomes a link on a page, so nothing but a web address will do.
    private static string Website(CsvReader csv) =>
        Text(csv, "website") is not { Length: > 0 } text ? ""
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" ? text
        : throw new RegisterRowException($"'website' is not a web address: '{text}'");

    private sealed class RegisterRowException(string reason) : Exception(reason);
}
