using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>The facilitator chooses what comes first in a round, and says that people have met.</summary>
public sealed class ChooseFormat(Acts acts, RoundChange change)
{
    /// <summary>Chooses talking or writing first.</summary>
    public Task<Refusal?> ForAsync(RoundAddress address, RoundFormat format, Guid? submit, CancellationToken stop) =>
        ChangeAsync(address, submit, (round, act) => round.ChooseFormat(format, act), stop);

    /// <summary>People have talked; now every party writes.</summary>
    public Task<Refusal?> MetAsync(RoundAddress address, Guid? submit, CancellationToken stop) =>
        ChangeAsync(address, submit, (round, act) => round.ConfirmMet(act), stop);

    private Task<Refusal?> ChangeAsync(RoundAddress address, Guid? submit, Func<FramingRound, Act, Refusal?> decide, CancellationToken stop) =>
        change.MakeAsync(
            address,
            submit,
            hand => Task.FromResult(acts.ForCollaboration(address.Collaboration).Is(out var act, out var refusal) ? decide(hand.Round, act) : refusal),
            stop
        );
}
