using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Account;

/// <summary>Changes the password; other sessions end.</summary>
public sealed class ChangePassword(
    UserManager<Platform.Identity.Account> accounts,
    SignInManager<Platform.Identity.Account> sessions,
    PasswordAgain passwordAgain
) : FeaturePage
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public ChangePasswordInput Input { get; set; } = new();

    /// <summary>Address of the account, for password stores in browsers.</summary>
    public string? Email => User.Identity?.Name;

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (await accounts.GetUserAsync(User) is not { } mine)
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete();
        if (mine.IsDemo)
            return Refused(new Refusal("account.demo"));
        if (Input.Wrong() is { } wrong)
            return Refused(wrong);
        if (await passwordAgain.CheckAsync(Input.Current, Stop) is { } refused)
            return Refused(refused with { Field = nameof(ChangePasswordInput.Current) });
        var changed = await accounts.ChangePasswordAsync(mine, Input.Current, Input.Password);
        if (!changed.Succeeded)
            return Refused(NewPasswordInput.TooWeak);
        await sessions.RefreshSignInAsync(mine);
        Done = T["Account.ChangePassword.Done"];
        return LocalRedirect("/mijn-gegevens");
    }
}

/// <summary>The present password and the new one.</summary>
public sealed record ChangePasswordInput : NewPasswordInput
{
    /// <summary>The present password.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Current { get; init; } = "";
}
