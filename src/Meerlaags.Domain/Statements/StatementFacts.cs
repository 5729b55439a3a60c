using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Statements;

/// <summary>A party brought a statement in.</summary>
public sealed record StatementProposed(RoundId Round, StatementId Statement, int Number, PartyId Party) : Fact, IBeginsSeal
{
    Guid IBeginsSeal.Seal => Statement.Value;
}

/// <summary>A statement was set aside.</summary>
public sealed record StatementSetAside(RoundId Round, StatementId Statement, int Number) : Fact;

/// <summary>A statement was joined with another.</summary>
public sealed record StatementJoined(RoundId Round, StatementId Statement, int Number, StatementId Into, int IntoNumber) : Fact;

/// <summary>A party gave its position, or another one. Sealed until the positions on this statement are opened.</summary>
public sealed record PositionGiven(RoundId Round, StatementId Statement, int Number, PartyId Party, Stance Stance, bool Moves) : Fact, ISealedFact
{
    Guid ISealedFact.Seal => Statement.Value;
}

/// <summary>A party gave its position, or another one, after the positions were opened.</summary>
public sealed record OpenPositionGiven(RoundId Round, StatementId Statement, int Number, PartyId Party, Stance Stance, bool Moves) : Fact;

/// <summary>The positions of these parties on a statement were opened to all.</summary>
public sealed record PositionsOpened(RoundId Round, StatementId Statement, int Number, IReadOnlyList<PartyId> Parties) : Fact, IOpensSeal
{
    Guid IOpensSeal.Seal => Statement.Value;

    IReadOnlyList<PartyId> IOpensSeal.Opened => Parties;
}
