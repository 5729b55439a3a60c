using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Register;
using Meerlaags.Domain.Statements;

namespace Meerlaags.Web.Features.Statements.Findings;

/// <summary>What the parties at the table say to one statement whose positions are open.</summary>
/// <param name="Line">The statement.</param>
/// <param name="Agree">Who agrees.</param>
/// <param name="Disagree">Who disagrees.</param>
/// <param name="Pass">Who saw it and says neither.</param>
/// <param name="Silent">Who gave no position: that is no pass.</param>
public sealed record Said(StatementLine Line, IReadOnlyList<Party> Agree, IReadOnlyList<Party> Disagree, IReadOnlyList<Party> Pass, IReadOnlyList<Party> Silent)
{
    /// <summary>The statement.</summary>
    public Statement Statement => Line.Statement;

    /// <summary>The parties that it truly moves.</summary>
    public IReadOnlyList<Party> Moved { get; init; } = [];

    /// <summary>The tiers that are not heard yet.</summary>
    public IReadOnlyList<GovernmentTier> TiersSilent { get; init; } = [];

    /// <summary>Of the parties at the table: who says what.</summary>
    public static Said Of(StatementLine line, IReadOnlyList<Party> seated)
    {
        var tiers = seated.GroupBy(party => party.Tier).Where(tier => tier.All(party => line.PositionOf(party.Id) is null)).Select(tier => tier.Key);
        return new Said(line, Who(Stance.Agree), Who(Stance.Disagree), Who(Stance.Pass), [.. seated.Where(party => line.PositionOf(party.Id) is null)])
        {
            Moved = [.. seated.Where(party => line.PositionOf(party.Id) is { Moves: true })],
            TiersSilent = [.. tiers],
        };

        List<Party> Who(Stance stance) => [.. seated.Where(party => line.PositionOf(party.Id)?.Stance == stance)];
    }
}

/// <summary>What binds and what divides. Each statement stands in one of these; none is counted, added up or ranked by party.</summary>
/// <param name="Binds">In every tier that was heard, more than half agree; what binds most strongly first.</param>
/// <param name="Rejected">In every tier that was heard, more than half disagree.</param>
/// <param name="Divides">Some agree and some disagree; where tiers stand furthest apart first.</param>
/// <param name="OnlyOne">One party agrees and no other.</param>
/// <param name="Unclear">The rest: mostly passes, or one tier only.</param>
public sealed record Bridges(
    IReadOnlyList<Said> Binds,
    IReadOnlyList<Said> Rejected,
    IReadOnlyList<Dividing> Divides,
    IReadOnlyList<Said> OnlyOne,
    IReadOnlyList<Said> Unclear
);

/// <summary>A statement that divides.</summary>
/// <param name="Said">What parties say to it.</param>
/// <param name="BetweenTiers">Whether in one tier more than half agree and in another more than half disagree; else it divides within tiers.</param>
public sealed record Dividing(Said Said, bool BetweenTiers);

/// <summary>Whether there are groups of parties that answer alike.</summary>
public enum GroupsState
{
    /// <summary>There are, and they hold when some parties are left out.</summary>
    Clear,

    /// <summary>There are none to speak of. That is as good an answer.</summary>
    NotClear,

    /// <summary>Too few parties, or too few positions of each, to say anything.</summary>
    TooFew,
}

/// <summary>How firmly the groups hold when some parties are left out.</summary>
public enum GroupsHold
{
    /// <summary>Hardly anything changes.</summary>
    Firmly,

    /// <summary>Most parties stay together.</summary>
    Mostly,

    /// <summary>About half the time.</summary>
    Loosely,
}

/// <summary>Groups of parties that answer alike.</summary>
/// <param name="State">Whether there are any.</param>
public sealed record OpinionGroups(GroupsState State)
{
    /// <summary>
    /// Fewest parties with enough positions. The published method fills every conversation up to fifteen participants before it looks for groups; how well groups of eight
    /// points hold together is noise.
    /// </summary>
    public const int FewestParties = 15;

    /// <summary>Fewest positions of such a party: from seven on a participant counts in the published method.</summary>
    public const int FewestPositions = 7;

    /// <summary>Fewest parties in a group. One party that stands apart is no group; what it says alone stands among the statements, with its reasons, and not on a map.</summary>
    public const int FewestInOne = 2;

    /// <summary>How many parties count now.</summary>
    public int Counting { get; init; }

    /// <summary>The groups, each in the order of the table.</summary>
    public IReadOnlyList<IReadOnlyList<Party>> Groups { get; init; } = [];

    /// <summary>How firmly they hold.</summary>
    public GroupsHold Hold { get; init; }

    /// <summary>The same from 0 to 1: how alike the groups are when some parties are left out.</summary>
    public double Stability { get; init; }

    /// <summary>The statements on which they differ most.</summary>
    public IReadOnlyList<GroupDifference> Differences { get; init; } = [];
}

/// <summary>A statement on which groups differ: what most of each group say, or null when nothing leads.</summary>
public sealed record GroupDifference(Statement Statement, IReadOnlyList<Stance?> Leading);
