using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Collaborations;

/// <summary>What a collaboration settles for itself: its words, who may know of it, when it looks again, and whether it rests in the archive.</summary>
public sealed partial class Collaboration
{
    /// <summary>Most graphemes of why it is archived or opened again.</summary>
    public const int ReasonLimit = 1000;

    /// <summary>Most times the words change.</summary>
    public const int MostWordings = 100;

    /// <summary>How challenge and region were worded before, in order of time.</summary>
    public IReadOnlyList<EarlierWords> Wordings { get; private set; } = [];

    /// <summary>Whether others may know that it exists, with the parties that agree to it for themselves.</summary>
    public bool IsShown { get; private set; }

    /// <summary>How often it looks again at what was shared.</summary>
    public ReviewRhythm ReviewRhythm { get; private set; }

    /// <summary>Since when it is archived, or null.</summary>
    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>Every time it was archived or opened again, with the reason.</summary>
    public IReadOnlyList<Archiving> Archivings { get; private set; } = [];

    /// <summary>Whether it is archived: there to read, and nothing more is asked or written.</summary>
    public bool IsArchived => ArchivedAt is not null;

    /// <summary>Words challenge and region anew; the words before stay.</summary>
    public Refusal? Reword(string challenge, string region, Act act)
    {
        challenge = PlainText.Line(challenge);
        region = PlainText.Line(region);
        if (act.Actor is not Actor.ForCollaboration { By: var by })
            return new Refusal("access.facilitator-only");
        if (PlainText.Check(challenge, nameof(Challenge), ChallengeLimit) is { } wrongChallenge)
            return wrongChallenge;
        if (PlainText.Check(region, nameof(Region), RegionLimit) is { } wrongRegion)
            return wrongRegion;
        if (challenge == Challenge && region == Region)
            return null;
        if (Wordings.Count >= MostWordings)
            return new Refusal("collaboration.too-many-wordings", MostWordings);

        Wordings = [.. Wordings, new EarlierWords(act.At, by, Challenge, Region)];
        (Challenge, Region) = (challenge, region);
        Record(new ChallengeReworded(), act);
        return null;
    }

    /// <summary>Lets others know of it, or no longer. Who agreed to be shown is asked anew the next time.</summary>
    public Refusal? Show(bool shown, Act act)
    {
        if (act.Actor is not Actor.ForCollaboration)
            return new Refusal("access.facilitator-only");
        if (IsShown == shown)
            return null;

        IsShown = shown;
        foreach (var party in parties.Where(_ => !shown))
            party.IsShown = false;
        Record(new VisibilityChanged(shown), act);
        return null;
    }

    /// <summary>A party agrees, for itself alone, that others may know it takes part; or no longer.</summary>
    public Refusal? ShowParty(PartyId id, bool shown, Act act)
    {
        if (act.Actor is not Actor.ForParty { Party: var speaker } || speaker != id)
            return new Refusal("access.party-only");
        if (Party(id) is not { IsSeated: true } party)
            return new Refusal("party.not-seated");
        if (shown && !IsShown)
            return new Refusal("collaboration.not-shown");
        if (party.IsShown == shown)
            return null;

        party.IsShown = shown;
        Record(new PartyShown(id, shown), act);
        return null;
    }

    /// <summary>Chooses how often to look again.</summary>
    public Refusal? LookAgain(ReviewRhythm rhythm, Act act)
    {
        if (act.Actor is not Actor.ForCollaboration)
            return new Refusal("access.facilitator-only");
        if (ReviewRhythm == rhythm)
            return null;

        ReviewRhythm = rhythm;
        Record(new ReviewRhythmChosen(rhythm), act);
        return null;
    }

    /// <summary>The day to look again, counted from a day; null without a rhythm.</summary>
    public DateOnly? NextReview(DateOnly from) =>
        ReviewRhythm switch
        {
            ReviewRhythm.None => null,
            ReviewRhythm.HalfYearly => from.AddMonths(6),
            ReviewRhythm.Yearly => from.AddYears(1),
        };

    /// <summary>Puts it in the archive: everyone still reads what they could read, nobody writes.</summary>
    public Refusal? Archive(string reason, Act act)
    {
        if (IsArchived)
            return new Refusal("collaboration.already-archived");
        if (Settle(reason, reopens: false, act) is { } refusal)
            return refusal;

        ArchivedAt = act.At;
        Record(new CollaborationArchived(), act);
        return null;
    }

    /// <summary>Takes it out of the archive.</summary>
    public Refusal? Reopen(string reason, Act act)
    {
        if (!IsArchived)
            return new Refusal("collaboration.already-open");
        if (Settle(reason, reopens: true, act) is { } refusal)
            return refusal;

        ArchivedAt = null;
        Record(new CollaborationReopened(), act);
        return null;
    }

    private Refusal? Settle(string reason, bool reopens, Act act)
    {
        reason = PlainText.Lines(reason);
        if (act.Actor is not Actor.ForCollaboration { By: var by })
            return new Refusal("access.facilitator-only");
        if (PlainText.Check(reason, nameof(Archiving.Reason), ReasonLimit) is { } wrong)
            return wrong;

        Archivings = [.. Archivings, new Archiving(act.At, by, reason, reopens)];
        return null;
    }
}

/// <summary>How challenge and region were worded until a moment.</summary>
/// <param name="Until">When other words came.</param>
/// <param name="By">Who brought those.</param>
/// <param name="Challenge">The challenge as it was.</param>
/// <param name="Region">The region as it was.</param>
public sealed record EarlierWords(DateTimeOffset Until, PersonId By, string Challenge, string Region);

/// <summary>One time a collaboration went into the archive or came out of it.</summary>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
/// <param name="Reason">Why.</param>
/// <param name="Reopens">Whether it came out.</param>
public sealed record Archiving(DateTimeOffset At, PersonId By, string Reason, bool Reopens);

/// <summary>How often a collaboration looks again at what was shared.</summary>
public enum ReviewRhythm
{
    /// <summary>Not settled; the day is chosen each time.</summary>
    None,

    /// <summary>Every half year.</summary>
    HalfYearly,

    /// <summary>Every year.</summary>
    Yearly,
}
