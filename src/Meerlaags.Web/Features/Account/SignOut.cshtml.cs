using Meerlaags.Web.Platform.Access;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Meerlaags.Web.Features.Account;

/// <summary>Signs out.</summary>
[GuestsToo(Afterwards = true)]
public sealed class SignOut(SignInManager<Platform.Identity.Account> sessions) : PageModel
{
    /// <summary>Nothing to see here.</summary>
    public IActionResult OnGet() => LocalRedirect("/");

    /// <summary>Ends the session.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.SignOutAsync();
        return LocalRedirect("/");
    }
}
