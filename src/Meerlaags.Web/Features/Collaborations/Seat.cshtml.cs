using Meerlaags.Domain.Collaborations;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Change how fully a party takes part and whether its answer decides.</summary>
public sealed class Seat(ChangeSeat change) : CollaborationPage
{
    /// <summary>What was chosen.</summary>
    [BindProperty]
    public SeatInput Input { get; set; } = new();

    /// <summary>The party.</summary>
    public Party Party { get; private set; } = null!;

    /// <summary>Shows the seat as it is.</summary>
    public async Task<IActionResult> OnGetAsync(Guid party)
    {
        if (!await ReadAsync(party))
            return NotFound();
        Input = new SeatInput { Degree = Party.Seat, Bound = Party.Bound };
        return Page();
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid party)
    {
        if (!await ReadAsync(party))
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete();
        if (await change.ToAsync(new PartyAddress(Key, Party.Id), new SeatWish(Input.Degree, Input.Bound), Submit, Stop) is { } refusal)
            return Refused(refusal);
        return DoneAt(T["Collaborations.Seat.Done"], "/partijen");
    }

    private async Task<bool> ReadAsync(Guid party)
    {
        if (!await LoadAsync() || SeatedParty(party) is not { } found || !(IsFacilitator || Viewer.Parties.Contains(found.Id)))
            return false;
        Party = found;
        return true;
    }
}

/// <summary>What was chosen for a seat.</summary>
public sealed record SeatInput
{
    /// <summary>How fully.</summary>
    public SeatDegree Degree { get; init; }

    /// <summary>Whether its answer decides.</summary>
    public bool Bound { get; init; }
}
