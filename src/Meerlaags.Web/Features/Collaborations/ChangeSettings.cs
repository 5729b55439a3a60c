using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>The facilitator settles something for the whole collaboration; a party settles for itself whether it is shown.</summary>
public sealed class ChangeSettings(CollaborationChange change, Acts acts)
{
    /// <summary>Words challenge and region anew.</summary>
    public Task<Refusal?> RewordAsync(CollaborationId collaboration, RewordWish wish, Guid? submit, CancellationToken stop) =>
        SettleAsync(collaboration, submit, (table, act) => table.Reword(wish.Challenge, wish.Region, act), stop);

    /// <summary>Chooses which computed views show.</summary>
    public Task<Refusal?> WantAsync(CollaborationId collaboration, IReadOnlyCollection<ComputedView> wanted, Guid? submit, CancellationToken stop) =>
        SettleAsync(
            collaboration,
            submit,
            (table, act) => Enum.GetValues<ComputedView>().Select(view => table.Want(view, wanted.Contains(view), act)).FirstOrDefault(no => no is not null),
            stop
        );

    /// <summary>Lets others know of the collaboration, or no longer.</summary>
    public Task<Refusal?> ShowAsync(CollaborationId collaboration, bool shown, Guid? submit, CancellationToken stop) =>
        SettleAsync(collaboration, submit, (table, act) => table.Show(shown, act), stop);

    /// <summary>Chooses how often to look again.</summary>
    public Task<Refusal?> LookAgainAsync(CollaborationId collaboration, ReviewRhythm rhythm, Guid? submit, CancellationToken stop) =>
        SettleAsync(collaboration, submit, (table, act) => table.LookAgain(rhythm, act), stop);

    /// <summary>Settles several things in one go, or none of them.</summary>
    public Task<Refusal?> ChangeAsync(CollaborationId collaboration, SettingsWish wish, Guid? submit, CancellationToken stop) =>
        SettleAsync(
            collaboration,
            submit,
            (table, act) => table.Reword(wish.Words.Challenge, wish.Words.Region, act) ?? table.Show(wish.Shown, act) ?? table.LookAgain(wish.Rhythm, act),
            stop
        );

    /// <summary>A party agrees that others know it takes part, or no longer.</summary>
    public Task<Refusal?> ShowPartyAsync(PartyAddress address, bool shown, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address.Collaboration,
            submit,
            table =>
                Task.FromResult(
                    table.Party(address.Party) is null ? Refusals.NotThere
                    : acts.ForParty(address.Party).Is(out var act, out var refusal) ? table.ShowParty(address.Party, shown, act)
                    : refusal
                ),
            stop
        );

    private Task<Refusal?> SettleAsync(CollaborationId collaboration, Guid? submit, Func<Collaboration, Act, Refusal?> decide, CancellationToken stop) =>
        change.MakeAsync(
            collaboration,
            submit,
            table => Task.FromResult(acts.AsFacilitatorOf(collaboration).Is(out var act, out var refusal) ? decide(table, act) : refusal),
            stop
        );
}

/// <summary>Other words for challenge and region.</summary>
public sealed record RewordWish(string Challenge, string Region);

/// <summary>The settings as they should be.</summary>
public sealed record SettingsWish(RewordWish Words, bool Shown, ReviewRhythm Rhythm);

/// <summary>A capability with something that runs at a table and stops when the table goes into the archive.</summary>
public interface IStopsInArchive
{
    /// <summary>Stops it, in the same change.</summary>
    Task StopAsync(CollaborationId collaboration, Act act, CancellationToken stop);
}

/// <summary>The facilitator puts a collaboration in the archive, or takes it out.</summary>
public sealed class ArchiveCollaboration(CollaborationChange change, Acts acts, IEnumerable<IStopsInArchive> running)
{
    /// <summary>Puts it in the archive; what runs there stops.</summary>
    public Task<Refusal?> WithAsync(CollaborationId collaboration, string reason, Guid? submit, CancellationToken stop) =>
        change.MakeAfterwardsAsync(
            collaboration,
            submit,
            async table =>
            {
                if (!acts.AsFacilitatorOf(collaboration).Is(out var act, out var refusal))
                    return refusal;
                if (table.Archive(reason, act) is { } refused)
                    return refused;
                foreach (var what in running)
                    await what.StopAsync(collaboration, act, stop);
                return null;
            },
            stop
        );

    /// <summary>Takes it out of the archive.</summary>
    public Task<Refusal?> ReopenAsync(CollaborationId collaboration, string reason, Guid? submit, CancellationToken stop) =>
        change.MakeAfterwardsAsync(
            collaboration,
            submit,
            table => Task.FromResult(acts.AsFacilitatorOf(collaboration).Is(out var act, out var refusal) ? table.Reopen(reason, act) : refusal),
            stop
        );
}
