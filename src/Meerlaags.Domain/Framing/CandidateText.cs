using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>A candidate for the shared text.</summary>
public readonly record struct CandidateTextId(Guid Value) : IId<CandidateTextId>
{
    /// <inheritdoc/>
    public static CandidateTextId From(Guid value) => new(value);
}

/// <summary>One sentence of a candidate text.</summary>
public readonly record struct SentenceId(Guid Value) : IId<SentenceId>
{
    /// <inheritdoc/>
    public static SentenceId From(Guid value) => new(value);
}

/// <summary>The text that grows towards the shared issue, sentence by sentence, each linked to the points it stands on.</summary>
public sealed class CandidateText : Aggregate<CandidateTextId>
{
    /// <summary>Most graphemes of one sentence.</summary>
    public const int SentenceLimit = 500;

    /// <summary>Most sentences: one page.</summary>
    public const int MostSentences = 40;

    private readonly List<Sentence> sentences = [];
    private readonly List<Recognition> recognitions = [];

    private CandidateText() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round.</summary>
    public RoundId Round { get; private init; }

    /// <summary>The sentences, in order.</summary>
    public IReadOnlyList<Sentence> Sentences => [.. sentences.OrderBy(sentence => sentence.Position)];

    /// <summary>Which party recognises itself in which wording of which sentence.</summary>
    public IReadOnlyList<Recognition> Recognitions => recognitions;

    /// <summary>The text as it would be frozen: one sentence a line.</summary>
    public string Body => string.Join('\n', Sentences.Select(sentence => sentence.Text));

    /// <summary>An empty candidate for a round whose texts are revealed.</summary>
    public static Decided<CandidateText> Begin(CandidateTextId id, FramingRound round)
    {
        if (!round.IsRevealed)
            return new Refusal("points.not-revealed");
        if (!round.IsOpen)
            return new Refusal("round.closed");

        return new CandidateText
        {
            Id = id,
            Collaboration = round.Collaboration,
            Round = round.Id,
        };
    }

    /// <summary>Adds a sentence at the end; the same one sent twice is added once.</summary>
    public Refusal? Add(SentenceId id, Phrasing wording, Desk desk, Act act)
    {
        if (Guard(wording, desk) is { } refusal)
            return refusal;
        if (sentences.Count >= MostSentences)
            return new Refusal("sentence.too-many", MostSentences);

        if (Sentence(id) is { } present)
            return present.Text == wording.Text ? null : new Refusal("sentence.changed-by-other", present.Text);

        var sentence = new Sentence(id);
        sentence.Write(wording, sentences.Count + 1);
        sentences.Add(sentence);
        Record(new SentenceWritten(Round, id, sentence.Revision), act);
        return null;
    }

    /// <summary>Changes a sentence; who recognised themselves in the old wording is asked again.</summary>
    /// <param name="id">The sentence.</param>
    /// <param name="wording">The new wording and its points.</param>
    /// <param name="seen">The revision the writer started from.</param>
    /// <param name="desk">Whether the text may be changed now.</param>
    /// <param name="act">A member's act.</param>
    public Refusal? Change(SentenceId id, Phrasing wording, int seen, Desk desk, Act act)
    {
        if (Guard(wording, desk) is { } refusal)
            return refusal;
        if (Sentence(id) is not { } sentence)
            return new Refusal("sentence.unknown");
        if (sentence.Revision != seen)
            return new Refusal("sentence.changed-by-other", sentence.Text);

        var same = wording.Text == sentence.Text;
        sentence.Write(wording, sentence.Position);
        // Other points below the same words: who recognised the words still does.
        foreach (var recognition in recognitions.Where(recognition => same && recognition.Sentence == id && recognition.Revision == seen))
            recognition.Follow(sentence);
        Record(new SentenceWritten(Round, id, sentence.Revision), act);
        return null;
    }

    /// <summary>Moves a sentence one place up or down.</summary>
    public Refusal? Move(SentenceId id, bool up, Desk desk, Act act)
    {
        if (desk.Closed is { } closed)
            return closed;
        if (Sentence(id) is not { } sentence)
            return new Refusal("sentence.unknown");
        var place = sentence.Position + (up ? -1 : 1);
        if (place < 1 || place > sentences.Count)
            return new Refusal("sentence.no-further");

        sentences.Single(other => other.Position == place).Place(sentence.Position);
        sentence.Place(place);
        Record(new SentenceMoved(Round, id, place), act);
        return null;
    }

    /// <summary>Takes a sentence out.</summary>
    public Refusal? Remove(SentenceId id, Desk desk, Act act)
    {
        if (desk.Closed is { } closed)
            return closed;
        if (Sentence(id) is not { } sentence)
            return new Refusal("sentence.unknown");

        sentences.Remove(sentence);
        recognitions.RemoveAll(recognition => recognition.Sentence == id);
        foreach (var below in sentences.Where(other => other.Position > sentence.Position))
            below.Place(below.Position - 1);
        Record(new SentenceRemoved(Round, id), act);
        return null;
    }

    /// <summary>A party says that it recognises itself in this wording, or no longer does.</summary>
    /// <param name="id">The sentence.</param>
    /// <param name="seen">The revision the party had before it.</param>
    /// <param name="recognised">Whether it recognises itself.</param>
    /// <param name="round">The round; once closed it stays as it was.</param>
    /// <param name="act">Someone of the party.</param>
    public Refusal? Recognise(SentenceId id, int seen, bool recognised, FramingRound round, Act act)
    {
        if (act.Actor is not Actor.ForParty { Party: var party, By: var person })
            return new Refusal("access.party-only");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (Sentence(id) is not { } sentence)
            return new Refusal("sentence.unknown");
        if (sentence.Revision != seen)
            return new Refusal("sentence.changed-by-other", sentence.Text);
        if (Recognises(party, sentence) == recognised)
            return null;

        recognitions.RemoveAll(recognition => recognition.Party == party && recognition.Sentence == id);
        if (recognised)
            recognitions.Add(new Recognition(id, sentence.Revision, party, person, act.At));
        Record(new SentenceRecognised(Round, id, sentence.Revision, party, recognised), act);
        return null;
    }

    /// <summary>Whether a party recognises itself in the present wording.</summary>
    public bool Recognises(PartyId party, Sentence sentence) =>
        recognitions.Exists(recognition => recognition.Party == party && recognition.Sentence == sentence.Id && recognition.Revision == sentence.Revision);

    /// <summary>The thoughts of a party that no sentence stands on, itself or through a point marked as the same.</summary>
    public IReadOnlyList<PointGroup> LeftOut(PartyId party, PointGroups groups)
    {
        var used = sentences.SelectMany(sentence => sentence.Points).ToHashSet();
        return [.. groups.All.Where(group => group.Parties.Contains(party) && !group.Points.Any(raised => used.Contains(raised.Point.Id)))];
    }

    /// <summary>The sentence with this id, or null.</summary>
    public Sentence? Sentence(SentenceId id) => sentences.Find(sentence => sentence.Id == id);

    private static Refusal? Guard(Phrasing wording, Desk desk) =>
        desk.Closed
        ?? PlainText.Check(wording.Text, nameof(wording.Text), SentenceLimit)
        ?? (wording.Points.All(desk.Points.Contains) ? null : new Refusal("points.unknown") { Field = nameof(wording.Points) });
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
