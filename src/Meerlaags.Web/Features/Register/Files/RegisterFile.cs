using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Features.Register.Files;

/// <summary>The text of a register file.</summary>
/// <param name="Name">Name of the file, for whoever has to mend it.</param>
/// <param name="Text">What it says.</param>
public sealed record RegisterText(string Name, string Text);

/// <summary>Reads register files. A file tells by its columns what it holds; a bad row stops the reading with the file, the line and the reason.</summary>
public static class RegisterFile
{
    private static readonly string[] InTheFolder = ["own.csv", "organisations.csv", "samenwerkingsorganisaties.csv", "regions.csv", "region_members.csv"];

    /// <summary>Everything the files of a folder say.</summary>
    /// <param name="folder">Folder with the files that come with the product.</param>
    public static RegisterContent ReadFolder(string folder)
    {
        var texts = InTheFolder.Select(name => new RegisterText(name, File.ReadAllText(Path.Combine(folder, name))));
        return Read([.. texts]).Is(out var content, out var refusal)
            ? content
            : throw new InvalidDataException($"{refusal.Code}: {string.Join(", ", refusal.Arguments)}");
    }

    /// <summary>Everything that some files say together.</summary>
    public static Decided<RegisterContent> Read(IReadOnlyList<RegisterText> files)
    {
        var organisations = new Dictionary<string, RegisterRow>(StringComparer.Ordinal);
        var regions = new Dictionary<string, RegionRow>(StringComparer.Ordinal);
        var members = new Dictionary<(string, string, DateOnly?), RegionMemberRow>();
        var kinds = new HashSet<RegisterColumns>();
        foreach (var file in files)
        {
            var lines = new RegisterLines(file);
            if (!lines.Kind().Is(out var columns, out var refusal))
                return refusal;
            kinds.Add(columns);
            var bad =
                columns == RegisterColumns.Organisations ? lines.Into(organisations, Organisation, row => row.Code)
                : columns == RegisterColumns.Arrangements ? lines.Into(organisations, Arrangement, row => row.Code)
                : columns == RegisterColumns.Regions ? lines.Into(regions, RegionOf, row => row.Code)
                : lines.Into(members, Member, row => (row.Region, row.Member, row.From));
            if (bad is not null)
                return bad;
        }
        foreach (var body in organisations.Values.Where(row => row.Kind == RegisterKinds.JointArrangement))
            regions.TryAdd(body.Code, AsRegion(body));
        return new RegisterContent(
            organisations.Count > 0 ? [.. organisations.Values] : null,
            regions.Count > 0 ? [.. regions.Values] : null,
            kinds.Contains(RegisterColumns.Members) ? [.. members.Values] : null
        );
    }

    /// <summary>The members of a body under a joint arrangement form a region of the same code.</summary>
    private static RegionRow AsRegion(RegisterRow body) =>
        new(RegisterKinds.JointArrangement, body.Code, body.Name)
        {
            TooiId = body.TooiId,
            Source = body.Source,
            Verified = body.Verified,
            Note = body.Note,
        };

    private static RegisterRow Organisation(RegisterLine line)
    {
        var kind = line.OneOf("kind", RegisterKinds.Organisations);
        var (longitude, latitude) = line.Place();
        var (from, to) = line.Term();
        return new RegisterRow(line.Code("code"), kind, RegisterKinds.TierOf(kind), line.Needed("name"), line.Needed("official_name"))
        {
            Abbreviation = line.Text("abbr"),
            Province = line.Text("province_code") is { Length: > 0 } province ? province : line.Text("seat_province"),
            PartOf = kind == RegisterKinds.Ministry ? RegisterKinds.Central : "",
            TooiId = line.Address("tooi_id"),
            Oin = line.Oin("oin"),
            Website = line.Address("website"),
            ValidFrom = from,
            ValidTo = to,
            Predecessors = line.Codes("predecessors"),
            Successors = line.Codes("successor"),
            Longitude = longitude,
            Latitude = latitude,
            Source = line.Text("source"),
            Verified = line.Verified(),
            Note = line.Text("note"),
        };
    }

    private static RegisterRow Arrangement(RegisterLine line)
    {
        var name = line.Needed("name");
        return new RegisterRow(line.Code("code"), RegisterKinds.JointArrangement, GovernmentTier.JointArrangement, name, name)
        {
            TooiId = line.Address("tooi_id"),
            Source = line.Text("source"),
            Verified = line.Verified(),
            Note = $"{line.Text("legal_form")}. {line.Text("regulation")}.",
        };
    }

    private static RegionRow RegionOf(RegisterLine line) =>
        new(line.OneOf("kind", RegisterKinds.Regions.Except([Region.OwnKind])), line.Code("code"), line.Needed("name"))
        {
            TooiId = line.Address("tooi_id"),
            Source = line.Text("source"),
            Verified = line.Verified(),
            Note = line.Text("note"),
        };

    private static RegionMemberRow Member(RegisterLine line)
    {
        line.OneOf("region_kind", RegisterKinds.Regions);
        var (from, until) = line.Term();
        return new RegionMemberRow(line.Code("region_code"), line.Code("member_code"))
        {
            From = from,
            Until = until,
            Verified = line.Verified(),
        };
    }
}
