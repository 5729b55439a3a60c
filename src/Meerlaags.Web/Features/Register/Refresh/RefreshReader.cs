using System.Globalization;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register.Refresh;

/// <summary>A newer register in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="On">The day it is of.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Changes">How many things it says otherwise.</param>
/// <param name="Approved">Whether it was taken over; null while it waits.</param>
public sealed record RefreshLine(RegisterRefreshId Id, DateOnly On, string Source, int Changes, bool? Approved);

/// <summary>A newer register with the names of what it speaks of.</summary>
/// <param name="Refresh">The newer register.</param>
/// <param name="Names">Names by code, of organisations and regions on record.</param>
/// <param name="People">Names of those who proposed and decided.</param>
public sealed record KnownRefresh(RegisterRefresh Refresh, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<PersonId, string> People);

/// <summary>Something that was on record before, of one organisation or region.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Was">What was on record.</param>
/// <param name="Until">The day of the register that said otherwise.</param>
public sealed record Earlier(string Field, string Was, DateOnly Until);

/// <summary>Reads newer registers, and what was on record before.</summary>
public sealed class RefreshReader(Db db, KnownRegister register, Texts texts)
{
    /// <summary>All that were proposed, the last one first.</summary>
    public async Task<IReadOnlyList<RefreshLine>> AllAsync(CancellationToken stop) =>
        await db
            .RegisterRefreshes.AsNoTracking()
            .OrderByDescending(refresh => refresh.ProposedAt)
            .Select(refresh => new RefreshLine(
                refresh.Id,
                refresh.On,
                refresh.Source,
                refresh.Changes.Count,
                refresh.Decision == null ? null : refresh.Decision.Approved
            ))
            .ToListAsync(stop);

    /// <summary>One of them; null when there is none.</summary>
    public async Task<KnownRefresh?> OneAsync(RegisterRefreshId id, CancellationToken stop)
    {
        if (await db.RegisterRefreshes.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(refresh => refresh.Id == id, stop) is not { } refresh)
            return null;
        var codes = refresh.Changes.SelectMany(change => new[] { change.Code, change.Other }).Where(code => code.Length > 0).ToHashSet(StringComparer.Ordinal);
        var picture = await register.NowAsync(stop);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var code in codes)
            if (picture.NameOf(code) is { } name)
                names.Add(code, name);
        foreach (var added in refresh.Changes.Where(change => change.Kind is RegisterChangeKind.OrganisationAdded or RegisterChangeKind.RegionAdded))
            names.TryAdd(added.Code, added.Becomes);
        var people = await db.NamesAsync(new[] { refresh.ProposedBy, refresh.Decision?.By ?? refresh.ProposedBy }.Distinct(), stop);
        return new KnownRefresh(refresh, names, people);
    }

    /// <summary>What was on record before of an organisation or a region, the last first: names, dates, addresses; not how sure or by which source.</summary>
    public async Task<IReadOnlyList<Earlier>> EarlierAsync(string code, CancellationToken stop)
    {
        var known = await db
            .RegisterRefreshes.AsNoTracking()
            .Where(refresh => refresh.Decision != null && refresh.Decision.Approved)
            .SelectMany(
                refresh => refresh.Changes.Where(change => change.Code == code && change.Was != "" && !Quiet.Contains(change.Field)),
                (refresh, change) =>
                    new
                    {
                        change.Field,
                        change.Was,
                        refresh.On,
                    }
            )
            .ToListAsync(stop);
        return
        [
            .. known
                .OrderByDescending(earlier => earlier.On)
                .ThenBy(earlier => earlier.Field, StringComparer.Ordinal)
                .Select(earlier => new Earlier(earlier.Field, earlier.Was, earlier.On)),
        ];
    }

    /// <summary>A value as people read it: days in words.</summary>
    public string Shown(string field, string value) =>
        value.Length == 0 ? texts["Register.Refresh.Nothing"]
        : field is "From" or "Until" && DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Texts.Day(day)
        : value;

    private static readonly string[] Quiet = ["Verified", "Source", "Note", "Place"];
}
