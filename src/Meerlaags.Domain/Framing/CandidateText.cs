using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Framing;

/// <summary>A candidate for the shared text.</summary>
public readonly record struct CandidateTextId(Guid Value) : IId<CandidateTextId>
{
    /// <inheritdoc/>
    public static CandidateTextId From(Guid value) => new(value);
}

/// <summary>The text that grows towards the shared issue, sentence by sentence, each linked to the points it stands on.</summary>
public sealed partial class CandidateText : Aggregate<CandidateTextId>
{
    /// <summary>Most graphemes of one sentence.</summary>
    public const int SentenceLimit = 500;

    /// <summary>Most sentences: one page.</summary>
    public const int MostSentences = 40;

    /// <summary>Most graphemes of a name.</summary>
    public const int NameLimit = 80;

    /// <summary>Most candidates of one round: more than a table can weigh against each other.</summary>
    public const int MostCandidates = 8;

    private readonly List<Sentence> sentences = [];
    private readonly List<Recognition> recognitions = [];

    private CandidateText() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round.</summary>
    public RoundId Round { get; private init; }

    /// <summary>First, second, third candidate of the round.</summary>
    public int Number { get; private init; } = 1;

    /// <summary>What people call it; the first one may have no name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The party that started it, or null for the facilitator and for the first one, which begins by itself.</summary>
    public PartyId? StartedBy { get; private init; }

    /// <summary>The candidate it began as a copy of, or null.</summary>
    public CandidateTextId? CopyOf { get; private init; }

    /// <summary>The party whose points were its first sentences, or null.</summary>
    public PartyId? OnPointsOf { get; private init; }

    /// <summary>Since when everyone at the table reads what each party thinks of it; null while critique is written unseen.</summary>
    public DateTimeOffset? CritiqueOpenedAt { get; private set; }

    /// <summary>Every judgement whether the text is precise enough, in order; the last one of a question counts.</summary>
    public IReadOnlyList<PrecisionJudgement> Judgements { get; private set; } = [];

    /// <summary>The sentences, in order.</summary>
    public IReadOnlyList<Sentence> Sentences => [.. sentences.OrderBy(sentence => sentence.Position)];

    /// <summary>Which party recognises itself in which wording of which sentence.</summary>
    public IReadOnlyList<Recognition> Recognitions => recognitions;

    /// <summary>The text as it would be frozen: one sentence a line.</summary>
    public string Body => string.Join('\n', Sentences.Select(sentence => sentence.Text));

    /// <summary>The first candidate of a round whose texts are revealed: empty and without a name, it begins with its first sentence.</summary>
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

    /// <summary>Another candidate beside those that are there: empty, as a copy of one, or on the points of a party.</summary>
    public static Decided<CandidateText> Start(CandidateTextId id, FramingRound round, Beginning beginning, Act act)
    {
        if (act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (!Begin(id, round).Is(out _, out var refusal))
            return refusal;
        if (beginning.Desk.Closed is { } closed)
            return closed;
        if (beginning.Present.Count >= MostCandidates)
            return new Refusal("candidate.too-many", MostCandidates);
        if (CheckName(beginning.Name, beginning.Present) is { } wrong)
            return wrong;

        var started = new CandidateText
        {
            Id = id,
            Collaboration = round.Collaboration,
            Round = round.Id,
            Number = beginning.Present.Select(present => present.Number).DefaultIfEmpty().Max() + 1,
            Name = beginning.Name,
            StartedBy = act.Actor is Actor.ForParty { Party: var party } ? party : null,
            CopyOf = beginning.Copied?.Id,
            OnPointsOf = beginning.Points?.Party,
        };
        foreach (var wording in beginning.Sentences)
        {
            var sentence = new Sentence(new SentenceId(Guid.CreateVersion7(act.At)));
            sentence.Write(wording, started.sentences.Count + 1);
            started.sentences.Add(sentence);
        }
        started.Record(new CandidateStarted(round.Id, id, started.Number), act);
        return started;
    }

    /// <summary>Calls the candidate by another name.</summary>
    public Refusal? Rename(string name, IReadOnlyCollection<CandidateText> present, FramingRound round, Act act)
    {
        name = PlainText.Line(name);
        if (act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (CheckName(name, present.Where(other => other.Id != Id)) is { } wrong)
            return wrong;
        if (name == Name)
            return null;

        Name = name;
        Record(new CandidateNamed(Round, Id, Number), act);
        return null;
    }

    /// <summary>Opens to everyone what the parties think of this text, in one act. What is written later is open at once. Twice is once.</summary>
    public Refusal? OpenCritique(FramingRound round, Act act)
    {
        if (act.Actor is not Actor.ForCollaboration)
            return new Refusal("access.facilitator-only");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (CritiqueOpenedAt is not null)
            return null;

        CritiqueOpenedAt = act.At;
        Record(new CritiqueOpened(Round, Id, Number), act);
        return null;
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

    private static Refusal? CheckName(string name, IEnumerable<CandidateText> others) =>
        PlainText.Check(name, nameof(Name), NameLimit)
        ?? (others.Any(other => SearchKey.Fold(other.Name) == SearchKey.Fold(name)) ? new Refusal("candidate.name-taken") { Field = nameof(Name) } : null);

    private static Refusal? Guard(Phrasing wording, Desk desk) =>
        desk.Closed
        ?? PlainText.Check(wording.Text, nameof(wording.Text), SentenceLimit)
        ?? (wording.Points.All(desk.Points.Contains) ? null : new Refusal("points.unknown") { Field = nameof(wording.Points) });
}
