using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>What became of a right since the list was frozen.</summary>
public enum RightChange
{
    /// <summary>It is as it was.</summary>
    None,

    /// <summary>The places at tables are others than on that day.</summary>
    PlacesDiffer,

    /// <summary>It is no longer there.</summary>
    Gone,
}

/// <summary>A right on the list, with what is known of it today.</summary>
/// <param name="Row">The right as it was frozen.</param>
/// <param name="Name">The name of the person, or null when forgotten.</param>
/// <param name="Email">The address of the person, or null.</param>
/// <param name="Change">What became of it since.</param>
public sealed record SeenRight(ReviewedRight Row, string? Name, string? Email, RightChange Change)
{
    /// <summary>What the owner calls the token, for a token.</summary>
    public string? TokenName { get; init; }
}

/// <summary>Reads what people may do today, and compares it with a frozen list.</summary>
public sealed class RightsReader(Db db, Viewer viewer, Acts acts, PeopleReader people)
{
    /// <summary>Not used for so long asks for a second look.</summary>
    public static readonly TimeSpan Dormant = TimeSpan.FromDays(365);

    /// <summary>Everything somebody may do today: administrators, tokens, accounts; by name.</summary>
    public async Task<IReadOnlyList<FrozenRight>> TodayAsync(CancellationToken stop)
    {
        var accounts = await db
            .Users.AsNoTracking()
            .Where(account => account.GuestUntil == null && account.BlockedAt == null)
            .OrderBy(account => account.DisplayName)
            .ThenBy(account => account.Id)
            .Select(account => new
            {
                account.Id,
                account.IsAdministrator,
                account.LastSignedInAt,
            })
            .ToListAsync(stop);
        var places = await people.PlacesAsync(_ => true, stop);
        var tokens = (await TokensAsync(stop)).ToLookup(token => token.Person);
        return
        [
            .. accounts
                .Where(account => account.IsAdministrator)
                .Select(account => new FrozenRight(RightKind.Administrator, new PersonId(account.Id), PlaceCounts.None, account.LastSignedInAt)),
            .. accounts
                .SelectMany(account => tokens[new PersonId(account.Id)])
                .Select(token => new FrozenRight(RightKind.Token, token.Person, PlaceCounts.None, token.LastUsedAt)
                {
                    Token = token.Id,
                    Scopes = token.Scopes,
                }),
            .. accounts
                .Select(account => (Person: new PersonId(account.Id), account.LastSignedInAt))
                .Select(account => new FrozenRight(
                    RightKind.SignIn,
                    account.Person,
                    places.GetValueOrDefault(account.Person, PlaceCounts.None),
                    account.LastSignedInAt
                )),
        ];
    }

    /// <summary>These rights of a list with what is known of them today.</summary>
    public async Task<IReadOnlyList<SeenRight>> SeeAsync(IReadOnlyCollection<ReviewedRight> rows, CancellationToken stop)
    {
        var ids = rows.Select(row => row.Person.Value).Distinct().ToList();
        var persons = ids.Select(PersonId.From).ToList();
        var accounts = await db
            .Users.AsNoTracking()
            .Where(account => ids.Contains(account.Id))
            .Select(account => new
            {
                account.Id,
                account.DisplayName,
                account.Email,
                account.IsAdministrator,
                IsBlocked = account.BlockedAt != null,
            })
            .ToDictionaryAsync(account => account.Id, stop);
        var places = await people.PlacesAsync(place => persons.Contains(place.Person), stop);
        var tokens = (await TokensAsync(stop)).ToDictionary(token => token.Id, token => token.Name);
        var names = await TokenNamesAsync([.. rows.Select(row => row.Token).OfType<Guid>()], stop);
        return
        [
            .. rows.Select(row =>
            {
                var account = accounts.GetValueOrDefault(row.Person.Value);
                var stands =
                    account is { IsBlocked: false }
                    && row.Kind switch
                    {
                        RightKind.Administrator => account.IsAdministrator,
                        RightKind.Token => tokens.ContainsKey(row.Token!.Value),
                        _ => true,
                    };
                var change =
                    !stands ? RightChange.Gone
                    : row.Kind == RightKind.SignIn && places.GetValueOrDefault(row.Person, PlaceCounts.None) != row.Places ? RightChange.PlacesDiffer
                    : RightChange.None;
                return new SeenRight(row, account?.DisplayName, account?.Email, change)
                {
                    TokenName = row.Token is { } token ? names.GetValueOrDefault(token) : null,
                };
            }),
        ];
    }

    /// <summary>How many rights there are today that do not stand on the list.</summary>
    public async Task<int> NewSinceAsync(AccessReview review, CancellationToken stop)
    {
        var listed = review.Rows.Select(row => (row.Kind, row.Person, row.Token)).ToHashSet();
        return (await TodayAsync(stop)).Count(right => !listed.Contains((right.Kind, right.Person, right.Token)));
    }

    private async Task<List<PersonalToken>> TokensAsync(CancellationToken stop)
    {
        var now = acts.Now;
        using var _ = viewer.System(SystemPurpose.LookAfterAccounts);
        return await db.Set<PersonalToken>()
            .AsNoTracking()
            .Where(token => token.RevokedAt == null && token.ExpiresAt > now)
            .OrderBy(token => token.CreatedAt)
            .ThenBy(token => token.Id)
            .ToListAsync(stop);
    }

    private async Task<Dictionary<Guid, string>> TokenNamesAsync(IReadOnlyList<Guid> ids, CancellationToken stop)
    {
        if (ids.Count == 0)
            return [];
        using var _ = viewer.System(SystemPurpose.LookAfterAccounts);
        return await db.Set<PersonalToken>().Where(token => ids.Contains(token.Id)).ToDictionaryAsync(token => token.Id, token => token.Name, stop);
    }
}
