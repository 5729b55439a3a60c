using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>Which candidate of which round.</summary>
public readonly record struct CandidateAddress(RoundAddress Round, int Number);

/// <summary>A party says what it thinks of a candidate, unseen; the facilitator opens it all; people answer.</summary>
public sealed class GiveCritique(Db db, Acts acts, RoundChange change)
{
    /// <summary>A critique as it is on screen, with the version the writer started from.</summary>
    public sealed record Seen(CritiqueWords Words, int Version);

    /// <summary>Keeps what a party thinks.</summary>
    public Task<Refusal?> WriteAsync(CandidateAddress address, PartyId party, Seen seen, Guid? submit, CancellationToken stop) =>
        ChangeAsync(
            address,
            submit,
            async (hand, text) =>
            {
                if (!acts.ForParty(party).Is(out var act, out var refusal))
                    return refusal;
                if (hand.Table.Party(party) is not { } speaker)
                    return Refusals.NotThere;
                var critique = await db.Critiques.SingleOrDefaultAsync(known => known.Candidate == text.Id && known.Party == party, stop);
                if (critique is null)
                {
                    if (!Critique.Begin(new CritiqueId(Guid.CreateVersion7()), text, speaker, act).Is(out critique, out refusal))
                        return refusal;
                    db.Add(critique);
                }
                return critique.Write(seen.Words, text, hand.Round, seen.Version, act);
            },
            stop
        );

    /// <summary>The facilitator opens to all what the parties think of this text.</summary>
    public Task<Refusal?> OpenAsync(CandidateAddress address, Guid? submit, CancellationToken stop) =>
        ChangeAsync(
            address,
            submit,
            (hand, text) =>
                Task.FromResult(
                    acts.ForCollaboration(address.Round.Collaboration).Is(out var act, out var refusal) ? text.OpenCritique(hand.Round, act) : refusal
                ),
            stop
        );

    /// <summary>Somebody answers the critique of a party.</summary>
    public Task<Refusal?> AnswerAsync(CandidateAddress address, Reply reply, Guid? submit, CancellationToken stop) =>
        ChangeAsync(
            address,
            submit,
            async (hand, text) =>
            {
                if (!acts.ForPartyOrCollaboration(address.Round.Collaboration, reply.Actor).Is(out var act, out var refusal))
                    return refusal;
                var critique = await db.Critiques.SingleOrDefaultAsync(known => known.Candidate == text.Id && known.Party == reply.To, stop);
                return critique is null ? Refusals.NotThere : critique.Answer(reply.Words, text, hand.Round, act);
            },
            stop
        );

    private Task<Refusal?> ChangeAsync(
        CandidateAddress address,
        Guid? submit,
        Func<RoundAtHand, CandidateText, Task<Refusal?>> decide,
        CancellationToken stop
    ) =>
        change.MakeAsync(
            address.Round,
            submit,
            async hand =>
                await db.CandidateTexts.AsSplitQuery().SingleOrDefaultAsync(text => text.Round == hand.Round.Id && text.Number == address.Number, stop)
                    is { } text
                    ? await decide(hand, text)
                    : Refusals.NotThere,
            stop
        );
}

/// <summary>An answer to the critique of a party.</summary>
/// <param name="To">Whose critique.</param>
/// <param name="Words">The words.</param>
/// <param name="Actor">The party spoken for, or none for the facilitator.</param>
public sealed record Reply(PartyId To, string Words, PartyId? Actor);
