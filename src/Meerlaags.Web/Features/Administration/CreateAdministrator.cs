using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Makes an administrator without a password, or a new link for who has none. The link works once, for a day.</summary>
public sealed class CreateAdministrator(Db db, Acts acts, AccountMeasures measures, Texts texts, UserManager<Platform.Identity.Account> accounts)
{
    /// <summary>Most graphemes of a name.</summary>
    public const int NameLimit = 160;

    /// <summary>Makes the account; answers the path of the link that sets the password.</summary>
    public async Task<Decided<string>> CreateAsync(string email, string name, CancellationToken stop)
    {
        var address = email.Trim();
        var called = PlainText.Line(name);
        if (!new EmailAddressAttribute().IsValid(address))
            return new Refusal("administrator.email-invalid");
        if (PlainText.Check(called, "name", NameLimit) is not null)
            return new Refusal("administrator.name-missing", NameLimit);
        if (await db.Users.AnyAsync(account => account.IsDemo, stop))
            return new Refusal("administrator.demo");
        if (await accounts.FindByEmailAsync(address) is not null)
            return new Refusal("administrator.email-exists", address);
        var made = new Platform.Identity.Account
        {
            Id = Guid.CreateVersion7(),
            UserName = address,
            Email = address,
            DisplayName = called,
            IsAdministrator = true,
        };
        await using var writing = await db.WriteAsync(JournalChain.Installation, submit: null, stop);
        if (!(await accounts.CreateAsync(made)).Succeeded)
            return new Refusal("administrator.email-invalid");
        if (await measures.ApplyAsync(made.Person, new MeasureWish(AccountMeasure.Added), ByCommand, stop) is { } refusal)
            return refusal;
        var path = await PathAsync(made);
        await writing.CommitAsync(stop);
        return path;
    }

    /// <summary>A new link for an administrator whose link expired or whose password was lost.</summary>
    public async Task<Decided<string>> LinkAsync(string email, CancellationToken stop)
    {
        if (await accounts.FindByEmailAsync(email.Trim()) is not { IsAdministrator: true, IsDemo: false } account)
            return new Refusal("administrator.unknown", email.Trim());
        await using var writing = await db.WriteAsync(JournalChain.Installation, submit: null, stop);
        var wish = new MeasureWish(AccountMeasure.LinkMade, texts["Administration.Command.Reason"]);
        if (await measures.ApplyAsync(account.Person, wish, ByCommand, stop) is { } refusal)
            return refusal;
        var path = await PathAsync(account);
        await writing.CommitAsync(stop);
        return path;
    }

    // Whoever works on the machine itself has no account there.
    private Act ByCommand => new(new Actor.ForInstallation(null, "command"), acts.Now);

    private async Task<string> PathAsync(Platform.Identity.Account account) =>
        PasswordLink.PathOf(account, await accounts.GeneratePasswordResetTokenAsync(account));
}
