using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Person = Meerlaags.Web.Platform.Identity.Account;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>Somebody types a code, or comes from the QR, gives a name and is in.</summary>
[AllowAnonymous]
public sealed class Join(RoomDoors doors, JoinRoom join, Viewer viewer, SignInManager<Person> sessions) : FeaturePage
{
    /// <summary>The code in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "code")]
    public string? Code { get; set; }

    /// <summary>What a scanned card holds besides the code.</summary>
    [BindProperty(SupportsGet = true, Name = "kaart")]
    public Guid? Card { get; set; }

    /// <summary>What was filled in.</summary>
    public JoinInput Input { get; set; } = new();

    /// <summary>The room of the code, or null.</summary>
    public RoomAtHand? At { get; private set; }

    /// <summary>Whether the viewer waits in the lobby of this very room.</summary>
    public bool WaitsHere => viewer.Guest is { Writes: null } place && place.Room == At?.Door.Room.Id;

    /// <summary>Asks for the code, or for a name when the address has one.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (string.IsNullOrWhiteSpace(Code))
            return Page();
        return await LookAsync() ?? (IActionResult?)Elsewhere() ?? Page();
    }

    /// <summary>A code was typed.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(Code))
            return Refused(new Refusal("text.missing") { Field = nameof(Code) }, "");
        return await LookAsync() ?? LocalRedirect($"/meedoen/{At!.Door.Code.Characters}");
    }

    /// <summary>Somebody gives a name and joins.</summary>
    public async Task<IActionResult> OnPostInAsync([Bind(Prefix = "Input")] JoinInput input)
    {
        Input = input;
        if ((await LookAsync() ?? Elsewhere()) is { } away)
            return away;
        if (WaitsHere)
            return await join.GoInAsync(Code!, Card, Submit, Stop) is { } no ? Refused(no) : LocalRedirect(ViewerMiddleware.GuestPage);
        if (At!.Party is null && input.Party is null)
            ModelState.AddModelError("Input.Party", T["Sessions.Join.Party.Missing"]);
        if (!ModelState.IsValid)
            return Incomplete();
        var party = input.Party is { } chosen ? new PartyId(chosen) : (PartyId?)null;
        if (!(await join.WithAsync(new JoinWish(Code!, input.Name, party) { Card = Card }, Submit, Stop)).Is(out var account, out var refusal))
            return Refused(refusal);
        await sessions.SignInAsync(account, new AuthenticationProperties { IsPersistent = false, ExpiresUtc = account.GuestUntil + Person.GuestAfterwards });
        return LocalRedirect(ViewerMiddleware.GuestPage);
    }

    private async Task<IActionResult?> LookAsync()
    {
        if ((await doors.OpenAsync(Code!, Card, Stop)).Is(out var found, out var refusal))
        {
            At = found;
            return null;
        }
        var page = Refused(refusal, "");
        if (refusal.Code == "room.too-many-attempts")
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return page;
    }

    // Who sits at this table, or is in already, needs no code; only who waits may come with the code of a party.
    private LocalRedirectResult? Elsewhere()
    {
        if (viewer.Guest?.Room == At!.Door.Room.Id)
            return viewer.Guest.Writes is null && At.Party is not null ? null : LocalRedirect(ViewerMiddleware.GuestPage);
        return !viewer.IsGuest && viewer.Collaborations.Contains(At.Table.Id) ? LocalRedirect(At.RoundPage) : null;
    }
}

/// <summary>What somebody fills in to join.</summary>
public sealed record JoinInput
{
    /// <summary>The name others see.</summary>
    [Required(ErrorMessage = FormTexts.Missing), StringLength(4 * Guest.NameLimit)]
    public string Name { get; init; } = "";

    /// <summary>In the lobby: for which party.</summary>
    public Guid? Party { get; init; }
}
