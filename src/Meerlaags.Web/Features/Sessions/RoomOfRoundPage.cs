using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Security;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>A page about the room of a round.</summary>
public abstract class RoomOfRoundPage(RoomReader rooms, RoundReader rounds) : RoundPage(rounds)
{
    /// <summary>The room.</summary>
    public RoomView Room { get; private set; } = null!;

    /// <summary>The address that phones scan: the code, and the card that nobody can guess.</summary>
    public string AddressOf(RoomCode code) => $"{PublicAddress.Of(Request)}/meedoen/{code.Characters}?kaart={code.Id.Value:N}";

    /// <summary>The address people type, without the scheme.</summary>
    public string TypedAddress => PublicAddress.Of(Request).Split("//")[^1] + "/meedoen";

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync() => Room = (await rooms.FindAsync(Address, Stop))!;
}
