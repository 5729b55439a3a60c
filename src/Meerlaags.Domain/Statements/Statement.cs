using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Statements;

/// <summary>One thought that parties can agree or disagree with.</summary>
public readonly record struct StatementId(Guid Value) : IId<StatementId>
{
    /// <inheritdoc/>
    public static StatementId From(Guid value) => new(value);
}

/// <summary>One thought from an open text, short enough to say yes or no to. It never changes and never disappears: a better one is a next statement.</summary>
public sealed class Statement : Aggregate<StatementId>
{
    /// <summary>Most graphemes: one thought.</summary>
    public const int TextLimit = 160;

    /// <summary>Most graphemes of the reason to set one aside.</summary>
    public const int ReasonLimit = 400;

    /// <summary>Most statements of one party that stand at one time.</summary>
    public const int MostOfParty = 10;

    /// <summary>Positions are opened when at least this many parties gave one.</summary>
    public const int FewestPositions = 2;

    private readonly List<SourcePoint> points = [];
    private readonly List<PositionMark> marks = [];

    private Statement() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round.</summary>
    public RoundId Round { get; private init; }

    /// <summary>First, second, third statement of the round.</summary>
    public int Number { get; private init; }

    /// <summary>The party that brought it in.</summary>
    public PartyId Party { get; private init; }

    /// <summary>The thought.</summary>
    public string Text { get; private init; } = "";

    /// <summary>When it was brought in.</summary>
    public DateTimeOffset ProposedAt { get; private init; }

    /// <summary>The points it comes from; none when it came up in a talk.</summary>
    public IReadOnlyList<SourcePoint> Points => [.. points.OrderBy(source => source.Point.Value)];

    /// <summary>Which parties gave a position. That is all others know until the positions are opened: not which, and not when.</summary>
    public IReadOnlyList<PositionMark> Marks => [.. marks.OrderBy(mark => mark.Party.Value)];

    /// <summary>Since when everyone at the table may see the positions; null while each party sees only its own.</summary>
    public DateTimeOffset? OpenedAt { get; private set; }

    /// <summary>Set aside, or joined with another one; null while it stands.</summary>
    public Aside? Aside { get; private set; }

    /// <summary>Whether positions may be given.</summary>
    public bool IsStanding => Aside is null;

    /// <summary>Whether the positions can be opened: it stands, they are not open yet, and enough parties gave one.</summary>
    public bool CanOpen(Collaboration table) => IsStanding && OpenedAt is null && marks.Count(mark => IsSeated(table, mark)) >= FewestPositions;

    /// <summary>Whether a party gave a position.</summary>
    public bool HasPositionOf(PartyId party) => marks.Exists(mark => mark.Party == party);

    /// <summary>A party brings a statement in.</summary>
    /// <param name="id">Id of the statement.</param>
    /// <param name="wording">The thought and the points it comes from.</param>
    /// <param name="floor">The round, its open texts and what was brought in before.</param>
    /// <param name="act">Someone of the party.</param>
    public static Decided<Statement> Propose(StatementId id, Phrasing wording, Floor floor, Act act)
    {
        if (act.Actor is not Actor.ForParty { Party: var party })
            return new Refusal("access.party-only");
        if (floor.Guard(party) is { } closed)
            return closed;
        if (PlainText.Check(wording.Text, nameof(Text), TextLimit) is { } wrong)
            return wrong;
        if (!wording.Points.All(floor.Points.Contains))
            return new Refusal("points.unknown") { Field = nameof(Points) };
        var standing = floor.Statements.Where(other => other.IsStanding).ToList();
        if (standing.Find(other => string.Equals(other.Text, wording.Text, StringComparison.OrdinalIgnoreCase)) is { } same)
            return new Refusal("statement.already-there", same.Number) { Field = nameof(Text) };
        if (standing.Count(other => other.Party == party) >= MostOfParty)
            return new Refusal("statement.enough-of-party", MostOfParty);

        var statement = new Statement
        {
            Id = id,
            Collaboration = floor.Round.Collaboration,
            Round = floor.Round.Id,
            Number = floor.Statements.Count + 1,
            Party = party,
            Text = wording.Text,
            ProposedAt = act.At,
        };
        statement.points.AddRange(wording.Points.Select(point => new SourcePoint(point)));
        statement.Record(new StatementProposed(floor.Round.Id, id, statement.Number, party), act);
        return statement;
    }

    /// <summary>Sets the statement aside with a reason everyone can read. The facilitator does so, or the party that brought it in.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="round">Its round.</param>
    /// <param name="act">The act.</param>
    public Refusal? SetAside(string reason, FramingRound round, Act act)
    {
        if (act.Actor is not Actor.ForCollaboration && (act.Actor as Actor.ForParty)?.Party != Party)
            return new Refusal("statement.not-yours");
        reason = PlainText.Lines(reason);
        if ((Guard(round) ?? CheckReason(reason)) is { } refusal)
            return refusal;

        Aside = new Aside(act.At, act.Actor.Person!.Value, reason, null);
        Record(new StatementSetAside(Round, Id, Number), act);
        return null;
    }

    /// <summary>Joins the statement with another that says the same; that one also stands on its points from now on.</summary>
    /// <param name="other">The statement that stays.</param>
    /// <param name="reason">Why.</param>
    /// <param name="round">Its round.</param>
    /// <param name="act">The facilitator's act.</param>
    public Refusal? JoinWith(Statement other, string reason, FramingRound round, Act act)
    {
        if (act.Actor is not Actor.ForCollaboration { By: var facilitator })
            return new Refusal("access.facilitator-only");
        reason = PlainText.Lines(reason);
        if ((Guard(round) ?? CheckReason(reason)) is { } refusal)
            return refusal;
        if (other.Id == Id || other.Round != Round || !other.IsStanding)
            return new Refusal("statement.join-with-other") { Field = nameof(Aside.Into) };

        Aside = new Aside(act.At, facilitator, reason, other.Id);
        other.TakeIn(points);
        Record(new StatementJoined(Round, Id, Number, other.Id, other.Number), act);
        return null;
    }

    /// <summary>Opens the positions on every statement that enough parties answered, to everyone at the table, in one act.</summary>
    /// <param name="statements">The statements of the round.</param>
    /// <param name="round">The round.</param>
    /// <param name="table">The table: what a party said that left before stays unseen.</param>
    /// <param name="act">The facilitator's act.</param>
    public static Refusal? OpenPositions(IEnumerable<Statement> statements, FramingRound round, Collaboration table, Act act)
    {
        if (act.Actor is not Actor.ForCollaboration)
            return new Refusal("access.facilitator-only");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        var ready = statements.Where(statement => statement.Round == round.Id && statement.CanOpen(table)).ToList();
        if (ready.Count == 0)
            return new Refusal("positions.too-few", FewestPositions);

        foreach (var statement in ready)
            statement.Open(table, act);
        return null;
    }

    internal Refusal? Guard(FramingRound round) =>
        !round.IsOpen ? new Refusal("round.closed")
        : !IsStanding ? new Refusal("statement.set-aside")
        : null;

    internal void Mark(PartyId party)
    {
        if (!HasPositionOf(party))
            marks.Add(new PositionMark(party));
        Changed();
    }

    private static bool IsSeated(Collaboration table, PositionMark mark) => table.Party(mark.Party) is { IsSeated: true };

    private static Refusal? CheckReason(string reason) => PlainText.Check(reason, nameof(Aside.Reason), ReasonLimit);

    private void TakeIn(IEnumerable<SourcePoint> more)
    {
        points.AddRange(more.Except(points).Select(source => new SourcePoint(source.Point)).ToList());
        Changed();
    }

    private void Open(Collaboration table, Act act)
    {
        marks.RemoveAll(mark => !IsSeated(table, mark));
        OpenedAt = act.At;
        Record(new PositionsOpened(Round, Id, Number, [.. marks.Select(mark => mark.Party)]), act);
    }
}

/// <summary>A point that a statement comes from.</summary>
public sealed record SourcePoint(PointId Point);

/// <summary>A party gave a position. Bears no time and no word of it.</summary>
public sealed record PositionMark(PartyId Party);

/// <summary>Why and by whom a statement was set aside.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why, for everyone to read.</param>
/// <param name="Into">The statement it was joined with, or null.</param>
public sealed record Aside(DateTimeOffset At, PersonId By, string Reason, StatementId? Into);

/// <summary>What a statement is brought in to: the round, the table, the points of its open texts and the statements before.</summary>
/// <param name="Round">The round.</param>
/// <param name="Table">The table.</param>
/// <param name="Points">All open points of the round.</param>
/// <param name="Statements">All statements of the round, those set aside included.</param>
public sealed record Floor(FramingRound Round, Collaboration Table, IReadOnlySet<PointId> Points, IReadOnlyCollection<Statement> Statements)
{
    /// <summary>Why a party cannot bring anything in now, or null.</summary>
    public Refusal? Guard(PartyId party) =>
        Table.Party(party) is not { IsSeated: true } ? new Refusal("party.not-seated")
        : !Round.IsRevealed ? new Refusal("points.not-revealed")
        : !Round.IsOpen ? new Refusal("round.closed")
        : null;
}
