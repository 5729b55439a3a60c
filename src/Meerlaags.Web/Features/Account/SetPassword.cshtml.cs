using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Meerlaags.Web.Features.Account;

/// <summary>Sets the password with a link that works once, for a day.</summary>
[AllowAnonymous]
public sealed class SetPassword(UserManager<Platform.Identity.Account> accounts) : FeaturePage
{
    /// <summary>The account.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The secret of the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    /// <summary>What was typed.</summary>
    [BindProperty]
    public NewPasswordInput Input { get; set; } = new();

    /// <summary>Whose password it is; null when the link does not work.</summary>
    public Platform.Identity.Account? Owner { get; private set; }

    /// <summary>Shows the form, or that the link does not work.</summary>
    public async Task<IActionResult> OnGetAsync() => await OpensAsync() ? Page() : Gone();

    /// <summary>Sets it; the link is spent and every other session ends.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await OpensAsync())
            return Gone();
        if (!ModelState.IsValid)
            return Incomplete();
        if (Input.Wrong() is { } wrong)
            return Refused(wrong);
        var result = await accounts.ResetPasswordAsync(Owner!, PasswordLink.TokenOf(Code), Input.Password);
        if (!result.Succeeded)
            return result.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken)) ? Gone() : Refused(NewPasswordInput.TooWeak);
        await accounts.SetLockoutEndDateAsync(Owner!, null);
        await accounts.ResetAccessFailedCountAsync(Owner!);
        Done = T["Account.SetPassword.Done"];
        return LocalRedirect("/aanmelden");
    }

    private async Task<bool> OpensAsync()
    {
        var account = await accounts.FindByIdAsync(Id.ToString());
        var purpose = UserManager<Platform.Identity.Account>.ResetPasswordTokenPurpose;
        var provider = accounts.Options.Tokens.PasswordResetTokenProvider;
        var opens = account is { IsDemo: false } && await accounts.VerifyUserTokenAsync(account, provider, purpose, PasswordLink.TokenOf(Code));
        Owner = opens ? account : null;
        return opens;
    }

    private PageResult Gone()
    {
        Owner = null;
        ModelState.Clear();
        Response.StatusCode = StatusCodes.Status410Gone;
        return Page();
    }
}
