using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>What a person says about a difference.</summary>
public readonly record struct NotedDifferenceId(Guid Value) : IId<NotedDifferenceId>
{
    /// <inheritdoc/>
    public static NotedDifferenceId From(Guid value) => new(value);
}

/// <summary>What somebody says of a difference.</summary>
public enum DifferenceVerdict
{
    /// <summary>Here is one, in people's own words.</summary>
    Added,

    /// <summary>What was found is right.</summary>
    Confirmed,

    /// <summary>What was found is not right, and why. It stays to be seen.</summary>
    Corrected,
}

/// <summary>What one party says about it, in the words of its text.</summary>
/// <param name="Party">The party.</param>
/// <param name="Words">The words.</param>
public sealed record DifferenceSide(PartyId Party, string Words);

/// <summary>A difference as somebody writes it down. Texts are normalised when it is made; a side without words is left out.</summary>
public sealed record AddedDifference
{
    /// <summary>Takes what was typed.</summary>
    public AddedDifference(string aspect, string words, IEnumerable<DifferenceSide> sides) =>
        (Aspect, Words, Sides) = (
            aspect,
            PlainText.Lines(words),
            [.. sides.Select(side => side with { Words = PlainText.Line(side.Words) }).Where(side => side.Words.Length > 0)]
        );

    /// <summary>The sub-question it belongs to.</summary>
    public string Aspect { get; }

    /// <summary>What differs.</summary>
    public string Words { get; }

    /// <summary>Which parties say what.</summary>
    public IReadOnlyList<DifferenceSide> Sides { get; }
}

/// <summary>Something the product found, as it stood when somebody spoke about it.</summary>
/// <param name="Aspect">The sub-question.</param>
/// <param name="Key">Its key.</param>
/// <param name="About">What it was called.</param>
public sealed record FoundDifference(string Aspect, string Key, string About);

/// <summary>A difference between open texts in people's own words, or what people say of one that the product found.</summary>
public sealed class NotedDifference : Aggregate<NotedDifferenceId>
{
    /// <summary>Most graphemes of what differs, or why something is not right.</summary>
    public const int WordsLimit = 500;

    /// <summary>Most graphemes of the words of one party.</summary>
    public const int SideLimit = 200;

    private NotedDifference() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round.</summary>
    public RoundId Round { get; private init; }

    /// <summary>The sub-question.</summary>
    public string Aspect { get; private init; } = "";

    /// <summary>What is said of it.</summary>
    public DifferenceVerdict Verdict { get; private init; }

    /// <summary>The key of what was found, or null for a difference of people themselves.</summary>
    public string? Finding { get; private init; }

    /// <summary>What that was called, or empty.</summary>
    public string About { get; private init; } = "";

    /// <summary>What differs, or why it is right or not.</summary>
    public string Words { get; private init; } = "";

    /// <summary>Which parties say what, for a difference of people themselves.</summary>
    public IReadOnlyList<DifferenceSide> Sides { get; private init; } = [];

    /// <summary>Who says so.</summary>
    public PersonId By { get; private init; }

    /// <summary>The party that person spoke for, or null for the facilitator.</summary>
    public PartyId? Party { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>Taken back since, or null.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Writes a difference down.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="round">The round, revealed.</param>
    /// <param name="added">What differs.</param>
    /// <param name="open">The parties whose text is open.</param>
    /// <param name="act">A member's act.</param>
    public static Decided<NotedDifference> Add(NotedDifferenceId id, FramingRound round, AddedDifference added, IReadOnlySet<PartyId> open, Act act)
    {
        if (Guard(round, act) is { } refusal)
            return refusal;
        if (PlainText.Check(added.Words, nameof(Words), WordsLimit) is { } wrong)
            return wrong;
        if (added.Sides.Count == 0)
            return new Refusal("difference.whose-words") { Field = nameof(Sides) };
        if (!added.Sides.All(side => open.Contains(side.Party)) || added.Sides.DistinctBy(side => side.Party).Count() != added.Sides.Count)
            return new Refusal("difference.unknown-party") { Field = nameof(Sides) };
        if (added.Sides.Any(side => PlainText.Exceeds(side.Words, SideLimit)))
            return new Refusal("text.too-long", SideLimit) { Field = nameof(Sides) };

        return Note(id, round, new Said(DifferenceVerdict.Added, added.Aspect, added.Words) { Sides = added.Sides }, act);
    }

    /// <summary>Says whether what was found is right; what is not right needs a reason.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="round">The round.</param>
    /// <param name="found">What was found.</param>
    /// <param name="said">Whether it is right, and why.</param>
    /// <param name="act">A member's act.</param>
    public static Decided<NotedDifference> Judge(NotedDifferenceId id, FramingRound round, FoundDifference found, (bool Right, string Why) said, Act act)
    {
        var why = PlainText.Lines(said.Why);
        if (Guard(round, act) is { } refusal)
            return refusal;
        if (PlainText.Check(why, "Why", WordsLimit, required: !said.Right) is { } wrong)
            return wrong;

        var verdict = said.Right ? DifferenceVerdict.Confirmed : DifferenceVerdict.Corrected;
        return Note(id, round, new Said(verdict, found.Aspect, why) { Found = found }, act);
    }

    /// <summary>Takes it back: who said it, or the facilitator.</summary>
    public Refusal? Withdraw(FramingRound round, Act act)
    {
        if (act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (act.Actor is Actor.ForParty { Party: var party } && party != Party)
            return new Refusal("access.party-only");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (WithdrawnAt is not null)
            return new Refusal("difference.already-withdrawn");

        WithdrawnAt = act.At;
        Record(new NotedDifferenceWithdrawn(Round, Id, Verdict), act);
        return null;
    }

    private static Refusal? Guard(FramingRound round, Act act)
    {
        if (act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (!round.IsRevealed)
            return new Refusal("points.not-revealed");
        return round.IsOpen ? null : new Refusal("round.closed");
    }

    private static NotedDifference Note(NotedDifferenceId id, FramingRound round, Said said, Act act)
    {
        var noted = new NotedDifference
        {
            Id = id,
            Collaboration = round.Collaboration,
            Round = round.Id,
            Aspect = said.Aspect,
            Verdict = said.Verdict,
            Finding = said.Found?.Key,
            About = said.Found?.About ?? "",
            Words = said.Words,
            Sides = said.Sides,
            By = act.Actor.Person!.Value,
            Party = (act.Actor as Actor.ForParty)?.Party,
            At = act.At,
        };
        noted.Record(new DifferenceNoted(round.Id, id, said.Verdict), act);
        return noted;
    }

    private sealed record Said(DifferenceVerdict Verdict, string Aspect, string Words)
    {
        public FoundDifference? Found { get; init; }

        public IReadOnlyList<DifferenceSide> Sides { get; init; } = [];
    }
}
