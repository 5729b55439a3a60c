using Meerlaags.Web.Features.Framing;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>The big screen: the challenge, how to join, how many handed in, and the moment of the reveal. Nothing on it is confidential.</summary>
public sealed class Screen(RoomReader rooms, RoundReader rounds) : RoomOfRoundPage(rooms, rounds)
{
    /// <summary>Shows the screen.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The part that changes, alone.</summary>
    public async Task<IActionResult> OnGetNowAsync() => await LoadAsync() ? Partial("_Screen", this) : NotFound();
}
