using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Account;

/// <summary>What is yours: name, e-mail address, language, and the ways in.</summary>
public sealed class Details(UserManager<Platform.Identity.Account> accounts, SignInManager<Platform.Identity.Account> sessions, PasswordAgain passwordAgain)
    : FeaturePage
{
    /// <summary>Most graphemes of a name.</summary>
    public const int NameLimit = 160;

    /// <summary>What was typed.</summary>
    [BindProperty]
    public DetailsInput Input { get; set; } = new();

    /// <summary>The account.</summary>
    public Platform.Identity.Account Mine { get; private set; } = null!;

    /// <summary>Shows what is known.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Input = new DetailsInput
        {
            Name = Mine.DisplayName,
            Email = Mine.Email!,
            Language = Mine.Language,
        };
        return Page();
    }

    /// <summary>Saves it. Another e-mail address is another way in, so it asks the password.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete();
        var name = PlainText.Line(Input.Name);
        var email = Input.Email.Trim();
        var changesAddress = !string.Equals(email, Mine.Email, StringComparison.OrdinalIgnoreCase);
        if (PlainText.Check(name, nameof(DetailsInput.Name), NameLimit) is { } wrong)
            return Refused(wrong);
        if (Mine.IsDemo && (changesAddress || name != Mine.DisplayName))
            return Refused(new Refusal("account.demo"));
        if (changesAddress && await RefusesAddressAsync(email) is { } refused)
            return Refused(refused);
        Mine.DisplayName = name;
        Mine.Language = Languages.All.Any(known => known.TwoLetterISOLanguageName == Input.Language) ? Input.Language : Mine.Language;
        (Mine.Email, Mine.UserName) = (email, email);
        var saved = await accounts.UpdateAsync(Mine);
        if (!saved.Succeeded)
            return Refused(new Refusal("account.email-refused") { Field = nameof(DetailsInput.Email) });
        if (changesAddress)
            await accounts.UpdateSecurityStampAsync(Mine);
        await sessions.RefreshSignInAsync(Mine);
        Languages.Remember(HttpContext, Mine.Language);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = Languages.All.First(known => known.TwoLetterISOLanguageName == Mine.Language);
        Done = T["Account.Details.Saved"];
        return LocalRedirect("/mijn-gegevens");
    }

    /// <summary>Ends every session, this one too. Tokens for programs go on working until they are revoked.</summary>
    public async Task<IActionResult> OnPostOveralAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        await accounts.UpdateSecurityStampAsync(Mine);
        await sessions.SignOutAsync();
        Done = T["Account.Everywhere.Done"];
        return LocalRedirect("/aanmelden");
    }

    private async Task<Refusal?> RefusesAddressAsync(string email)
    {
        if (!new EmailAddressAttribute().IsValid(email))
            return new Refusal("account.email-refused") { Field = nameof(DetailsInput.Email) };
        return await passwordAgain.CheckAsync(Input.Password, Stop);
    }

    private async Task<bool> LoadAsync()
    {
        var account = await accounts.GetUserAsync(User);
        Mine = account!;
        return account is not null;
    }
}

/// <summary>What was typed about oneself.</summary>
public sealed record DetailsInput
{
    /// <summary>The name others see.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Name { get; init; } = "";

    /// <summary>E-mail address.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Email { get; init; } = "";

    /// <summary>Language of the screens.</summary>
    public string Language { get; init; } = "nl";

    /// <summary>The password, only for another e-mail address.</summary>
    public string Password { get; init; } = "";
}
