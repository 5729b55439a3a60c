using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Collaborations;

namespace Meerlaags.Web.Features.Statements;

/// <summary>What happens to statements.</summary>
public sealed class StatementsKinds : ILogKinds
{
    /// <inheritdoc/>
    public IReadOnlyList<LogKind> Kinds { get; } =
    [
        new(
            "stellingen",
            typeof(StatementProposed),
            typeof(StatementSetAside),
            typeof(StatementJoined),
            typeof(PositionGiven),
            typeof(OpenPositionGiven),
            typeof(PositionsOpened)
        ),
    ];
}
