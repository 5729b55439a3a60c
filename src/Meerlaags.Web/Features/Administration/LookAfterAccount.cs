using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Microsoft.AspNetCore.Identity;

namespace Meerlaags.Web.Features.Administration;

/// <summary>An administrator decides something about an account. Decisions happen one after the other, so that of two at once the last administrator stays.</summary>
public sealed class LookAfterAccount(Db db, Acts acts, AccountMeasures measures, UserManager<Platform.Identity.Account> accounts)
{
    /// <summary>The task in the acts of an administrator.</summary>
    public const string Purpose = "accounts";

    /// <summary>Takes a decision; the same submit again is answered as done.</summary>
    public Task<Refusal?> DecideAsync(PersonId person, MeasureWish wish, Guid? submit, CancellationToken stop) =>
        WriteAsync(submit, act => measures.ApplyAsync(person, wish, act, stop), stop);

    /// <summary>Takes a token of the person back; once is enough.</summary>
    public Task<Refusal?> RevokeAsync(PersonId person, Guid token, Guid? submit, CancellationToken stop) =>
        WriteAsync(
            submit,
            async act =>
                await measures.RevokeAsync(token, person, act, stop)
                    ? await measures.ApplyAsync(person, new MeasureWish(AccountMeasure.TokenRevoked), act, stop)
                    : Refusals.NotThere,
            stop
        );

    /// <summary>Makes a link by which the person sets a password: it works once, for a day, and is shown this once. Empty when the same submit came again.</summary>
    public async Task<Decided<string>> MakeLinkAsync(PersonId person, string reason, Guid? submit, CancellationToken stop)
    {
        var path = "";
        var refused = await WriteAsync(
            submit,
            async act =>
            {
                if (await measures.FindAsync(person, stop) is not { } account)
                    return Refusals.NotThere;
                if (account.IsDemo)
                    return new Refusal("administrator.demo");
                if (await measures.ApplyAsync(person, new MeasureWish(AccountMeasure.LinkMade, reason), act, stop) is { } refusal)
                    return refusal;
                path = PasswordLink.PathOf(account, await accounts.GeneratePasswordResetTokenAsync(account));
                return null;
            },
            stop
        );
        return refused is not null ? refused : path;
    }

    private async Task<Refusal?> WriteAsync(Guid? submit, Func<Act, Task<Refusal?>> decide, CancellationToken stop)
    {
        if (!acts.ForInstallation(Purpose).Is(out var act, out var refusal))
            return refusal;
        await using var writing = await db.WriteAsync(JournalChain.Installation, submit, stop);
        if (writing.IsRepeated)
            return null;
        if (await decide(act) is { } not)
            return not;
        await writing.CommitAsync(stop);
        return null;
    }
}
