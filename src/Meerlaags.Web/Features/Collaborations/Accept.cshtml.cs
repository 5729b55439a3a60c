using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>A guest opens the link of an invitation: sees which seat it is for, makes an account or signs in, and takes the seat.</summary>
[AllowAnonymous, KeepsItsAddress]
public sealed class Accept(AcceptInvitation accept, EnterByInvitation enter, PasswordSignIn signIn, Acts acts) : FeaturePage
{
    /// <summary>The secret in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "secret")]
    public string Secret { get; set; } = "";

    /// <summary>What was typed for a new account.</summary>
    public NewAccountInput Input { get; set; } = new();

    /// <summary>What was typed to sign in.</summary>
    public GuestSignInInput Known { get; set; } = new();

    /// <summary>The invitation and its table, or null when there is none.</summary>
    public InvitationAtHand? Found { get; private set; }

    /// <summary>Why the link does not work, or null.</summary>
    public Refusal? Closed { get; private set; }

    /// <summary>Shows which seat it is for.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        await LookAsync();
        return Shown();
    }

    /// <summary>The signed-in guest takes the seat.</summary>
    public async Task<IActionResult> OnPostAsync() => Entered(await accept.WithAsync(Secret, Submit, Stop)) ?? await AgainAsync();

    /// <summary>The guest makes an account and takes the seat.</summary>
    public async Task<IActionResult> OnPostNewAsync([Bind(Prefix = "Input")] NewAccountInput input)
    {
        Input = input;
        await LookAsync();
        if (Closed is not null)
            return Shown();
        if (!ModelState.IsValid)
            return Incomplete();
        return Entered(await enter.AsAsync(Secret, new NewAccount(input.DisplayName, input.Email, input.Password), Submit, Stop)) ?? await AgainAsync();
    }

    /// <summary>The guest has an account already and signs in; the seat is taken with the next button.</summary>
    public async Task<IActionResult> OnPostSignInAsync([Bind(Prefix = "Known")] GuestSignInInput known)
    {
        Known = known;
        await LookAsync();
        if (Closed is not null)
            return Shown();
        if (!ModelState.IsValid)
            return Incomplete();
        return (await signIn.WithAsync(known.Email, known.Password, Stop)).Refusal is { } refusal
            ? Refused(refusal, nameof(Known))
            : RedirectToPage(new { secret = Secret });
    }

    private Refusal? refused;

    private LocalRedirectResult? Entered(Decided<Domain.Collaborations.CollaborationId> taken)
    {
        if (!taken.Is(out var collaboration, out var refusal))
        {
            refused = refusal;
            return null;
        }
        Done = T["Collaborations.Accept.Done"];
        return LocalRedirect($"/samenwerkingen/{collaboration.Value}");
    }

    private async Task<IActionResult> AgainAsync()
    {
        await LookAsync();
        return Closed is null ? Refused(refused!) : Shown();
    }

    private async Task LookAsync()
    {
        Found = await accept.LookAsync(Secret, Stop);
        Closed = Found is null ? new Refusal("invitation.unknown") : Found.Invitation.Closed(acts.Now) ?? PartyGone();
    }

    private Refusal? PartyGone() =>
        Found!.Invitation.Party is { } party && Found.Table.Party(party) is not { IsSeated: true } ? new Refusal("party.not-seated") : null;

    private PageResult Shown()
    {
        if (Closed is not null)
            Response.StatusCode = Found is null ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone;
        return Page();
    }
}

/// <summary>What was typed for a new account.</summary>
public sealed record NewAccountInput
{
    /// <summary>The name others see.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string DisplayName { get; init; } = "";

    /// <summary>E-mail address.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Email { get; init; } = "";

    /// <summary>Password.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Password { get; init; } = "";

    /// <summary>The password once more.</summary>
    [Compare(nameof(Password), ErrorMessage = "invitation.passwords-differ")]
    public string Repeated { get; init; } = "";
}

/// <summary>What was typed to sign in.</summary>
public sealed record GuestSignInInput
{
    /// <summary>E-mail address.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Email { get; init; } = "";

    /// <summary>Password.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Password { get; init; } = "";
}

/// <summary>The address of the page is a secret, so no browser passes it on as the page one came from.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeepsItsAddressAttribute : ResultFilterAttribute
{
    /// <inheritdoc/>
    public override void OnResultExecuting(ResultExecutingContext context) => context.HttpContext.Response.Headers["Referrer-Policy"] = "no-referrer";
}
