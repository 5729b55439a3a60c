using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Account;

/// <summary>The session was over when a form was sent: sign in again, and what was typed is still there.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class SignInAgain : FeaturePage
{
    /// <summary>Nothing yet.</summary>
    public SignInInput Input { get; } = new();

    /// <summary>What was sent, or null.</summary>
    public KeptForm? Kept { get; private set; }

    /// <summary>Where to go after signing in.</summary>
    public string? Address => Kept?.Address;

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>A form that was refused is shown here, with what it held.</summary>
    public async Task OnPostAsync() => Kept = await KeptForm.OfRefusedAsync(HttpContext);
}
