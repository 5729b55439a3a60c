using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>A round was opened.</summary>
public sealed record RoundOpened(RoundId Round, int Number) : Fact, IBeginsSeal
{
    Guid IBeginsSeal.Seal => Round.Value;
}

/// <summary>A party handed its text in, unseen. Sealed until the reveal.</summary>
public sealed record FormulationSubmitted(FormulationId Formulation, RoundId Round, PartyId Party, string Hash) : Fact, ISealedFact
{
    Guid ISealedFact.Seal => Round.Value;
}

/// <summary>A party took its text back to go on writing. Sealed until the reveal.</summary>
public sealed record FormulationTakenBack(FormulationId Formulation, RoundId Round, PartyId Party) : Fact, ISealedFact
{
    Guid ISealedFact.Seal => Round.Value;
}

/// <summary>A party handed its text in after the reveal: welcome, late and not blind.</summary>
public sealed record LateTextSubmitted(FormulationId Formulation, RoundId Round, PartyId Party, string Hash) : Fact;

/// <summary>The texts of these parties were opened to all.</summary>
public sealed record TextsRevealed(RoundId Round, IReadOnlyList<PartyId> Parties) : Fact, IOpensSeal
{
    Guid IOpensSeal.Seal => Round.Value;

    IReadOnlyList<PartyId> IOpensSeal.Opened => Parties;
}

/// <summary>People spoke about the open texts.</summary>
public sealed record PeopleSpoke(RoundId Round) : Fact;

/// <summary>Two points were marked as the same.</summary>
public sealed record PointsMarkedSame(SamePointId Mark, PointId First, PointId Second) : Fact;

/// <summary>Somebody said of two points that they are not the same.</summary>
public sealed record PointsToldApart(SamePointId Mark, PointId First, PointId Second) : Fact;

/// <summary>Somebody wrote a difference down, or said of one that was found whether it is right.</summary>
public sealed record DifferenceNoted(RoundId Round, NotedDifferenceId Note, DifferenceVerdict Verdict) : Fact;

/// <summary>That was taken back.</summary>
public sealed record NotedDifferenceWithdrawn(RoundId Round, NotedDifferenceId Note, DifferenceVerdict Verdict) : Fact;

/// <summary>Points that are the same were given a name together.</summary>
public sealed record PointsNamed(RoundId Round, IReadOnlyList<PointId> Points) : Fact;

/// <summary>Such a mark was taken back.</summary>
public sealed record SameMarkUndone(SamePointId Mark, PointId First, PointId Second) : Fact;

/// <summary>A sentence was written or changed.</summary>
public sealed record SentenceWritten(RoundId Round, SentenceId Sentence, int Revision) : Fact;

/// <summary>A sentence was moved.</summary>
public sealed record SentenceMoved(RoundId Round, SentenceId Sentence, int Position) : Fact;

/// <summary>A sentence was taken out.</summary>
public sealed record SentenceRemoved(RoundId Round, SentenceId Sentence) : Fact;

/// <summary>A party recognised itself in a sentence, or no longer does.</summary>
public sealed record SentenceRecognised(RoundId Round, SentenceId Sentence, int Revision, PartyId Party, bool Recognised) : Fact;

/// <summary>Someone missing at the table was named.</summary>
public sealed record MissingPartyNamed(MissingPartyId Missing, RoundId Round) : Fact;

/// <summary>A frozen version was put to the parties.</summary>
public sealed record VersionPut(RoundId Round, TextVersionId Text, int Number, string Hash) : Fact;

/// <summary>A party answered.</summary>
public sealed record ConsentGiven(RoundId Round, TextVersionId Text, PartyId Party, ConsentChoice Choice, bool Binding) : Fact;

/// <summary>A version became the shared issue.</summary>
public sealed record SharedIssueEstablished(SharedIssueId Issue, TextVersionId Text, string Hash, DateOnly RecheckOn) : Fact;

/// <summary>A round ended.</summary>
/// <param name="Round">The round.</param>
/// <param name="Outcome">How.</param>
/// <param name="Next">The recheck date or the next talk.</param>
public sealed record RoundClosed(RoundId Round, RoundOutcome Outcome, DateOnly Next) : Fact;
