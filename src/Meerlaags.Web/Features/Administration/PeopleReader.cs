using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Which people an administrator looks for.</summary>
public enum PeopleFilter
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Who looks after the installation.</summary>
    Administrators,

    /// <summary>Who never signed in.</summary>
    NeverSignedIn,

    /// <summary>Whose account is blocked.</summary>
    Blocked,

    /// <summary>Whose account is closed for a while, after wrong passwords.</summary>
    Locked,

    /// <summary>Who has a password.</summary>
    WithPassword,

    /// <summary>Who has none yet.</summary>
    WithoutPassword,
}

/// <summary>A person with an account, as the administrator sees one in the list.</summary>
public sealed record KnownPerson(PersonId Id, string Name, string Email, bool IsAdministrator)
{
    /// <summary>Whether there is a password.</summary>
    public bool HasPassword { get; init; }

    /// <summary>Whether it is blocked.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>Last time the person signed in, as far as known.</summary>
    public DateTimeOffset? LastSignedInAt { get; init; }
}

/// <summary>A decision about an account, with the name of who took it; null for a command on the machine.</summary>
public sealed record ReadDecision(AccountDecision Decision, string? By);

/// <summary>What an administrator knows of one person: facts of the account, and how many places by function. Not which tables.</summary>
/// <param name="Account">The account.</param>
/// <param name="Tokens">The tokens that work.</param>
/// <param name="Places">Places at tables by function.</param>
/// <param name="Decisions">What was decided about it, newest first.</param>
public sealed record PersonAtHand(
    Platform.Identity.Account Account,
    IReadOnlyList<PersonalToken> Tokens,
    PlaceCounts Places,
    IReadOnlyList<ReadDecision> Decisions
);

/// <summary>Reads accounts for administrators.</summary>
public sealed class PeopleReader(Db db, Viewer viewer, Acts acts)
{
    /// <summary>The people of a page in order of name, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<KnownPerson> Rows, int Count)> ListAsync(string? text, PeopleFilter filter, int page, CancellationToken stop)
    {
        var known = Filtered(filter);
        if (!string.IsNullOrWhiteSpace(text))
            known = Named(known, text.Trim());
        var rows = await known
            .OrderBy(account => account.DisplayName)
            .ThenBy(account => account.Id)
            .Skip(Pages.Before(page))
            .Take(Pages.UsualSize)
            .Select(account => new
            {
                account.Id,
                account.DisplayName,
                account.Email,
                account.IsAdministrator,
                HasPassword = account.PasswordHash != null,
                IsBlocked = account.BlockedAt != null,
                account.LastSignedInAt,
            })
            .ToListAsync(stop);
        return (
            [
                .. rows.Select(row => new KnownPerson(new PersonId(row.Id), row.DisplayName, row.Email!, row.IsAdministrator)
                {
                    HasPassword = row.HasPassword,
                    IsBlocked = row.IsBlocked,
                    LastSignedInAt = row.LastSignedInAt,
                }),
            ],
            await known.CountAsync(stop)
        );
    }

    /// <summary>One person; null when there is no such account, or it is a guest's, which goes with its room.</summary>
    public async Task<PersonAtHand?> OfAsync(PersonId person, CancellationToken stop)
    {
        var (id, now) = (person.Value, acts.Now);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id && account.GuestUntil == null, stop) is not { } account)
            return null;
        var places = await PlacesAsync(place => place.Person == person, stop);
        using var _ = viewer.System(SystemPurpose.LookAfterAccounts);
        var tokens = await db.Set<PersonalToken>()
            .AsNoTracking()
            .Where(token => token.Person == person && token.RevokedAt == null && token.ExpiresAt > now)
            .OrderByDescending(token => token.CreatedAt)
            .ToListAsync(stop);
        return new PersonAtHand(account, tokens, places.GetValueOrDefault(person, PlaceCounts.None), await DecisionsAsync(person, stop));
    }

    /// <summary>How many places people have now, by function.</summary>
    public async Task<IReadOnlyDictionary<PersonId, PlaceCounts>> PlacesAsync(
        System.Linq.Expressions.Expression<Func<Membership, bool>> which,
        CancellationToken stop
    )
    {
        using var _ = viewer.System(SystemPurpose.LookAfterAccounts);
        var counts = await db.Set<Membership>()
            .AsNoTracking()
            .Where(place => place.EndedAt == null)
            .Where(which)
            .GroupBy(place => new
            {
                place.Person,
                place.Function,
                Leads = place.LeadsSince != null,
            })
            .Select(group => new
            {
                group.Key.Person,
                group.Key.Function,
                group.Key.Leads,
                Count = group.Count(),
            })
            .ToListAsync(stop);
        return counts
            .GroupBy(row => row.Person)
            .ToDictionary(
                rows => rows.Key,
                rows =>
                {
                    int Of(MemberFunction function) => rows.Where(row => row.Function == function).Sum(row => row.Count);
                    return new PlaceCounts(
                        Of(MemberFunction.Facilitator),
                        Of(MemberFunction.Representative),
                        Of(MemberFunction.OfficeHolder),
                        Of(MemberFunction.Observer)
                    )
                    {
                        KeepsGoing = Of(MemberFunction.ProgrammeManager) + Of(MemberFunction.Regisseur),
                        Mediates = Of(MemberFunction.Mediator),
                        Leads = rows.Where(row => row.Leads).Sum(row => row.Count),
                    };
                }
            );
    }

    private async Task<IReadOnlyList<ReadDecision>> DecisionsAsync(PersonId person, CancellationToken stop)
    {
        var decisions = await db
            .AccountDecisions.AsNoTracking()
            .Where(decision => decision.Person == person)
            .OrderByDescending(decision => decision.At)
            .ThenByDescending(decision => decision.Id)
            .Take(Pages.UsualSize)
            .ToListAsync(stop);
        var names = await db.NamesAsync(decisions.Where(decision => decision.By is not null).Select(decision => decision.By!.Value), stop);
        return [.. decisions.Select(decision => new ReadDecision(decision, decision.By is { } by ? names.GetValueOrDefault(by) : null))];
    }

    private IQueryable<Platform.Identity.Account> Named(IQueryable<Platform.Identity.Account> known, string text)
    {
        var upper = text.ToUpperInvariant();
        var like = Names.Containing(text);
        return db.IsSqlite
            ? known.Where(account => EF.Functions.Like(account.DisplayName, like, "\\") || account.NormalizedEmail!.Contains(upper))
            : known.Where(account => EF.Functions.ILike(account.DisplayName, like, "\\") || account.NormalizedEmail!.Contains(upper));
    }

    // Guests of a room go with the room.
    private IQueryable<Platform.Identity.Account> Filtered(PeopleFilter filter)
    {
        var known = db.Users.AsNoTracking().Where(account => account.GuestUntil == null);
        var now = acts.Now;
        return filter switch
        {
            PeopleFilter.All => known,
            PeopleFilter.Administrators => known.Where(account => account.IsAdministrator),
            PeopleFilter.NeverSignedIn => known.Where(account => account.LastSignedInAt == null),
            PeopleFilter.Blocked => known.Where(account => account.BlockedAt != null),
            PeopleFilter.Locked => known.Where(account => account.LockoutEnd > now),
            PeopleFilter.WithPassword => known.Where(account => account.PasswordHash != null),
            PeopleFilter.WithoutPassword => known.Where(account => account.PasswordHash == null),
            _ => throw new ArgumentOutOfRangeException(nameof(filter)),
        };
    }
}
