using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Makes an administrator without a password, or a new link for who has none. The link works once, for a day.</summary>
public sealed class CreateAdministrator(Db db, UserManager<Platform.Identity.Account> accounts)
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
        var result = await accounts.CreateAsync(made);
        return result.Succeeded ? await LinkAsync(made) : new Refusal("administrator.email-invalid");
    }

    /// <summary>A new link for an administrator whose link expired or whose password was lost.</summary>
    public async Task<Decided<string>> LinkAsync(string email) =>
        await accounts.FindByEmailAsync(email.Trim()) is { IsAdministrator: true, IsDemo: false } account
            ? await LinkAsync(account)
            : new Refusal("administrator.unknown", email.Trim());

    private async Task<string> LinkAsync(Platform.Identity.Account account) =>
        PasswordLink.PathOf(account, await accounts.GeneratePasswordResetTokenAsync(account));
}
