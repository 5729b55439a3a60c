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
                if (text.Write(hand.Round, seen.Draft, seen.Seen, act) is { } refused)
                    return refused;
                version = text.Version;
                return null;
            },
            stop
        );
        return refusal is null ? version : refusal;
    }

    /// <summary>Keeps the draft and hands it in, both or neither.</summary>
    public Task<Refusal?> HandInAsync(TextAddress address, SeenDraft seen, CancellationToken stop) =>
        ChangeAsync(
            address,
            null,
            (hand, text, act) =>
                (IsKept(text, seen.Draft) ? null : text.Write(hand.Round, seen.Draft, seen.Seen, act))
                ?? text.Submit(
                    hand.Round,
                    hand.Table.Party(address.Party)!,
                    sets[hand.Round.Questions],
                    Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes)),
                    act
                ),
            stop
        );

    /// <summary>Takes the text back to go on writing, while it is blind.</summary>
    public Task<Refusal?> TakeBackAsync(TextAddress address, Guid? submit, CancellationToken stop) =>
        ChangeAsync(address, submit, (hand, text, act) => text.TakeBack(hand.Round, act), stop);

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
                if (!acts.ForParty(address.Party).Is(out var act, out var refusal))
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
