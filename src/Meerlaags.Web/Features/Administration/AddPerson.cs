using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Someone who gets an account without a place at a table yet.</summary>
/// <param name="Name">The name others see.</param>
/// <param name="Email">The address to sign in with.</param>
public sealed record NewPerson(string Name, string Email);

/// <summary>An account that was made: the path of its link is shown this once. No path when the same submit came again.</summary>
public sealed record AddedPerson(PersonId Person, string Name, string? Path);

/// <summary>An administrator lets a person in without a place at a table: an account without a password, and a link that sets one.</summary>
public sealed class AddPerson(Db db, Acts acts, AccountMeasures measures, UserManager<Platform.Identity.Account> accounts, AccountTurns turns)
{
    /// <summary>Makes the account and its link.</summary>
    public async Task<Decided<AddedPerson>> WithAsync(NewPerson wish, Guid? submit, CancellationToken stop)
    {
        var (name, email) = (PlainText.Line(wish.Name), wish.Email.Trim());
        if (!acts.ForInstallation(LookAfterAccount.Purpose).Is(out var act, out var refusal))
            return refusal;
        if (PlainText.Check(name, nameof(NewPerson.Name), CreateAdministrator.NameLimit) is { } wrong)
            return wrong;
        if (!new EmailAddressAttribute().IsValid(email))
            return new Refusal("account.email-refused") { Field = nameof(NewPerson.Email) };
        if (await db.Users.AnyAsync(account => account.IsDemo, stop))
            return new Refusal("administrator.demo");
        using var turn = await turns.TakeAsync(email, stop);
        if (!turn.IsAcquired)
            return new Refusal("account.exists") { Field = nameof(NewPerson.Email) };

        await using var writing = await db.WriteAsync(JournalChain.Installation, submit, stop);
        if (writing.IsRepeated)
            return new AddedPerson((await accounts.FindByEmailAsync(email))?.Person ?? default, name, null);
        if (await accounts.FindByEmailAsync(email) is not null)
            return new Refusal("account.exists") { Field = nameof(NewPerson.Email) };
        var account = new Platform.Identity.Account
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            Email = email,
            DisplayName = name,
        };
        if (!(await accounts.CreateAsync(account)).Succeeded)
            return new Refusal("account.email-refused") { Field = nameof(NewPerson.Email) };
        if (await measures.ApplyAsync(account.Person, new MeasureWish(AccountMeasure.Added), act, stop) is { } not)
            return not;
        var token = await accounts.GeneratePasswordResetTokenAsync(account);
        await writing.CommitAsync(stop);
        return new AddedPerson(account.Person, name, PasswordLink.PathOf(account, token));
    }
}
