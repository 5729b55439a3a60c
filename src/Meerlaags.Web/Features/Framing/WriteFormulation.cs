using System.Security.Cryptography;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Which text: that of one party in one round.</summary>
public readonly record struct TextAddress(RoundAddress Round, PartyId Party);

/// <summary>A draft with the version the writer started from; 0 for a text that does not exist yet.</summary>
public sealed record SeenDraft(Draft Draft, int Seen);

/// <summary>Someone of a party writes its text, hands it in, or takes it back.</summary>
public sealed class WriteFormulation(Db db, Acts acts, RoundChange change, QuestionSets sets)
{
    /// <summary>Bytes of salt in a hash.</summary>
    private const int SaltBytes = 32;

    /// <summary>Keeps the draft; answers the new version.</summary>
    public async Task<Decided<int>> KeepAsync(TextAddress address, SeenDraft seen, CancellationToken stop)
    {
        var version = seen.Seen;
        var refusal = await ChangeAsync(
            address,
            null,
            (hand, text, act) =>
            {
                if (IsKept(text, seen.Draft))
                {
                    version = text.Version;
                    return null;
                }
                if (text.Write(hand.Round, Own(text, seen.Draft), seen.Seen, act) is { } refused)
                    return refused;
                version = text.Version;
                return null;
            },
            stop
        );
        return refusal is null ? version : refusal;
    }

    /// <summary>Keeps the draft and hands it in, both or neither. Sent again while it is in, the same text is in.</summary>
    public Task<Refusal?> HandInAsync(TextAddress address, SeenDraft seen, CancellationToken stop) =>
        ChangeAsync(
            address,
            null,
            (hand, text, act) =>
                !IsKept(text, seen.Draft) ? text.Write(hand.Round, Own(text, seen.Draft), seen.Seen, act) ?? Submit(hand, text, act)
                : text.IsSubmitted ? null
                : Submit(hand, text, act),
            stop
        );

    /// <summary>Hands in the text as it is kept; <paramref name="seen"/> is the version the sender knows, so that nobody hands in what they did not see.</summary>
    public Task<Refusal?> HandInKeptAsync(TextAddress address, int seen, Guid? submit, CancellationToken stop) =>
        ChangeAsync(
            address,
            submit,
            (hand, text, act) => text.Version != seen && !text.IsSubmitted ? new Refusal("formulation.changed-by-colleague") : Submit(hand, text, act),
            stop
        );

    /// <summary>Takes the text back to go on writing, while it is blind.</summary>
    public Task<Refusal?> TakeBackAsync(TextAddress address, Guid? submit, CancellationToken stop) =>
        ChangeAsync(address, submit, (hand, text, act) => text.TakeBack(hand.Round, act), stop);

    private Refusal? Submit(RoundAtHand hand, Formulation text, Act act) =>
        text.Submit(
            hand.Round,
            hand.Table.Party(text.Party)!,
            sets[hand.Round.Questions],
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes)),
            act
        );

    // An id that this text does not have belongs to another text or to none: the thought gets one of its own.
    private static Draft Own(Formulation text, Draft draft)
    {
        var kept = text.Points.Select(point => point.Id).ToHashSet();
        return new Draft(draft.Answers, draft.Points.Select(point => kept.Contains(point.Id) ? point : point with { Id = new PointId(Guid.CreateVersion7()) }));
    }

    // The same text sent twice is kept once, whatever version the second one started from.
    private static bool IsKept(Formulation text, Draft draft) =>
        text.Version > 0
        && text.Answers.Where(answer => answer.Text.Length > 0).SequenceEqual(draft.Answers.Where(answer => answer.Text.Length > 0))
        && text.Points.Select(point => (point.Text, point.Voice))
            .SequenceEqual(draft.Points.Where(point => point.Text.Length > 0).Select(point => (point.Text, point.Voice)));

    private Task<Refusal?> ChangeAsync(TextAddress address, Guid? submit, Func<RoundAtHand, Formulation, Act, Refusal?> decide, CancellationToken stop) =>
        change.MakeAsync(
            address.Round,
            submit,
            async hand =>
            {
                if (hand.Table.Party(address.Party) is not { } party)
                    return Refusals.NotThere;
                if (!(await acts.ForTextOfAsync(address.Party, stop)).Is(out var act, out var refusal))
                    return refusal;
                var text = await db.Formulations.SingleOrDefaultAsync(text => text.Round == hand.Round.Id && text.Party == address.Party, stop);
                if (text is null)
                {
                    if (!Formulation.Begin(new FormulationId(Guid.CreateVersion7()), hand.Round, party, act).Is(out text, out refusal))
                        return refusal;
                    db.Add(text);
                }
                return decide(hand, text, act);
            },
            stop
        );
}
