using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

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
public sealed class RegionReader(Db db, Lineages lineages)
{
    /// <summary>How many regions there are of each kind on a day.</summary>
    public async Task<IReadOnlyDictionary<string, int>> KindsAsync(DateOnly day, CancellationToken stop) =>
        await db
            .Regions.Where(region => region.EndsOn == null || region.EndsOn > day)
            .GroupBy(region => region.Kind)
            .Select(kind => new { kind.Key, Count = kind.Count() })
            .ToDictionaryAsync(kind => kind.Key, kind => kind.Count, stop);

    /// <summary>The regions of a kind, or those whose name or code has all the words that are asked for, by name.</summary>
    public async Task<IReadOnlyList<RegionLine>> FindAsync(string? kind, string? text, DateOnly day, CancellationToken stop)
    {
        var lines = await Lines(
                db.Regions.Where(region => (region.EndsOn == null || region.EndsOn > day) && (string.IsNullOrEmpty(kind) || region.Kind == kind)),
                day
            )
            .ToListAsync(stop);
        var words = SearchKey.Fold(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. lines
                .Select(line => (Line: line, Key: SearchKey.For(line.Name, line.Code)))
                .Where(known => words.All(word => known.Key.Contains(word, StringComparison.Ordinal)))
                .OrderBy(known => known.Key, StringComparer.Ordinal)
                .Select(known => known.Line),
        ];
    }

    /// <summary>A region as it is on a day; null when there is none with that code.</summary>
    public async Task<RegionOnDay?> OnAsync(string code, DateOnly day, CancellationToken stop)
    {
        var known = code.Trim().ToUpperInvariant();
        if (await db.Regions.AsNoTracking().SingleOrDefaultAsync(region => region.Code == known, stop) is not { } found)
            return null;
        var lineage = await lineages.KnownAsync(stop);
        var standing = found
            .Members.ToLookup(member => member.Organisation, member => lineage.StandsFor(member.Organisation, day))
            .ToDictionary(by => by.Key, by => by.First());
        var ids = found.Members.Select(member => member.Organisation).Concat(standing.Values.SelectMany(others => others)).Distinct().ToList();
        var organisations = await db
            .Organisations.AsNoTracking()
            .Where(organisation => ids.Contains(organisation.Id))
            .ToDictionaryAsync(organisation => organisation.Id, stop);
        var members = found
            .Members.Select(member => (Organisation: organisations[member.Organisation], Member: member))
            .OrderBy(known => known.Organisation.Tier)
            .ThenBy(known => known.Organisation.SearchKey, StringComparer.Ordinal)
            .ThenBy(known => known.Member.Time)
            .Select(known => new KnownMember(
                known.Organisation,
                known.Member,
                known.Organisation.ExistsOn(day)
                    ? []
                    : [.. standing[known.Organisation.Id].Where(id => id != known.Organisation.Id).Select(id => organisations[id])]
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
    public Task<RegionLine?> LineAsync(string code, DateOnly day, CancellationToken stop) =>
        Lines(db.Regions.Where(region => region.Code == code), day).SingleOrDefaultAsync(stop);

    /// <summary>The regions that an organisation belongs to on a day, in the order of the kinds.</summary>
    public async Task<IReadOnlyList<RegionLine>> OfAsync(OrganisationId organisation, DateOnly day, CancellationToken stop)
    {
        var lines = await Lines(
                db.Regions.Where(region =>
                    (region.EndsOn == null || region.EndsOn > day)
                    && region.Members.Any(member =>
                        member.Organisation == organisation && (member.From == null || member.From <= day) && (member.Until == null || member.Until > day)
                    )
                ),
                day
            )
            .ToListAsync(stop);
        return
        [
            .. lines
                .OrderBy(line => RegisterKinds.Regions.Index().FirstOrDefault(kind => kind.Item == line.Kind).Index)
                .ThenBy(line => SearchKey.Fold(line.Name), StringComparer.Ordinal),
        ];
    }

    private static IQueryable<RegionLine> Lines(IQueryable<Region> regions, DateOnly day) =>
        regions
            .AsNoTracking()
            .Select(region => new RegionLine(
                region.Kind,
                region.Code,
                region.Name,
                region.Members.Count(member => (member.From == null || member.From <= day) && (member.Until == null || member.Until > day))
            ));
}
