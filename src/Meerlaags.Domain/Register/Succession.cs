using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Register;

/// <summary>Organisations that go over into others on one day.</summary>
public readonly record struct SuccessionId(Guid Value) : IId<SuccessionId>
{
    /// <inheritdoc/>
    public static SuccessionId From(Guid value) => new(value);
}

/// <summary>What goes over into what, and when.</summary>
/// <param name="On">The first day on which the successors stand where the predecessors stood.</param>
/// <param name="From">The organisations that end on that day; one that is a successor too goes on, and gives or takes a part.</param>
/// <param name="Into">The organisations that take over.</param>
/// <param name="Source">Where this stands: a law, a decree, a register.</param>
public sealed record SuccessionPlan(DateOnly On, IReadOnlyList<OrganisationId> From, IReadOnlyList<OrganisationId> Into, string Source)
{
    /// <summary>What one should know besides, or nothing.</summary>
    public string Note { get; init; } = "";
}

/// <summary>
/// Organisations go over into others: a merger, a split, or several at once. It can be put on record long before its day and changes nothing until then. Nothing is ever
/// deleted: an organisation that ended stays, with whoever came after it.
/// </summary>
public sealed class Succession : Aggregate<SuccessionId>
{
    /// <summary>Most graphemes of the source and of the note.</summary>
    public const int TextLimit = 500;

    /// <summary>Most organisations on either side: the largest merger of municipalities on record has ten.</summary>
    public const int MostOnOneSide = 20;

    private readonly List<Predecessor> from = [];
    private readonly List<Successor> into = [];

    private Succession() { }

    /// <inheritdoc/>
    public override Guid? Chain => null;

    /// <summary>The first day on which the successors stand where the predecessors stood.</summary>
    public DateOnly On { get; private init; }

    /// <summary>The organisations that go over.</summary>
    public IReadOnlyList<Predecessor> From => from;

    /// <summary>The organisations that take over.</summary>
    public IReadOnlyList<Successor> Into => into;

    /// <summary>Where this stands.</summary>
    public string Source { get; private init; } = "";

    /// <summary>What one should know besides, or nothing.</summary>
    public string Note { get; private init; } = "";

    /// <summary>When it was put on record.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>The administrator who put it on record; null for what came with the register.</summary>
    public PersonId? RecordedBy { get; private init; }

    /// <summary>Why it was taken back; null while it stands.</summary>
    public string? TakenBack { get; private set; }

    /// <summary>Every organisation it names, once.</summary>
    public IEnumerable<OrganisationId> Named => from.Select(side => side.Organisation).Union(into.Select(side => side.Organisation));

    /// <summary>Whether it stands.</summary>
    public bool Stands => TakenBack is null;

    /// <summary>Whether an organisation ends by it: it goes over and is not among the successors.</summary>
    public bool Ends(OrganisationId organisation) => from.Any(side => side.Organisation == organisation) && into.All(side => side.Organisation != organisation);

    /// <summary>Puts a succession on record; organisations that end by it get their last day.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="plan">What goes over into what.</param>
    /// <param name="known">All organisations that the plan names.</param>
    /// <param name="act">An administrator, for the installation.</param>
    public static Decided<Succession> Record(SuccessionId id, SuccessionPlan plan, IReadOnlyCollection<Organisation> known, Act act)
    {
        var (source, note) = (PlainText.Line(plan.Source), PlainText.Line(plan.Note));
        if (act.Actor is not Actor.ForInstallation)
            return new Refusal("access.administrator-only");
        if (plan.From.Count == 0)
            return new Refusal("succession.from-nobody") { Field = nameof(plan.From) };
        if (plan.Into.Count == 0)
            return new Refusal("succession.into-nobody") { Field = nameof(plan.Into) };
        if (plan.From.Count > MostOnOneSide || plan.Into.Count > MostOnOneSide)
            return new Refusal("succession.too-many", MostOnOneSide);
        if (PlainText.Check(source, nameof(plan.Source), TextLimit) is { } unsourced)
            return unsourced;
        if (PlainText.Check(note, nameof(plan.Note), TextLimit, required: false) is { } tooLong)
            return tooLong;
        var by = known.ToDictionary(organisation => organisation.Id);
        if (plan.From.Concat(plan.Into).Any(organisation => !by.ContainsKey(organisation)))
            return new Refusal("succession.unknown-organisation");

        var succession = new Succession
        {
            Id = id,
            On = plan.On,
            Source = source,
            Note = note,
            RecordedAt = act.At,
            RecordedBy = act.Actor.Person,
        };
        succession.from.AddRange(plan.From.Distinct().Select(organisation => new Predecessor(organisation)));
        succession.into.AddRange(plan.Into.Distinct().Select(organisation => new Successor(organisation)));
        if (succession.from.Count == 1 && succession.into.Count == 1 && succession.from[0].Organisation == succession.into[0].Organisation)
            return new Refusal("succession.into-itself") { Field = nameof(plan.Into) };
        if (succession.Guard(by, act.Today) is { } refusal)
            return refusal;

        foreach (var ended in succession.from.Where(side => succession.Ends(side.Organisation)))
            by[ended.Organisation].EndOn(plan.On);
        succession.Record(
            new SuccessionRecorded(id, plan.On, [.. succession.from.Select(side => side.Organisation)], [.. succession.into.Select(side => side.Organisation)]),
            act
        );
        return succession;
    }

    /// <summary>What the register files tell of the past; as with the organisations, the file is the source and the journal holds no line of it.</summary>
    public static Succession FromRegister(SuccessionId id, SuccessionPlan plan, DateTimeOffset at)
    {
        var succession = new Succession
        {
            Id = id,
            On = plan.On,
            Source = plan.Source,
            Note = plan.Note,
            RecordedAt = at,
        };
        succession.from.AddRange(plan.From.Distinct().Select(organisation => new Predecessor(organisation)));
        succession.into.AddRange(plan.Into.Distinct().Select(organisation => new Successor(organisation)));
        return succession;
    }

    /// <summary>Takes it back before its day: a bill that was not adopted. Who would have ended goes on. After its day it can only be followed by another succession.</summary>
    /// <param name="why">The reason, for everyone to read.</param>
    /// <param name="known">The organisations it names.</param>
    /// <param name="act">An administrator, for the installation.</param>
    public Refusal? TakeBack(string why, IReadOnlyCollection<Organisation> known, Act act)
    {
        why = PlainText.Line(why);
        if (act.Actor is not Actor.ForInstallation)
            return new Refusal("access.administrator-only");
        if (!Stands)
            return null;
        if (On <= act.Today)
            return new Refusal("succession.has-happened");
        if (PlainText.Check(why, nameof(TakenBack), TextLimit) is { } wrong)
            return wrong;

        TakenBack = why;
        foreach (var organisation in known.Where(organisation => Ends(organisation.Id)))
            organisation.GoOn();
        Record(new SuccessionTakenBack(Id, On), act);
        return null;
    }

    // Who goes over exists the day before; who ends does so once, so that taking a planned end back gives back what was; who takes over exists on the day.
    private Refusal? Guard(Dictionary<OrganisationId, Organisation> by, DateOnly today)
    {
        foreach (var organisation in from.Select(side => by[side.Organisation]))
            if (!organisation.ExistsOn(On.AddDays(-1)) || (Ends(organisation.Id) && organisation.ValidTo is { } end && (end != On || On > today)))
                return new Refusal("succession.ended-otherwise", organisation.OfficialName) { Field = nameof(From) };
        foreach (var organisation in into.Select(side => by[side.Organisation]))
            if (!organisation.ExistsOn(On))
                return new Refusal("succession.not-there-then", organisation.OfficialName) { Field = nameof(Into) };
        return null;
    }
}

/// <summary>An organisation that goes over.</summary>
public sealed record Predecessor(OrganisationId Organisation);

/// <summary>An organisation that takes over.</summary>
public sealed record Successor(OrganisationId Organisation);

/// <summary>A succession was put on record.</summary>
public sealed record SuccessionRecorded(SuccessionId Succession, DateOnly On, IReadOnlyList<OrganisationId> From, IReadOnlyList<OrganisationId> Into) : Fact;

/// <summary>A succession was taken back before its day.</summary>
public sealed record SuccessionTakenBack(SuccessionId Succession, DateOnly On) : Fact;
