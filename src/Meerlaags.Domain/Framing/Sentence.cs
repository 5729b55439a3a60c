using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>One sentence of a candidate text.</summary>
public readonly record struct SentenceId(Guid Value) : IId<SentenceId>
{
    /// <inheritdoc/>
    public static SentenceId From(Guid value) => new(value);
}

/// <summary>A sentence with the points it stands on.</summary>
public sealed record Phrasing
{
    /// <summary>Takes what was typed.</summary>
    public Phrasing(string text, IEnumerable<PointId> points) => (Text, Points) = (PlainText.Line(text), [.. points.Distinct()]);

    /// <summary>One sentence, on one line.</summary>
    public string Text { get; }

    /// <summary>The points.</summary>
    public IReadOnlyList<PointId> Points { get; }
}

/// <summary>The state around a candidate text: which points exist and whether a version is out for consent.</summary>
/// <param name="Points">All open points of the round.</param>
/// <param name="Closed">Why the text cannot be changed now, or null.</param>
public sealed record Desk(IReadOnlySet<PointId> Points, Refusal? Closed)
{
    /// <summary>Looks at the round, its open texts and its versions.</summary>
    public static Desk Of(FramingRound round, IEnumerable<Formulation> texts, IEnumerable<TextVersion> versions) =>
        new(
            texts.Where(text => text.RevealedAt is not null).SelectMany(text => text.Points).Select(point => point.Id).ToHashSet(),
            !round.IsOpen ? new Refusal("round.closed")
                : versions.Any(version => version.IsOut && !version.HasConcern) ? new Refusal("text.out-for-consent")
                : null
        );
}

/// <summary>One sentence. Its revision goes up with each other wording and with other points below it, so that of two writers the later one is told.</summary>
public sealed class Sentence
{
    private Sentence() { }

    internal Sentence(SentenceId id) => Id = id;

    /// <summary>Its id.</summary>
    public SentenceId Id { get; private init; }

    /// <summary>Place in the text, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>The wording.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Which form of the sentence this is, from 1.</summary>
    public int Revision { get; private set; }

    /// <summary>The points it stands on.</summary>
    public IReadOnlyList<PointId> Points { get; private set; } = [];

    internal void Write(Phrasing wording, int position)
    {
        if (wording.Text != Text || !Points.ToHashSet().SetEquals(wording.Points))
            Revision++;
        (Text, Points, Position) = (wording.Text, wording.Points, position);
    }

    internal void Place(int position) => Position = position;
}

/// <summary>A party recognises itself in one wording of one sentence.</summary>
public sealed record Recognition(SentenceId Sentence, int Revision, PartyId Party, PersonId By, DateTimeOffset At)
{
    /// <summary>The form of the sentence it holds for.</summary>
    public int Revision { get; private set; } = Revision;

    internal void Follow(Sentence sentence) => Revision = sentence.Revision;
}
