namespace Meerlaags.Domain.Common;

/// <summary>Who does it and when. Every change in the domain carries one.</summary>
/// <param name="Actor">The person and on whose behalf.</param>
/// <param name="At">The moment, UTC, in whole microseconds.</param>
public sealed record Act(Actor Actor, DateTimeOffset At)
{
    /// <summary>The day it is in the Netherlands: what rules about days go by.</summary>
    public DateOnly Today => DutchTime.DayOf(At);
}

/// <summary>Time on the clocks of the Netherlands.</summary>
public static class DutchTime
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The moment on a Dutch clock.</summary>
    public static DateTimeOffset Of(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The moment on which a day begins in the Netherlands.</summary>
    public static DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The day it is in the Netherlands.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Of(at).DateTime);
}

/// <summary>On whose behalf a person acts.</summary>
public abstract record Actor
{
    private Actor() { }

    /// <summary>The person, or none when the installation itself acts.</summary>
    public abstract PersonId? Person { get; }

    /// <summary>A person speaks for a party; with a mandate the act may bind that party.</summary>
    public sealed record ForParty(PersonId By, PartyId Party, MandateId? Mandate = null) : Actor
    {
        /// <inheritdoc/>
        public override PersonId? Person => By;
    }

    /// <summary>A facilitator acts for the collaboration as a whole, for no party.</summary>
    public sealed record ForCollaboration(PersonId By) : Actor
    {
        /// <inheritdoc/>
        public override PersonId? Person => By;
    }

    /// <summary>A guest of a room acts for oneself: joins, asks to be let in, writes while waiting, leaves.</summary>
    public sealed record ForSelf(PersonId By) : Actor
    {
        /// <inheritdoc/>
        public override PersonId? Person => By;
    }

    /// <summary>An administrator or a job acts for the installation.</summary>
    /// <param name="By">The administrator, or none for a job.</param>
    /// <param name="Purpose">Code of the job or task, such as <c>register-load</c>.</param>
    public sealed record ForInstallation(PersonId? By, string Purpose) : Actor
    {
        /// <inheritdoc/>
        public override PersonId? Person => By;
    }
}
