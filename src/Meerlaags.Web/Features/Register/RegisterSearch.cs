using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register;

/// <summary>What someone looks for in the register.</summary>
/// <param name="Text">Name or code, in whatever spelling.</param>
/// <param name="Kind">One kind only, or empty.</param>
/// <param name="Ended">Whether organisations that ended are shown too.</param>
/// <param name="Page">Page, from 1.</param>
public sealed record RegisterQuestion(string? Text, string? Kind = null, bool Ended = false, int Page = 1)
{
    /// <summary>Whether names that come near are shown when nothing has these words.</summary>
    public bool Guesses { get; init; } = true;
}

/// <summary>What was found.</summary>
/// <param name="Organisations">One page of organisations, the exact name or code first.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="EndedLeftOut">How many ended organisations fit too but are not shown.</param>
/// <param name="Page">The page.</param>
public sealed record RegisterAnswer(IReadOnlyList<Organisation> Organisations, int Count, int EndedLeftOut, int Page)
{
    /// <summary>Whether nothing has these words, and these are the names that come near.</summary>
    public bool Guessed { get; init; }

    /// <summary>How many pages there are.</summary>
    public int Pages => Math.Max(1, (Count + RegisterSearch.PageSize - 1) / RegisterSearch.PageSize);
}

/// <summary>Finds organisations by name or code, for pages, the API and whoever picks a party.</summary>
public sealed class RegisterSearch(Db db, TimeProvider clock)
{
    /// <summary>Organisations on one page.</summary>
    public const int PageSize = 25;

    private const int MostWords = 8;
    private const int MostGuesses = 5;
    private const int LongestText = 200;

    /// <summary>The day it is in the Netherlands: organisations begin and end by it.</summary>
    public DateOnly Today => DutchTime.DayOf(Moment.Of(clock));

    /// <summary>Every word must occur in a name, the abbreviation or the code.</summary>
    public async Task<RegisterAnswer> FindAsync(RegisterQuestion question, CancellationToken stop)
    {
        var text = question.Text ?? "";
        var key = SearchKey.Fold(text.Length > LongestText ? text[..LongestText] : text);
        var fitting = db.Organisations.AsNoTracking();
        foreach (var word in key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
            fitting = fitting.Where(organisation => organisation.SearchKey.Contains(word));
        if (question.Kind is { Length: > 0 } kind)
            fitting = fitting.Where(organisation => organisation.Kind == kind);

        var today = Today;
        var all = await fitting.CountAsync(stop);
        if (all == 0 && question.Guesses && await GuessAsync(key, question, stop) is { Count: > 0 } near)
            return new RegisterAnswer(near, near.Count, 0, 1) { Guessed = true };
        var present = await fitting.CountAsync(organisation => organisation.ValidTo == null || organisation.ValidTo > today, stop);
        var shown = question.Ended ? fitting : fitting.Where(organisation => organisation.ValidTo == null || organisation.ValidTo > today);
        var count = question.Ended ? all : present;
        var page = Math.Clamp(question.Page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var exact = $"|{key}|";
        var start = $"|{key}";
        var organisations = await shown
            .OrderBy(organisation => organisation.SearchKey.Contains(exact) ? 0 : 1)
            .ThenBy(organisation => organisation.SearchKey.Contains(start) ? 0 : 1)
            .ThenBy(organisation => organisation.ValidTo == null ? 0 : 1)
            .ThenBy(organisation => organisation.Tier == GovernmentTier.JointArrangement ? 1 : 0)
            .ThenBy(organisation => organisation.SearchKey)
            .ThenBy(organisation => organisation.Code)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(stop);
        return new RegisterAnswer(organisations, count, all - count, page);
    }

    // Nothing has these words as they were typed: the names that are a slip or two away.
    private async Task<IReadOnlyList<Organisation>> GuessAsync(string key, RegisterQuestion question, CancellationToken stop)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        if (words.Count == 0)
            return [];
        var today = Today;
        var candidates = await db
            .Organisations.AsNoTracking()
            .Where(organisation => string.IsNullOrEmpty(question.Kind) || organisation.Kind == question.Kind)
            .Where(organisation => question.Ended || organisation.ValidTo == null || organisation.ValidTo > today)
            .Select(organisation => new
            {
                organisation.Id,
                organisation.SearchKey,
                Arrangement = organisation.Tier == GovernmentTier.JointArrangement,
            })
            .ToListAsync(stop);
        var near = candidates
            .Select(candidate => (candidate.Id, candidate.SearchKey, candidate.Arrangement, Slips: Slips(words, candidate.SearchKey)))
            .Where(candidate => candidate.Slips is not null)
            .OrderBy(candidate => candidate.Slips)
            .ThenBy(candidate => candidate.Arrangement)
            .ThenBy(candidate => candidate.SearchKey.Length)
            .ThenBy(candidate => candidate.SearchKey, StringComparer.Ordinal)
            .Take(MostGuesses)
            .Select(candidate => candidate.Id)
            .ToList();
        var found = await ByIdsAsync(near, stop);
        return [.. near.Select(id => found[id])];
    }

    private static int? Slips(IReadOnlyList<string> words, string key) =>
        key.Split('|', StringSplitOptions.RemoveEmptyEntries).Min(name => Misspelling.Slips(words, name.Split(' ')));

    /// <summary>One organisation by its code, in capitals or not; null when there is none.</summary>
    public Task<Organisation?> ByCodeAsync(string code, CancellationToken stop)
    {
        var known = code.Trim().ToUpperInvariant();
        return db.Organisations.AsNoTracking().SingleOrDefaultAsync(organisation => organisation.Code == known, stop);
    }

    /// <summary>The organisations with these codes, by code; unknown codes are left out.</summary>
    public async Task<IReadOnlyDictionary<string, Organisation>> ByCodesAsync(IEnumerable<string> codes, CancellationToken stop)
    {
        var known = codes.Where(code => code.Length > 0).Distinct().ToList();
        return known.Count == 0
            ? new Dictionary<string, Organisation>()
            : await db.Organisations.AsNoTracking().Where(organisation => known.Contains(organisation.Code)).ToDictionaryAsync(found => found.Code, stop);
    }

    /// <summary>The organisations with these ids, by id.</summary>
    public async Task<IReadOnlyDictionary<OrganisationId, Organisation>> ByIdsAsync(IEnumerable<OrganisationId> ids, CancellationToken stop)
    {
        var known = ids.Distinct().ToList();
        return known.Count == 0
            ? new Dictionary<OrganisationId, Organisation>()
            : await db.Organisations.AsNoTracking().Where(organisation => known.Contains(organisation.Id)).ToDictionaryAsync(found => found.Id, stop);
    }

    /// <summary>The organisations that may speak within a composite one today; empty for a single one.</summary>
    public async Task<IReadOnlyList<Organisation>> VoicesOfAsync(string code, CancellationToken stop)
    {
        var today = Today;
        return await db
            .Organisations.AsNoTracking()
            .Where(organisation => organisation.PartOf == code && (organisation.ValidTo == null || organisation.ValidTo > today))
            .OrderBy(organisation => organisation.SearchKey)
            .ToListAsync(stop);
    }
}
