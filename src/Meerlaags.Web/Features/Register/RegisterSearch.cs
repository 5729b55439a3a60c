using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Access;

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
public sealed class RegisterSearch(KnownRegister register, TimeProvider clock)
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
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords).ToList();
        var today = Today;
        var organisations = (await register.NowAsync(stop)).Organisations;
        var fitting = organisations
            .Where(organisation => question.Kind is not { Length: > 0 } kind || organisation.Kind == kind)
            .Where(organisation => words.TrueForAll(word => organisation.SearchKey.Contains(word, StringComparison.Ordinal)))
            .ToList();
        if (fitting.Count == 0 && question.Guesses && Guess(organisations, words, question) is { Count: > 0 } near)
            return new RegisterAnswer(near, near.Count, 0, 1) { Guessed = true };
        var shown = question.Ended ? fitting : [.. fitting.Where(organisation => !organisation.HasEndedBy(today))];
        var page = Math.Clamp(question.Page, 1, Math.Max(1, (shown.Count + PageSize - 1) / PageSize));
        var exact = $"|{key}|";
        var start = $"|{key}";
        var best = shown.OrderBy(organisation =>
            organisation.SearchKey.Contains(exact, StringComparison.Ordinal) ? 0
            : organisation.SearchKey.Contains(start, StringComparison.Ordinal) ? 1
            : 2
        );
        return new RegisterAnswer([.. best.Skip((page - 1) * PageSize).Take(PageSize)], shown.Count, fitting.Count - shown.Count, page);
    }

    // Nothing has these words as they were typed: the names that are a slip or two away.
    private List<Organisation> Guess(IReadOnlyList<Organisation> organisations, List<string> words, RegisterQuestion question)
    {
        if (words.Count == 0)
            return [];
        var today = Today;
        return
        [
            .. organisations
                .Where(organisation => string.IsNullOrEmpty(question.Kind) || organisation.Kind == question.Kind)
                .Where(organisation => question.Ended || !organisation.HasEndedBy(today))
                .Select(organisation => (Organisation: organisation, Slips: Slips(words, organisation.SearchKey)))
                .Where(near => near.Slips is not null)
                .OrderBy(near => near.Slips)
                .ThenBy(near => near.Organisation.Tier == GovernmentTier.JointArrangement)
                .ThenBy(near => near.Organisation.SearchKey.Length)
                .ThenBy(near => near.Organisation.SearchKey, StringComparer.Ordinal)
                .Take(MostGuesses)
                .Select(near => near.Organisation),
        ];
    }

    private static int? Slips(IReadOnlyList<string> words, string key) =>
        key.Split('|', StringSplitOptions.RemoveEmptyEntries).Min(name => Misspelling.Slips(words, name.Split(' ')));

    /// <summary>One organisation by its code, in capitals or not; null when there is none.</summary>
    public async Task<Organisation?> ByCodeAsync(string code, CancellationToken stop) =>
        (await register.NowAsync(stop)).ByCode.GetValueOrDefault(code.Trim().ToUpperInvariant());

    /// <summary>The organisations with these codes, by code; unknown codes are left out.</summary>
    public async Task<IReadOnlyDictionary<string, Organisation>> ByCodesAsync(IEnumerable<string> codes, CancellationToken stop) =>
        Those(codes.Where(code => code.Length > 0), (await register.NowAsync(stop)).ByCode);

    /// <summary>The organisations with these ids, by id; unknown ids are left out.</summary>
    public async Task<IReadOnlyDictionary<OrganisationId, Organisation>> ByIdsAsync(IEnumerable<OrganisationId> ids, CancellationToken stop) =>
        Those(ids, (await register.NowAsync(stop)).ById);

    /// <summary>The organisations that may speak within a composite one today; empty for a single one.</summary>
    public async Task<IReadOnlyList<Organisation>> VoicesOfAsync(string code, CancellationToken stop)
    {
        var today = Today;
        return
        [
            .. (await register.NowAsync(stop))
                .Organisations.Where(organisation => organisation.PartOf == code && !organisation.HasEndedBy(today))
                .OrderBy(organisation => organisation.SearchKey, StringComparer.Ordinal),
        ];
    }

    private static Dictionary<TKey, Organisation> Those<TKey>(IEnumerable<TKey> asked, IReadOnlyDictionary<TKey, Organisation> known)
        where TKey : notnull => asked.Distinct().Where(known.ContainsKey).ToDictionary(key => key, key => known[key]);
}
