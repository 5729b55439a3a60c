using System.ComponentModel.DataAnnotations;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Account;

/// <summary>Sign in with a local account.</summary>
[AllowAnonymous]
public sealed class SignIn(PasswordSignIn signIn, SignInManager<Platform.Identity.Account> sessions) : FeaturePage
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public SignInInput Input { get; set; } = new();

    /// <summary>Where to go afterwards: an address of our own.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Terug { get; set; }

    /// <summary>What was typed before the session ended, or null.</summary>
    public KeptForm? Kept => Url.IsLocalUrl(Terug) && Request.HasFormContentType ? KeptForm.Carried(Terug, Request.Form) : null;

    /// <summary>Whether somebody is back who had typed something: it can be sent again.</summary>
    public bool IsBack { get; private set; }

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>Checks the password; the answer is the same for an unknown address and a wrong password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return Incomplete();
        if (!(await signIn.WithAsync(Input.Email, Input.Password, Stop)).Is(out var account, out var refusal))
            return Refused(refusal);
        if (!Languages.IsChosen(HttpContext))
            Languages.Remember(HttpContext, account.Language);
        if (Kept is not null)
        {
            // The form on this page belongs to who has just signed in.
            HttpContext.User = await sessions.CreateUserPrincipalAsync(account);
            IsBack = true;
            return Page();
        }
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
