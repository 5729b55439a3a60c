using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Identity;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>Asks the signed-in person for the password once more, before an act that binds or opens much. Wrong answers count for the lockout of the account.</summary>
/// <remarks>
/// The demo cast has no passwords: for a demo account the check passes, but only while the installation lets the cast sign in
/// (demo switched on, nobody beyond this machine can reach it). Everywhere else an account without a password is refused.
/// </remarks>
public sealed class PasswordAgain(Db db, Viewer viewer, Installation installation, SignInManager<Account> sessions, AccountTurns turns)
{
    /// <summary>Name of the field beside which the refusal stands.</summary>
    public const string Field = "Password";

    /// <summary>Whether this person has to type a password at all; a page of the demo cast leaves the field out.</summary>
    public async Task<bool> IsAskedAsync() => !IsOfTheCast(await AccountAsync());

    /// <summary>Null when the password is right; else <c>account.password-wrong</c> or <c>account.locked</c>. Ask before a change is begun: a failed attempt must be kept.</summary>
    /// <param name="password">What was typed.</param>
    /// <param name="stop">Stops waiting for an earlier attempt.</param>
    public async Task<Refusal?> CheckAsync(string? password, CancellationToken stop)
    {
        if (db.Writing is not null)
            throw new InvalidOperationException("Ask for the password before WriteAsync: a failed attempt must not be rolled back.");
        if (await AccountAsync() is not { } account)
            return new Refusal("access.sign-in");
        if (IsOfTheCast(account))
            return null;
        using var turn = await turns.TakeAsync(account.UserName!, stop);
        if (!turn.IsAcquired)
            return Locked;
        // Another attempt may have been counted since.
        await db.Entry(account).ReloadAsync(stop);
        var answer = await sessions.CheckPasswordSignInAsync(account, password ?? "", lockoutOnFailure: true);
        if (answer.IsLockedOut)
            return Locked;
        return answer.Succeeded ? null : new Refusal("account.password-wrong") { Field = Field };
    }

    /// <summary>The same for a program: whoever holds a stolen token learns nothing from trying passwords, not even that the account is locked by now.</summary>
    /// <inheritdoc cref="CheckAsync"/>
    public async Task<Refusal?> CheckOfProgramAsync(string? password, CancellationToken stop) =>
        await CheckAsync(password, stop) is { } refusal ? ForProgram(refusal) : null;

    /// <summary>What a program hears instead of why a password did not do.</summary>
    public static Refusal ForProgram(Refusal refusal) =>
        refusal.Code is "account.locked" or "account.password-wrong" ? new Refusal("account.unknown") { Field = Field } : refusal;

    private static Refusal Locked => new("account.locked") { Field = Field };

    private bool IsOfTheCast(Account? account) => account is { IsDemo: true, PasswordHash: null } && installation.LetsCastActOver(sessions.Context);

    private async Task<Account?> AccountAsync() => viewer.Person is { } person ? await sessions.UserManager.FindByIdAsync(person.Value.ToString()) : null;
}
