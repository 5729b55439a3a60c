using Meerlaags.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>Signs in with address and password. The answer is the same for an unknown address and a wrong password, and takes as long.</summary>
public sealed class PasswordSignIn(SignInManager<Account> sessions, AccountTurns turns)
{
    /// <summary>Name of the field beside which a refusal stands.</summary>
    public const string Field = "Email";

    /// <summary>The account whose session was opened; else <c>account.unknown</c> or <c>account.locked</c>.</summary>
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
        var answer = await sessions.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
        return answer.Succeeded ? account
            : answer.IsLockedOut ? Locked
            : Unknown;
    }

    private static Refusal Locked => new("account.locked") { Field = Field };

    private static Refusal Unknown => new("account.unknown") { Field = Field };
}
