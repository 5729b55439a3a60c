using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Account;

/// <summary>Sign in with a local account.</summary>
[AllowAnonymous]
public sealed class SignIn(SignInManager<Platform.Identity.Account> sessions) : FeaturePage
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>Where to go afterwards: an address of our own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Terug { get; set; }

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>Checks the password; the answer is the same for an unknown address and a wrong password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Incomplete();
        var account = await sessions.UserManager.FindByNameAsync(Input.Email.Trim());
        if (account is null)
            // Hashing takes time; without it a quick answer would tell that the address is unknown.
            sessions.UserManager.PasswordHasher.HashPassword(new Platform.Identity.Account(), Input.Password);
        var result = await sessions.PasswordSignInAsync(Input.Email.Trim(), Input.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.IsLockedOut)
            return Refused(new Refusal("account.locked") { Field = nameof(SignInInput.Email) });
        if (!result.Succeeded)
            return Refused(new Refusal("account.unknown") { Field = nameof(SignInInput.Email) });
        if (account is not null && !Languages.IsChosen(HttpContext))
            Languages.Remember(HttpContext, account.Language);
        return LocalRedirect(Url.IsLocalUrl(Terug) ? Terug : "/mijn-overzicht");
    }
}

/// <summary>What was typed to sign in.</summary>
public sealed record SignInInput
{
    /// <summary>E-mail address.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Email { get; init; } = "";

    /// <summary>Password.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Password { get; init; } = "";
}
