using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>The door of one party: its people let guests in, or say that somebody is not one of theirs.</summary>
public sealed class Door(RoomReader rooms, RoundReader rounds, OpenTheDoor door, Viewer viewer) : RoomOfRoundPage(rooms, rounds)
{
    /// <summary>The party whose door it is.</summary>
    [BindProperty(SupportsGet = true, Name = "party")]
    public Guid PartyId { get; set; }

    /// <summary>Which guest.</summary>
    [BindProperty]
    public Guid Guest { get; set; }

    /// <summary>Which guests, when it is about several.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Guests { get; set; } = [];

    /// <summary>The party.</summary>
    public Party Party => PartyOf(new PartyId(PartyId));

    /// <summary>Address of this page.</summary>
    public string Here => Link($"/deur/{PartyId}");

    /// <summary>Shows who waits.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Who waits and who is in, alone.</summary>
    public async Task<IActionResult> OnGetNowAsync() => await LoadAsync() ? Partial("_Door", this) : NotFound();

    /// <summary>Lets a guest in.</summary>
    public Task<IActionResult> OnPostAsync() => ActAsync(() => door.LetInAsync(At, Submit, Stop), "Sessions.Door.IsIn");

    /// <summary>Says that this is not one of theirs.</summary>
    public Task<IActionResult> OnPostNoAsync() => ActAsync(() => door.TurnAwayAsync(At, Submit, Stop), "Sessions.Door.IsNot");

    /// <summary>Says that these are not theirs.</summary>
    public Task<IActionResult> OnPostSeveralAsync() =>
        ActAsync(() => door.TurnAwaySeveralAsync(Address, [.. Guests.Distinct().Select(guest => new GuestId(guest))], Submit, Stop), "Sessions.Door.AreNot");

    /// <summary>Leads a guest out.</summary>
    public Task<IActionResult> OnPostOutAsync() => ActAsync(() => door.LeadOutAsync(At, Submit, Stop), "Sessions.Guests.IsOut");

    /// <inheritdoc/>
    protected override bool IsThere => viewer.SpeaksFor(new PartyId(PartyId)) && View.Table.Party(new PartyId(PartyId)) is not null;

    private GuestAddress At => new(Address, new GuestId(Guest));

    private async Task<IActionResult> ActAsync(Func<Task<Refusal?>> act, string done)
    {
        if (!await LoadAsync())
            return NotFound();
        return await AnswerAsync(await act(), done, Here);
    }
}
