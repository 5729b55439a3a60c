using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Change how fully a party takes part and whether its answer decides, from a day on and perhaps until a day.</summary>
public sealed class Seat(ChangeSeat change, Acts acts) : CollaborationPage
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
        var seat = Party.SeatOn(acts.Today);
        Input = new SeatInput
        {
            Degree = seat.Degree,
            Bound = seat.Bound,
            From = acts.Today,
        };
        return Page();
    }

    /// <summary>Changes it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid party)
    {
        if (!await ReadAsync(party))
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete();
        if (
            await change.ToAsync(new PartyAddress(Key, Party.Id), new SeatWish(Input.Degree, Input.Bound, Input.From, Input.Until), Submit, Stop) is { } refusal
        )
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

    /// <summary>From which day; today without.</summary>
    [DataType(DataType.Date)]
    public DateOnly? From { get; init; }

    /// <summary>Until which day, or nothing.</summary>
    [DataType(DataType.Date)]
    public DateOnly? Until { get; init; }
}
