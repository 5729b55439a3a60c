using System.Collections.Frozen;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Meerlaags.Web.Features.Register;

/// <summary>A region, and what search looks in.</summary>
/// <param name="Region">The region.</param>
/// <param name="Key">Its name and code without accents or punctuation.</param>
public sealed record KnownRegion(Region Region, string Key);

/// <summary>The register as it was at one moment. Many read it at once and nobody changes it.</summary>
public sealed class RegisterPicture
{
    /// <summary>Puts it in order.</summary>
    public RegisterPicture(IEnumerable<Organisation> organisations, IEnumerable<Region> regions)
    {
        Organisations =
        [
            .. organisations
                .OrderBy(organisation => organisation.ValidTo is not null)
                .ThenBy(organisation => organisation.Tier == GovernmentTier.JointArrangement)
                .ThenBy(organisation => organisation.SearchKey, StringComparer.Ordinal)
                .ThenBy(organisation => organisation.Code, StringComparer.Ordinal),
        ];
        ById = Organisations.ToFrozenDictionary(organisation => organisation.Id);
        ByCode = Organisations.ToFrozenDictionary(organisation => organisation.Code, StringComparer.Ordinal);
        Regions =
        [
            .. regions
                .OrderBy(region => SearchKey.Fold(region.Name), StringComparer.Ordinal)
                .ThenBy(region => region.Code, StringComparer.Ordinal)
                .Select(region => new KnownRegion(region, SearchKey.For(region.Name, region.Code))),
        ];
    }

    /// <summary>All organisations, ended ones included, in the order in which lists show them: what exists first, joint arrangements after the others, by name.</summary>
    public IReadOnlyList<Organisation> Organisations { get; }

    /// <summary>Organisations by id.</summary>
    public IReadOnlyDictionary<OrganisationId, Organisation> ById { get; }

    /// <summary>Organisations by code.</summary>
    public IReadOnlyDictionary<string, Organisation> ByCode { get; }

    /// <summary>All regions, ended ones included, by name.</summary>
    public IReadOnlyList<KnownRegion> Regions { get; }

    /// <summary>The name of an organisation or region by its code; null when neither has it.</summary>
    public string? NameOf(string code) =>
        ByCode.TryGetValue(code, out var organisation) ? organisation.OfficialName : Regions.FirstOrDefault(one => one.Region.Code == code)?.Region.Name;

    /// <summary>The organisations of some kinds that have not ended by a day, by name.</summary>
    public IEnumerable<Organisation> OfKinds(DateOnly day, params string[] kinds) =>
        Organisations
            .Where(organisation => kinds.Contains(organisation.Kind) && !organisation.HasEndedBy(day))
            .OrderBy(organisation => organisation.SearchKey, StringComparer.Ordinal);
}

/// <summary>
/// The register, read once and kept: it hardly changes, and every search, map and list of parties asks for it. Each change of it adds a line to the journal of the
/// installation, so one look at how long that is tells whether what is kept still holds, whichever process made the change.
/// </summary>
public sealed class KnownRegister(Db db, Viewer viewer, IMemoryCache cache)
{
    // What a newer version of the product adds at its start is no change that anybody made: it has no line.
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private (int Changes, RegisterPicture Picture)? seen;

    /// <summary>The register as it is on record now. Inside a change it is read anew: what is being changed is for nobody else yet.</summary>
    public async Task<RegisterPicture> NowAsync(CancellationToken stop)
    {
        if (db.Writing is not null)
            return await ReadAsync(stop);
        if (seen is { } before && before.Changes == db.Changes)
            return before.Picture;
        var lines = await LinesAsync(stop);
        if (!cache.TryGetValue(typeof(KnownRegister), out (long Lines, RegisterPicture Picture) known) || known.Lines != lines)
        {
            known = (lines, await ReadAsync(stop));
            cache.Set(typeof(KnownRegister), known, Kept);
        }
        seen = (db.Changes, known.Picture);
        return known.Picture;
    }

    // Who signed in to this request came by it already, unless something was written since.
    private async Task<long> LinesAsync(CancellationToken stop) =>
        db.Changes == 0 && viewer.JournalLength is { } length
            ? length
            : await db.Set<JournalChain>().Where(chain => chain.Id == JournalChain.Installation).Select(chain => chain.Count).FirstOrDefaultAsync(stop);

    // Regions first: no organisation ever goes, so that all members are known, also when somebody adds some in between.
    private async Task<RegisterPicture> ReadAsync(CancellationToken stop)
    {
        var regions = await db.Regions.AsNoTracking().ToListAsync(stop);
        return new RegisterPicture(await db.Organisations.AsNoTracking().ToListAsync(stop), regions);
    }
}
