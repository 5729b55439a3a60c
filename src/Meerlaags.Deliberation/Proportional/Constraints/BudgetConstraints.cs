using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional.Constraints;

/// <summary>A hard objection: the project is not bought, whatever its support. <see cref="By"/> names who objects, in the caller's words.</summary>
public sealed record Objection(int Project, string By);

/// <summary>
/// A project is bought only once another is funded, at least with its first step. Projects that need each other, directly or in a circle,
/// are bought together or not at all.
/// </summary>
public sealed record Requirement(int Project, int Needs);

/// <summary>
/// A project may be funded in part: with one of these totals, ascending, the last being its cost; the first is the minimum funding. A
/// project's utility is in proportion to the amount.
/// </summary>
public sealed record FundingSteps(int Project, IReadOnlyList<Rational> Totals);

/// <summary>
/// What stands between the projects of a budget. Which guarantees of equal shares hold under each (equal endowments or clones, utilities
/// the same for all supporters):
/// <list type="bullet">
/// <item>Hard objections: EJR+ and prices as without the barred projects. A group that wants a barred project may get nothing.</item>
/// <item>Alternatives: EJR+ and prices for every project not ruled out by a bought one. A group whose project is ruled out may get nothing.</item>
/// <item>Requirements: for a group that supports a project and all it needs, EJR+ up to the dearest of them. A group that does not support
/// what its project needs may get nothing. Prices: for projects whose needs are met.</item>
/// <item>Funding steps: EJR+ for the next step up to the dearest step so far (with steps that do not fall: up to the next step itself),
/// prices for the next step.</item>
/// <item>Projects that need each other with unequal support: prices only.</item>
/// </list>
/// "Prices" is priceability with the projects named as the unselected ones. <see cref="ConstrainedBudget.Complaints"/> and
/// <see cref="ConstrainedBudget.Prices"/> check exactly these claims.
/// </summary>
public sealed record BudgetConstraints
{
    public IReadOnlyList<Objection> Objections { get; init; } = [];
    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    /// <summary>Lists of projects of which at most one is bought.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Alternatives { get; init; } = [];

    public IReadOnlyList<FundingSteps> Steps { get; init; } = [];
}
