using Meerlaags.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>Signs in with address and password. The answer is the same for an unknown address and a wrong password, and takes as long.</summary>
public sealed class PasswordSignIn(SignInManager<Account> sessions, AccountTurns turns)
{
    /// <summary>Name of the field beside which a refusal stands.</summary>
    public const string Field = "Email";

    /// <summary>The account whose session was opened; else <c>account.unknown</c>, <c>account.locked</c> or <c>account.blocked</c>.</summary>
    /// <param name="email">What was typed as address.</param>
    /// <param name="password">What was typed as password.</param>
    /// <param name="stop">Stops waiting for an earlier attempt.</param>
    public async Task<Decided<Account>> WithAsync(string email, string password, CancellationToken stop)
    {
        using var turn = await turns.TakeAsync(email.Trim(), stop);
        if (!turn.IsAcquired)
            return Locked;
        if (await sessions.UserManager.FindByNameAsync(email.Trim()) is not { } account)
        {
            // Hashing takes time; without it a quick answer would tell that the address is unknown.
            sessions.UserManager.PasswordHasher.HashPassword(new Account(), password);
            return Unknown;
        }
        if (account.BlockedAt is not null)
            return await TellBlockedAsync(account, password);
        var answer = await sessions.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        return answer.Succeeded ? account
            : answer.IsLockedOut ? Locked
            : Unknown;
    }

    // Only who knows the password is told; guesses count as they do for every account.
    private async Task<Refusal> TellBlockedAsync(Account account, string password)
    {
        var accounts = sessions.UserManager;
        if (await accounts.IsLockedOutAsync(account))
            return Locked;
        if (await accounts.CheckPasswordAsync(account, password))
            return new Refusal("account.blocked") { Field = Field };
        await accounts.AccessFailedAsync(account);
        return Unknown;
    }

    private static Refusal Locked => new("account.locked") { Field = Field };

    private static Refusal Unknown => new("account.unknown") { Field = Field };
}
