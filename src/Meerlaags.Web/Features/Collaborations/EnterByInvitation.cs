using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Identity;
using Person = Meerlaags.Web.Platform.Identity.Account;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>What a guest fills in to make an account.</summary>
public sealed record NewAccount(string DisplayName, string Email, string Password);

/// <summary>A guest with an invitation makes an account and takes the seat in one go.</summary>
public sealed class EnterByInvitation(AcceptInvitation accept, SignInManager<Person> sessions, Viewer viewer, AccountTurns turns)
{
    /// <summary>Makes the account, takes the seat and signs in; when the seat is gone there is no account either.</summary>
    public async Task<Decided<CollaborationId>> AsAsync(string secret, NewAccount wish, Guid? submit, CancellationToken stop)
    {
        var name = PlainText.Line(wish.DisplayName);
        if (PlainText.Check(name, nameof(NewAccount.DisplayName), 80) is { } wrong)
            return wrong;
        var email = wish.Email.Trim();
        using var turn = await turns.TakeAsync(email, stop);
        if (!turn.IsAcquired)
            return RefusalOf(nameof(IdentityErrorDescriber.DuplicateEmail));
        var account = new Person
        {
            Id = Guid.CreateVersion7(),
            DisplayName = name,
            Email = email,
            UserName = email,
            Language = Languages.IsDutch ? "nl" : "en",
        };
        var taken = await accept.TakeAsync(
            secret,
            submit,
            async () =>
            {
                var made = await sessions.UserManager.CreateAsync(account, wish.Password);
                if (!made.Succeeded)
                    return RefusalOf(made.Errors.First().Code);
                viewer.Is(account.Person, administrator: false);
                return null;
            },
            stop
        );
        if (taken.Refusal is null && viewer.Person == account.Person)
            await sessions.SignInAsync(account, isPersistent: false);
        return taken;
    }

    private static Refusal RefusalOf(string code) =>
        code switch
        {
            nameof(IdentityErrorDescriber.DuplicateEmail) or nameof(IdentityErrorDescriber.DuplicateUserName) => new Refusal("invitation.account-exists")
            {
                Field = nameof(NewAccount.Email),
            },
            nameof(IdentityErrorDescriber.InvalidEmail) or nameof(IdentityErrorDescriber.InvalidUserName) => new Refusal("invitation.email-invalid")
            {
                Field = nameof(NewAccount.Email),
            },
            _ => new Refusal("invitation.password-weak") { Field = nameof(NewAccount.Password) },
        };
}
