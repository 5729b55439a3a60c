using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Collaborations;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>What happens around a room.</summary>
public sealed class SessionsKinds : ILogKinds
{
    /// <inheritdoc/>
    public IReadOnlyList<LogKind> Kinds { get; } =
    [
        new(
            "zaal",
            typeof(RoomOpened),
            typeof(WritingStarted),
            typeof(RoomClosed),
            typeof(CodeRenewed),
            typeof(GuestJoined),
            typeof(GuestAskedIn),
            typeof(GuestAdmitted),
            typeof(GuestTurnedAway),
            typeof(GuestLeft)
        ),
    ];
}
