using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Security;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>A page about the room of a round.</summary>
public abstract class RoomOfRoundPage(RoomReader rooms, RoundReader rounds) : RoundPage(rounds)
{
    /// <summary>The room.</summary>
    public RoomView Room { get; private set; } = null!;

    /// <summary>The address that phones open with a code.</summary>
    public string AddressOf(string code) => PublicAddress.Of(Request) + "/meedoen/" + code;

    /// <summary>The address people type, without the scheme.</summary>
    public string TypedAddress => PublicAddress.Of(Request).Split("//")[^1] + "/meedoen";

    /// <summary>Goes on to this page again after an act, or shows why not.</summary>
    protected Task<Microsoft.AspNetCore.Mvc.IActionResult> AgainAsync(Refusal? refusal, string done) => AnswerAsync(refusal, done, Request.Path, "Input");

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync() => Room = (await rooms.FindAsync(Address, Stop))!;
}
