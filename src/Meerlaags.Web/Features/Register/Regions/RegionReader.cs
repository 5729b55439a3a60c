using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Features.Register.Regions;

/// <summary>A region in a list.</summary>
/// <param name="Kind">The kind in the words of the register.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name without the kind.</param>
/// <param name="Members">How many belong to it on the day that was asked for.</param>
public sealed record RegionLine(string Kind, string Code, string Name, int Members);

/// <summary>A member of a region on a day.</summary>
/// <param name="Organisation">The organisation.</param>
/// <param name="Belonging">From when to when it belongs to it.</param>
/// <param name="Standing">When the organisation no longer exists on that day: who stands there.</param>
public sealed record KnownMember(Organisation Organisation, RegionMember Belonging, IReadOnlyList<Organisation> Standing);

/// <summary>A region on a day.</summary>
/// <param name="Region">The region.</param>
/// <param name="Day">The day.</param>
/// <param name="Members">Who belongs to it on that day, by tier and name.</param>
/// <param name="Others">Who belonged to it before that day, or will after it.</param>
public sealed record RegionOnDay(Region Region, DateOnly Day, IReadOnlyList<KnownMember> Members, IReadOnlyList<KnownMember> Others);

/// <summary>Reads regions, for pages and the API.</summary>
public sealed class RegionReader(KnownRegister register, Lineages lineages)
{
    /// <summary>How many regions there are of each kind on a day.</summary>
    public async Task<IReadOnlyDictionary<string, int>> KindsAsync(DateOnly day, CancellationToken stop) =>
        (await OnDayAsync(day, stop)).CountBy(known => known.Region.Kind).ToDictionary();

    /// <summary>The regions of a kind, or those whose name or code has all the words that are asked for, by name.</summary>
    public async Task<IReadOnlyList<RegionLine>> FindAsync(string? kind, string? text, DateOnly day, CancellationToken stop)
    {
        var words = SearchKey.Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. (await OnDayAsync(day, stop))
                .Where(known => string.IsNullOrEmpty(kind) || known.Region.Kind == kind)
                .Where(known => words.All(word => known.Key.Contains(word, StringComparison.Ordinal)))
                .Select(known => Line(known.Region, day)),
        ];
    }

    /// <summary>A region as it is on a day; null when there is none with that code.</summary>
    public async Task<RegionOnDay?> OnAsync(string code, DateOnly day, CancellationToken stop)
    {
        var picture = await register.NowAsync(stop);
        if (Coded(picture, code.Trim().ToUpperInvariant()) is not { } found)
            return null;
        var lineage = await lineages.KnownAsync(stop);
        var members = found
            .Members.Select(member => (Organisation: picture.ById[member.Organisation], Member: member))
            .OrderBy(known => known.Organisation.Tier)
            .ThenBy(known => known.Organisation.SearchKey, StringComparer.Ordinal)
            .ThenBy(known => known.Member.Time)
            .Select(known => new KnownMember(
                known.Organisation,
                known.Member,
                known.Organisation.ExistsOn(day)
                    ? []
                    : [.. lineage.StandsFor(known.Organisation.Id, day).Where(id => id != known.Organisation.Id).Select(id => picture.ById[id])]
            ))
            .ToList();
        return new RegionOnDay(
            found,
            day,
            [.. members.Where(known => known.Belonging.BelongsOn(day))],
            [.. members.Where(known => !known.Belonging.BelongsOn(day))]
        );
    }

    /// <summary>One region in a line, by its code; null when there is none.</summary>
    public async Task<RegionLine?> LineAsync(string code, DateOnly day, CancellationToken stop) =>
        Coded(await register.NowAsync(stop), code) is { } region ? Line(region, day) : null;

    /// <summary>The regions that an organisation belongs to on a day, in the order of the kinds.</summary>
    public async Task<IReadOnlyList<RegionLine>> OfAsync(OrganisationId organisation, DateOnly day, CancellationToken stop) =>
        [
            .. (await OnDayAsync(day, stop))
                .Where(known => known.Region.MembersOn(day).Contains(organisation))
                .OrderBy(known => RegisterKinds.Regions.Index().FirstOrDefault(kind => kind.Item == known.Region.Kind).Index)
                .Select(known => Line(known.Region, day)),
        ];

    private async Task<IEnumerable<KnownRegion>> OnDayAsync(DateOnly day, CancellationToken stop) =>
        (await register.NowAsync(stop)).Regions.Where(known => !known.Region.HasEndedBy(day));

    private static Region? Coded(RegisterPicture picture, string code) => picture.Regions.FirstOrDefault(known => known.Region.Code == code)?.Region;

    private static RegionLine Line(Region region, DateOnly day) => new(region.Kind, region.Code, region.Name, region.MembersOn(day).Count());
}
