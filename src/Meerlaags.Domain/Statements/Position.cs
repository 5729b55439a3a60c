using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Statements;

/// <summary>The position of one party on one statement.</summary>
public readonly record struct PositionId(Guid Value) : IId<PositionId>
{
    /// <inheritdoc/>
    public static PositionId From(Guid value) => new(value);
}

/// <summary>What one can say to a statement. No answer is no stance: who is silent has not passed.</summary>
public enum Stance
{
    /// <summary>Eens.</summary>
    Agree,

    /// <summary>Oneens.</summary>
    Disagree,

    /// <summary>Passen: saw it, says neither.</summary>
    Pass,
}

/// <summary>What a party finds of a statement: one position, however many people speak for it. Only the party sees it until the positions are opened.</summary>
public sealed class Position : Aggregate<PositionId>
{
    /// <summary>Of this many statements in a round a party can say that they truly move it.</summary>
    public const int MostMoving = 3;

    private readonly List<GivenPosition> given = [];

    private Position() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round.</summary>
    public RoundId Round { get; private init; }

    /// <summary>The statement.</summary>
    public StatementId Statement { get; private init; }

    /// <summary>The party.</summary>
    public PartyId Party { get; private init; }

    /// <summary>Every position ever given, in order; the last one counts.</summary>
    public IReadOnlyList<GivenPosition> Given => [.. given.OrderBy(position => position.Number)];

    /// <summary>The one that counts, or null before the first.</summary>
    public GivenPosition? Latest => given.MaxBy(position => position.Number);

    /// <summary>Whether the party says that the statement truly moves it.</summary>
    public bool Moves => Latest is { Moves: true };

    /// <summary>An empty position, for a party that is about to give one.</summary>
    public static Position Begin(PositionId id, Statement statement, PartyId party) =>
        new()
        {
            Id = id,
            Collaboration = statement.Collaboration,
            Round = statement.Round,
            Statement = statement.Id,
            Party = party,
        };

    /// <summary>The party gives its position, or another one; the one before is kept.</summary>
    /// <param name="stand">The position.</param>
    /// <param name="weighing">The statement and everything around it.</param>
    /// <param name="act">Someone who speaks for the party.</param>
    public Refusal? Give(Stand stand, Weighing weighing, Act act)
    {
        if (act.Actor is not Actor.ForParty { Party: var speaker, By: var person } || speaker != Party)
            return new Refusal("access.party-only");
        if (weighing.Table.Party(Party) is not { IsSeated: true } party)
            return new Refusal("party.not-seated");
        if (weighing.Statement.Guard(weighing.Round) is { } closed)
            return closed;
        if (stand.Moves && !Moves && weighing.Moving(this) >= MostMoving)
            return new Refusal("position.moves-enough", MostMoving) { Field = nameof(Stand.Moves) };
        var shown = party.Voices.Count > 0 ? stand.Shown : [];
        if (Latest is { } last && last.Stance == stand.Stance && last.Moves == stand.Moves && last.Shown.SequenceEqual(shown))
            return null;

        var statement = weighing.Statement;
        given.Add(new GivenPosition(given.Count + 1, stand with { Shown = shown }, (person, act.At)));
        statement.Mark(Party);
        Record(
            statement.OpenedAt is null
                ? new PositionGiven(Round, Statement, statement.Number, Party, stand.Stance, stand.Moves)
                : new OpenPositionGiven(Round, Statement, statement.Number, Party, stand.Stance, stand.Moves),
            act
        );
        return null;
    }

    /// <summary>The party takes over what most of its own people find.</summary>
    /// <param name="spread">What its people find.</param>
    /// <param name="weighing">The statement and everything around it.</param>
    /// <param name="act">Someone who speaks for the party.</param>
    public Refusal? Adopt(InternalSpread spread, Weighing weighing, Act act) =>
        spread.Leading is { } leading ? Give(new Stand(leading, Moves) { Adopted = true }, weighing, act) : new Refusal("position.nothing-leads");
}

/// <summary>A position as it is given.</summary>
/// <param name="Stance">Agree, disagree or pass.</param>
/// <param name="Moves">"Dit raakt ons echt".</param>
public sealed record Stand(Stance Stance, bool Moves)
{
    /// <summary>Whether it was taken over from what most people of the party find.</summary>
    public bool Adopted { get; init; }

    /// <summary>What the organisations within a composite party find, when that party wants to show it.</summary>
    public IReadOnlyList<VoiceSpread> Shown { get; init; } = [];
}

/// <summary>A statement with all that decides whether a position can be given on it.</summary>
/// <param name="Round">The round.</param>
/// <param name="Table">The table.</param>
/// <param name="Statement">The statement.</param>
/// <param name="Own">The positions of the party in this round, on statements that stand.</param>
public sealed record Weighing(FramingRound Round, Collaboration Table, Statement Statement, IReadOnlyCollection<Position> Own)
{
    internal int Moving(Position but) => Own.Count(position => position.Id != but.Id && position.Moves);
}

/// <summary>A position on record: what, by whom, when.</summary>
public sealed class GivenPosition
{
    private GivenPosition() { }

    internal GivenPosition(int number, Stand stand, (PersonId By, DateTimeOffset At) act) =>
        (Number, Stance, Moves, Adopted, Shown, By, At) = (number, stand.Stance, stand.Moves, stand.Adopted, stand.Shown, act.By, act.At);

    /// <summary>Its place among the positions of the party on this statement, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>Agree, disagree or pass.</summary>
    public Stance Stance { get; private init; }

    /// <summary>Whether it truly moves the party.</summary>
    public bool Moves { get; private init; }

    /// <summary>Whether it was taken over from what most people of the party find.</summary>
    public bool Adopted { get; private init; }

    /// <summary>What the organisations within a composite party found at that moment, when it wanted to show it.</summary>
    public IReadOnlyList<VoiceSpread> Shown { get; private init; } = [];

    /// <summary>The person who gave it.</summary>
    public PersonId By { get; private init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }
}

/// <summary>What the people of one organisation within a composite party find of a statement.</summary>
public sealed record VoiceSpread(OrganisationId Voice, int Agree, int Disagree, int Pass);
