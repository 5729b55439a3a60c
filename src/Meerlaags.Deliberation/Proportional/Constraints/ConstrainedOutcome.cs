using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional.Constraints;

/// <summary>Why a project got nothing, or no more.</summary>
public enum Hindrance
{
    /// <summary>Somebody objects, to it or to a project it is bought together with.</summary>
    Objection,

    /// <summary>An alternative was bought.</summary>
    Alternative,

    /// <summary>What it needs was not bought.</summary>
    Requirement,

    /// <summary>Its supporters have not enough money left.</summary>
    Money,
}

/// <summary>
/// Why a project is not funded in full. <see cref="Funded"/>: what it got. <see cref="Projects"/>: the alternatives bought or the needed
/// ones not bought; <see cref="By"/>: who objects; <see cref="Money"/>: what is lacking for its next step, where that is the hindrance.
/// </summary>
public sealed record Shortfall(int Project, Rational Funded, Hindrance Hindrance)
{
    public IReadOnlyList<int> Projects { get; init; } = [];
    public IReadOnlyList<string> By { get; init; } = [];
    public Loss? Money { get; init; }
}

/// <summary>
/// The outcome of <see cref="ConstrainedBudget"/>. <see cref="Shares"/> speaks of items (<see cref="ConstrainedBudget.Items"/>): who pays
/// what, price per utility, ties. <see cref="Funding"/>: the amount per project; <see cref="Shortfalls"/>: every project with supporters
/// that is not funded in full.
/// </summary>
public sealed record ConstrainedOutcome(EqualSharesOutcome Shares, IReadOnlyList<Rational> Funding, IReadOnlyList<Shortfall> Shortfalls);
