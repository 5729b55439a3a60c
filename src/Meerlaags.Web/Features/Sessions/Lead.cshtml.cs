using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Framing;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>The facilitator leads the room: opens it, hands out codes, sees who is in and who handed in, goes on to the reveal, closes.</summary>
public sealed class Lead(RoomReader rooms, RoundReader rounds, OpenRoom open, LeadRoom lead, OpenTheDoor door) : RoomOfRoundPage(rooms, rounds)
{
    /// <summary>How the room starts.</summary>
    [BindProperty]
    public OpenInput Input { get; set; } = new();

    /// <summary>Whose code, or which guest.</summary>
    [BindProperty]
    public Guid? Party { get; set; }

    /// <summary>Which guest.</summary>
    [BindProperty]
    public Guid Guest { get; set; }

    /// <summary>Shows the room.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The part that changes while people come in, alone.</summary>
    public async Task<IActionResult> OnGetNowAsync() => await LoadAsync() && Room.Room is not null ? Partial("_Lead", this) : NotFound();

    /// <summary>Opens a room.</summary>
    public Task<IActionResult> OnPostAsync() => ActAsync(() => open.ForAsync(Address, Input.Format, Submit, Stop), "Sessions.Lead.Opened");

    /// <summary>After talking everybody writes.</summary>
    public Task<IActionResult> OnPostWriteAsync() => ActAsync(() => lead.StartWritingAsync(Address, Submit, Stop), "Sessions.Now.Started");

    /// <summary>Makes a new code.</summary>
    public Task<IActionResult> OnPostRenewAsync() =>
        ActAsync(() => lead.RenewCodeAsync(Address, Party is { } party ? new PartyId(party) : null, Submit, Stop), "Sessions.Codes.Renewed");

    /// <summary>Leads a guest out.</summary>
    public Task<IActionResult> OnPostOutAsync() =>
        ActAsync(() => door.LeadOutAsync(new GuestAddress(Address, new GuestId(Guest)), Submit, Stop), "Sessions.Guests.IsOut");

    /// <summary>Closes the room.</summary>
    public Task<IActionResult> OnPostCloseAsync() => ActAsync(() => lead.CloseAsync(Address, Submit, Stop), "Sessions.Close.Done");

    /// <inheritdoc/>
    protected override bool IsThere => View.IsFacilitator;

    private async Task<IActionResult> ActAsync(Func<Task<Refusal?>> act, string done)
    {
        if (!await LoadAsync())
            return NotFound();
        return await AnswerAsync(await act(), done, Link("/zaal"));
    }
}

/// <summary>How a room starts.</summary>
public sealed record OpenInput
{
    /// <summary>Write first, or meet first.</summary>
    public RoundFormat Format { get; init; }
}
