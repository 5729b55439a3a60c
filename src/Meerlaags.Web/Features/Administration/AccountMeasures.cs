using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Carries a decision about an account out, inside a change of the installation: the decision is kept with its reason, and what it ends, ends at once.</summary>
public sealed class AccountMeasures(Db db, Viewer viewer, UserManager<Platform.Identity.Account> accounts)
{
    /// <summary>Takes the decision and carries it out. What already is so is done.</summary>
    public async Task<Refusal?> ApplyAsync(PersonId person, MeasureWish wish, Act act, CancellationToken stop)
    {
        if (await FindAsync(person, stop) is not { } account)
            return Refusals.NotThere;
        var standing = new AccountStanding(person, account.IsAdministrator, account.BlockedAt is not null, await OtherAdministratorsAsync(person, stop));
        if (AccountDecision.IsSo(standing, wish.Measure))
            return null;
        if (!AccountDecision.Take(new AccountDecisionId(Guid.CreateVersion7()), standing, wish, act).Is(out var decision, out var refusal))
            return refusal;
        db.Add(decision);
        switch (wish.Measure)
        {
            case AccountMeasure.Blocked:
                account.BlockedAt = act.At;
                await RevokeAsync(token => token.Person == person, act, stop);
                return await EndSessionsAsync(account);
            case AccountMeasure.Unblocked:
                account.BlockedAt = null;
                (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
                return Kept(await accounts.UpdateAsync(account));
            case AccountMeasure.MadeAdministrator:
                account.IsAdministrator = true;
                return Kept(await accounts.UpdateAsync(account));
            case AccountMeasure.NoLongerAdministrator:
                account.IsAdministrator = false;
                return await EndSessionsAsync(account);
            case AccountMeasure.SessionsEnded:
                return await EndSessionsAsync(account);
            case AccountMeasure.Added or AccountMeasure.LinkMade or AccountMeasure.TokenRevoked:
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(wish));
        }
    }

    /// <summary>Takes one token back; a person has no say in whose it is. False when there is none that works.</summary>
    public async Task<bool> RevokeAsync(Guid token, PersonId person, Act act, CancellationToken stop) =>
        await RevokeAsync(known => known.Id == token && known.Person == person, act, stop) > 0;

    /// <summary>The account, as it is on record this moment; a guest of a room is not looked after here.</summary>
    public async Task<Platform.Identity.Account?> FindAsync(PersonId person, CancellationToken stop)
    {
        var id = person.Value;
        if (await db.Users.SingleOrDefaultAsync(account => account.Id == id && account.GuestUntil == null, stop) is not { } account)
            return null;
        // Whoever asks may have been read at the door, before this change began.
        await db.Entry(account).ReloadAsync(stop);
        return account;
    }

    private async Task<int> OtherAdministratorsAsync(PersonId person, CancellationToken stop)
    {
        var id = person.Value;
        return await db.Users.CountAsync(account => account.IsAdministrator && account.BlockedAt == null && account.Id != id, stop);
    }

    private async Task<int> RevokeAsync(System.Linq.Expressions.Expression<Func<PersonalToken, bool>> which, Act act, CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.LookAfterAccounts);
        return await db.Set<PersonalToken>()
            .Where(which)
            .Where(token => token.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, act.At), stop);
    }

    private async Task<Refusal?> EndSessionsAsync(Platform.Identity.Account account) => Kept(await accounts.UpdateSecurityStampAsync(account));

    private static Refusal? Kept(IdentityResult result) => result.Succeeded ? null : new Refusal("account.changed-by-another");
}
