using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>Somebody at the table writes the shared dream in other words.</summary>
public sealed class WriteDream(Acts acts, RoundChange change)
{
    /// <summary>Writes it; <paramref name="seen"/> is the number of the wording the writer started from, 0 for none.</summary>
    public Task<Refusal?> ForAsync(WriteSentence.Pen pen, string text, int seen, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            pen.Round,
            submit,
            hand =>
                Task.FromResult(
                    acts.ForPartyOrCollaboration(pen.Round.Collaboration, pen.Actor).Is(out var act, out var refusal)
                        ? hand.Round.WriteDream(text, seen, act)
                        : refusal
                ),
            stop
        );
}
