using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>The facilitator says that people have spoken, or switches a computed view on or off.</summary>
public sealed class ShowComputed(Acts acts, RoundChange rounds, CollaborationChange collaborations)
{
    /// <summary>People have spoken about the open texts.</summary>
    public Task<Refusal?> SpokenAsync(RoundAddress address, Guid? submit, CancellationToken stop) =>
        rounds.MakeAsync(
            address,
            submit,
            hand => Task.FromResult(acts.ForCollaboration(address.Collaboration).Is(out var act, out var refusal) ? hand.Round.ConfirmSpoken(act) : refusal),
            stop
        );

    /// <summary>Switches a view for the whole collaboration.</summary>
    public Task<Refusal?> WantAsync(CollaborationId collaboration, ComputedView view, bool wanted, CancellationToken stop) =>
        collaborations.MakeAsync(
            collaboration,
            null,
            table => Task.FromResult(acts.ForCollaboration(collaboration).Is(out var act, out var refusal) ? table.Want(view, wanted, act) : refusal),
            stop
        );
}
