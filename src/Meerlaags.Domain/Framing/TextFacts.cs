using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>A candidate text was started beside the others.</summary>
public sealed record CandidateStarted(RoundId Round, CandidateTextId Candidate, int Number) : Fact;

/// <summary>A candidate text got another name.</summary>
public sealed record CandidateNamed(RoundId Round, CandidateTextId Candidate, int Number) : Fact;

/// <summary>What the parties think of a candidate text was opened to all.</summary>
public sealed record CritiqueOpened(RoundId Round, CandidateTextId Candidate, int Number) : Fact;

/// <summary>A party said what it thinks of a candidate text after critique was opened.</summary>
public sealed record CritiqueGiven(RoundId Round, CandidateTextId Candidate, int Number, PartyId Party) : Fact;

/// <summary>Somebody answered what a party thinks of a candidate text.</summary>
public sealed record CritiqueAnswered(RoundId Round, CandidateTextId Candidate, int Number, PartyId Party) : Fact;

/// <summary>A party put the candidate texts in its order.</summary>
public sealed record CandidatesRanked(RoundId Round, PartyId Party) : Fact;

/// <summary>People judged whether a candidate text is precise enough.</summary>
public sealed record PrecisionJudged(RoundId Round, CandidateTextId Candidate, int Number) : Fact;

/// <summary>The shared dream was written in other words.</summary>
public sealed record DreamWritten(RoundId Round, int Number) : Fact;

/// <summary>A party said whether the table fits a version.</summary>
public sealed record TableFitAnswered(RoundId Round, TextVersionId Text, PartyId Party, bool Fits) : Fact;

/// <summary>The facilitator chose what comes first in a round: talking or writing.</summary>
public sealed record FormatChosen(RoundId Round, RoundFormat Format) : Fact;

/// <summary>People talked before they wrote.</summary>
public sealed record PeopleMet(RoundId Round) : Fact;
