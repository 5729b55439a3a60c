using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Register.Boundaries;

/// <summary>The boundaries of one layer, as one file gave them.</summary>
public readonly record struct BoundarySetId(Guid Value) : IId<BoundarySetId>
{
    /// <inheritdoc/>
    public static BoundarySetId From(Guid value) => new(value);
}

/// <summary>Where boundaries come from.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Hash">SHA-256 of its content.</param>
/// <param name="Attribution">Whom to name beside every map.</param>
/// <param name="Licence">The licence of the boundaries.</param>
public sealed record BoundaryOrigin(string FileName, string Hash, string Attribution, string Licence)
{
    /// <summary>Most graphemes of the attribution, the licence and the name of the file.</summary>
    public const int TextLimit = 200;

    /// <summary>The same with texts as they are kept; refused when one is missing or too long.</summary>
    public Decided<BoundaryOrigin> Tidy()
    {
        var tidy = this with { FileName = PlainText.Line(FileName), Attribution = PlainText.Line(Attribution), Licence = PlainText.Line(Licence) };
        var wrong =
            PlainText.Check(tidy.Attribution, nameof(Attribution), TextLimit)
            ?? PlainText.Check(tidy.Licence, nameof(Licence), TextLimit)
            ?? PlainText.Check(tidy.FileName, "File", TextLimit);
        return wrong is null ? tidy : wrong;
    }
}

/// <summary>What is to be imported.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="ValidOn">The first day for which the boundaries hold.</param>
/// <param name="Shapes">The boundaries.</param>
/// <param name="Origin">Where they come from.</param>
public sealed record BoundaryPlan(BoundaryLayer Layer, DateOnly ValidOn, IReadOnlyList<BoundaryShape> Shapes, BoundaryOrigin Origin);

/// <summary>How the codes of a file fit those of the register.</summary>
/// <param name="Known">In both.</param>
/// <param name="Missing">In the register only: they stay without a boundary.</param>
/// <param name="Unknown">In the file only: they are left out.</param>
public sealed record CodeFit(IReadOnlyList<string> Known, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)
{
    /// <summary>Compares two lists of codes.</summary>
    public static CodeFit Of(IEnumerable<string> file, IEnumerable<string> register)
    {
        var (there, known) = (file.ToHashSet(StringComparer.Ordinal), register.ToHashSet(StringComparer.Ordinal));
        return new CodeFit(
            [.. there.Where(known.Contains).Order(StringComparer.Ordinal)],
            [.. known.Where(code => !there.Contains(code)).Order(StringComparer.Ordinal)],
            [.. there.Where(code => !known.Contains(code)).Order(StringComparer.Ordinal)]
        );
    }
}

/// <summary>Boundaries of one layer that an administrator imported. The latest that holds is shown; earlier ones stay, and one that was wrong is taken back.</summary>
public sealed class BoundarySet : Aggregate<BoundarySetId>
{
    private readonly List<Boundary> boundaries = [];

    private BoundarySet() { }

    /// <inheritdoc/>
    public override Guid? Chain => null;

    /// <summary>The layer.</summary>
    public BoundaryLayer Layer { get; private init; }

    /// <summary>The first day for which the boundaries hold.</summary>
    public DateOnly ValidOn { get; private init; }

    /// <summary>Whom to name beside every map.</summary>
    public string Attribution { get; private init; } = "";

    /// <summary>The licence of the boundaries.</summary>
    public string Licence { get; private init; } = "";

    /// <summary>Name of the file.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>SHA-256 of the file.</summary>
    public string FileHash { get; private init; } = "";

    /// <summary>How many areas it holds.</summary>
    public int Count { get; private init; }

    /// <summary>When it was imported.</summary>
    public DateTimeOffset ImportedAt { get; private init; }

    /// <summary>The administrator who imported it.</summary>
    public PersonId ImportedBy { get; private init; }

    /// <summary>Why it was taken back; null while it stands.</summary>
    public string? TakenBack { get; private set; }

    /// <summary>The boundaries; loaded only when they are asked for.</summary>
    public IReadOnlyList<Boundary> Boundaries => boundaries;

    /// <summary>Whether it stands.</summary>
    public bool Stands => TakenBack is null;

    /// <summary>Imports the boundaries of one layer.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="plan">What is imported.</param>
    /// <param name="known">The sets of the same layer on record: the same file for the same day is not imported twice.</param>
    /// <param name="act">An administrator, for the installation.</param>
    public static Decided<BoundarySet> Import(BoundarySetId id, BoundaryPlan plan, IReadOnlyCollection<BoundarySet> known, Act act)
    {
        if (act.Actor is not Actor.ForInstallation { Person: { } person })
            return new Refusal("access.administrator-only");
        if (!plan.Origin.Tidy().Is(out var origin, out var refusal))
            return refusal;
        if (plan.Shapes.Count == 0)
            return new Refusal("boundary.nothing");
        if (known.Any(set => set.Stands && set.Layer == plan.Layer && set.ValidOn == plan.ValidOn && set.FileHash == origin.Hash))
            return new Refusal("boundary.imported-before");

        var made = new BoundarySet
        {
            Id = id,
            Layer = plan.Layer,
            ValidOn = plan.ValidOn,
            Attribution = origin.Attribution,
            Licence = origin.Licence,
            FileName = origin.FileName,
            FileHash = origin.Hash,
            Count = plan.Shapes.Count,
            ImportedAt = act.At,
            ImportedBy = person,
        };
        made.boundaries.AddRange(plan.Shapes.Select(shape => new Boundary(shape.Code, shape.ToPath())));
        made.Record(new BoundariesImported(id, plan.Layer, plan.ValidOn, made.Count, origin.Hash), act);
        return made;
    }

    /// <summary>Takes it back: maps show the set before it, or points.</summary>
    /// <param name="why">The reason, for other administrators to read.</param>
    /// <param name="act">An administrator, for the installation.</param>
    public Refusal? TakeBack(string why, Act act)
    {
        why = PlainText.Line(why);
        if (act.Actor is not Actor.ForInstallation)
            return new Refusal("access.administrator-only");
        if (!Stands)
            return null;
        if (PlainText.Check(why, nameof(TakenBack), BoundaryOrigin.TextLimit) is { } wrong)
            return wrong;
        TakenBack = why;
        Record(new BoundariesTakenBack(Id, Layer), act);
        return null;
    }

    /// <summary>The set that maps show on a day: of those that stand and hold by then the one for the latest day, of several for that day the one imported last.</summary>
    public static BoundarySet? ShownOn(DateOnly day, IEnumerable<BoundarySet> sets) =>
        sets.Where(set => set.Stands && set.ValidOn <= day).OrderByDescending(set => set.ValidOn).ThenByDescending(set => set.ImportedAt).FirstOrDefault();
}

/// <summary>The boundary of one area.</summary>
/// <param name="Code">Code of the area.</param>
/// <param name="Path">The boundary as <see cref="BoundaryShape.ToPath"/> writes it.</param>
public sealed record Boundary(string Code, string Path)
{
    /// <summary>As a shape.</summary>
    public BoundaryShape ToShape() => BoundaryShape.FromPath(Code, Path);
}

/// <summary>Boundaries were imported.</summary>
public sealed record BoundariesImported(BoundarySetId Set, BoundaryLayer Layer, DateOnly ValidOn, int Count, string Hash) : Fact;

/// <summary>Imported boundaries were taken back.</summary>
public sealed record BoundariesTakenBack(BoundarySetId Set, BoundaryLayer Layer) : Fact;
