using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>A party has handed in. Bears no time on purpose.</summary>
public sealed record HandedIn(PartyId Party);

/// <summary>People spoke about the open texts.</summary>
public sealed record Spoken(DateTimeOffset At, PersonId By);

/// <summary>The act that opened the texts.</summary>
public sealed record Reveal(DateTimeOffset At, PersonId By);

/// <summary>How a round ended.</summary>
public sealed record Closing(DateTimeOffset At, RoundOutcome Outcome, string Reason);

/// <summary>What a round came to.</summary>
public enum RoundOutcome
{
    /// <summary>One shared text.</summary>
    Shared,

    /// <summary>"We do not know yet": a good outcome, with a next talk.</summary>
    NotYetKnown,
}

/// <summary>What comes first in a round. Both are equal routes; the questions are the same.</summary>
public enum RoundFormat
{
    /// <summary>Every party writes unseen, then people talk about what they read.</summary>
    WriteFirst,

    /// <summary>People talk first, then every party writes unseen.</summary>
    MeetingFirst,
}

/// <summary>People talked before they wrote.</summary>
public sealed record Met(DateTimeOffset At, PersonId By);

/// <summary>The shared dream in one wording. It stands beside the text and is not put to a vote.</summary>
/// <param name="Text">The dream.</param>
/// <param name="Party">The party that wrote it down, or null for the facilitator.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record DreamWording(string Text, PartyId? Party, PersonId By, DateTimeOffset At)
{
    /// <summary>Most graphemes: a few sentences.</summary>
    public const int Limit = 600;
}
