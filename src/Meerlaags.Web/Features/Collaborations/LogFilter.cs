using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Journal;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Which lines of the logbook somebody wants to see; what is null lets all lines through.</summary>
/// <param name="Person">About or by one person.</param>
/// <param name="Party">About or for one party.</param>
/// <param name="Kind">Of one kind.</param>
/// <param name="From">From this day.</param>
/// <param name="Until">Until this day, the day itself counted.</param>
public sealed record LogFilter(Guid? Person, Guid? Party, string? Kind, DateOnly? From, DateOnly? Until)
{
    /// <summary>All lines.</summary>
    public static readonly LogFilter None = new(null, null, null, null, null);
}

/// <summary>Lines of the logbook that are asked for.</summary>
/// <param name="OlderThan">Where the page begins; the newest line without.</param>
/// <param name="Filter">Which lines.</param>
public sealed record LogQuestion(string? OlderThan, LogFilter Filter)
{
    /// <summary>The newest of all lines.</summary>
    public static readonly LogQuestion Newest = new(null, LogFilter.None);
}

/// <summary>A kind of things that happen, by which one looks in the logbook. Its words have the key <c>Log.Kind.(code)</c>.</summary>
/// <param name="Code">The word in the address.</param>
/// <param name="Facts">The facts of this kind.</param>
public sealed record LogKind(string Code, params IReadOnlyList<Type> Facts);

/// <summary>A capability that knows kinds of things that happen. Every fact of a collaboration belongs to one kind.</summary>
public interface ILogKinds
{
    /// <summary>Its kinds.</summary>
    IReadOnlyList<LogKind> Kinds { get; }
}

/// <summary>All kinds, of every capability.</summary>
public sealed class LogKinds(IEnumerable<ILogKinds> sources)
{
    /// <summary>The kinds, in the order of the capabilities.</summary>
    public IReadOnlyList<LogKind> All { get; } = [.. sources.SelectMany(source => source.Kinds)];

    /// <summary>The codes of the facts of a kind; null when there is no such kind.</summary>
    public IReadOnlyList<string>? FactsOf(string? kind) =>
        All.FirstOrDefault(known => known.Code == kind) is { } found ? [.. found.Facts.Select(JournalWriter.CodeOf)] : null;
}

/// <summary>What happens to a collaboration, its seats and its people.</summary>
public sealed class CollaborationKinds : ILogKinds
{
    /// <inheritdoc/>
    public IReadOnlyList<LogKind> Kinds { get; } =
    [
        new(
            "samenwerking",
            typeof(CollaborationStarted),
            typeof(TalkPlanned),
            typeof(ComputedViewSwitched),
            typeof(ChallengeReworded),
            typeof(VisibilityChanged),
            typeof(PartyShown),
            typeof(ReviewRhythmChosen),
            typeof(CollaborationArchived),
            typeof(CollaborationReopened)
        ),
        new("partijen", typeof(PartySeated), typeof(SeatChanged), typeof(SeatPlanned), typeof(PartyLeft), typeof(PartyContinued)),
        new(
            "mensen",
            typeof(PersonInvited),
            typeof(InvitationWithdrawn),
            typeof(MemberJoined),
            typeof(MemberLeft),
            typeof(MandateRecorded),
            typeof(LeadGranted),
            typeof(LeadWithdrawn)
        ),
    ];
}
