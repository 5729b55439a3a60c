using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Framing;

/// <summary>What one party wrote in one round.</summary>
public readonly record struct FormulationId(Guid Value) : IId<FormulationId>
{
    /// <inheritdoc/>
    public static FormulationId From(Guid value) => new(value);
}

/// <summary>One thought under a text.</summary>
public readonly record struct PointId(Guid Value) : IId<PointId>
{
    /// <inheritdoc/>
    public static PointId From(Guid value) => new(value);
}

/// <summary>The text of one party in one round, with its points. Blind for all others until the reveal.</summary>
public sealed class Formulation : Aggregate<FormulationId>
{
    /// <summary>Most graphemes of one point: one thought.</summary>
    public const int PointLimit = 280;

    /// <summary>Most points of one party.</summary>
    public const int MostPoints = 25;

    /// <summary>Fewest hexadecimal digits of a salt: 128 bits.</summary>
    public const int ShortestSalt = 32;

    private readonly List<Point> points = [];

    private Formulation() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round.</summary>
    public RoundId Round { get; private init; }

    /// <summary>Whose text this is.</summary>
    public PartyId Party { get; private init; }

    /// <summary>An answer per question, in the order of the questions.</summary>
    public IReadOnlyList<Answer> Answers { get; private set; } = [];

    /// <summary>The points, in the party's order.</summary>
    public IReadOnlyList<Point> Points => [.. points.OrderBy(point => point.Position)];

    /// <summary>The submission, once it happened.</summary>
    public Submission? Submission { get; private set; }

    /// <summary>Since when everyone at the table may read it; null while it is blind.</summary>
    public DateTimeOffset? RevealedAt { get; private set; }

    /// <summary>Whether it has been submitted.</summary>
    public bool IsSubmitted => Submission is not null;

    /// <summary>An empty text for a party that starts to write.</summary>
    public static Decided<Formulation> Begin(FormulationId id, FramingRound round, Party party, Act act)
    {
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (!party.IsSeated)
            return new Refusal("party.not-seated");
        if (act.Actor is not Actor.ForParty { Party: var speaker } || speaker != party.Id)
            return new Refusal("access.party-only");

        return new Formulation
        {
            Id = id,
            Collaboration = round.Collaboration,
            Round = round.Id,
            Party = party.Id,
        };
    }

    /// <summary>Keeps a draft. Leaves no trace in the journal.</summary>
    /// <param name="round">Its round.</param>
    /// <param name="draft">The whole draft as it is on screen.</param>
    /// <param name="seen">The version the writer started from; another value means someone of the same party was faster.</param>
    /// <param name="act">Someone of the party.</param>
    public Refusal? Write(FramingRound round, Draft draft, int seen, Act act)
    {
        if (Guard(round, act) is { } refusal)
            return refusal;
        if (IsSubmitted)
            return new Refusal("formulation.already-submitted");
        if (seen != Version)
            return new Refusal("formulation.changed-by-colleague");
        if (Check(draft) is { } wrong)
            return wrong;

        Answers = draft.Answers;
        var kept = points.ToDictionary(point => point.Id);
        points.Clear();
        foreach (var written in draft.Points.Where(point => point.Text.Length > 0))
        {
            var point = kept.TryGetValue(written.Id, out var known) ? known : new Point(written.Id);
            point.Write(written.Text, written.Voice, points.Count + 1);
            points.Add(point);
        }
        Changed();
        return null;
    }

    /// <summary>Hands the text in. From now on only its hash is in the journal; before the reveal the party may take it back.</summary>
    /// <param name="round">Its round; after the reveal the text is welcome, marked late and open at once.</param>
    /// <param name="party">The party as it is at the table: who left hands in nothing, so that nothing of it is revealed later.</param>
    /// <param name="questions">The questions of the round: required ones must be answered, and no others.</param>
    /// <param name="salt">Random bytes as hexadecimal text, so that nobody can guess the text from the hash.</param>
    /// <param name="act">Someone of the party.</param>
    public Refusal? Submit(FramingRound round, Party party, QuestionSet questions, string salt, Act act)
    {
        if (salt.Length < ShortestSalt || !salt.All(char.IsAsciiHexDigit))
            throw new ArgumentException("A salt is random hexadecimal text.", nameof(salt));
        if (Guard(round, act) is { } refusal)
            return refusal;
        if (party.Id != Party)
            return new Refusal("access.party-only");
        if (!party.IsSeated)
            return new Refusal("party.not-seated");
        if (IsSubmitted)
            return new Refusal("formulation.already-submitted");
        if (Check(questions) is { } wrong)
            return wrong;
        if (points.Exists(point => point.Voice is { } voice && party.Voices.All(known => known.Organisation != voice)))
            return new Refusal("formulation.unknown-voice") { Field = nameof(Points) };
        var unanswered = questions.Questions.FirstOrDefault(question => question.Required && TextOf(question.Key).Length == 0);
        if (unanswered is not null)
            return new Refusal("formulation.answer-needed") { Field = unanswered.Key };
        if (points.Count == 0)
            return new Refusal("formulation.point-needed") { Field = nameof(Points) };

        var speaker = (Actor.ForParty)act.Actor;
        Submission = new Submission(act.At, speaker.By, salt, SealedText.Hash(this, salt), round.IsRevealed) { Degree = party.SeatOn(act.Today).Degree };
        if (round.IsRevealed)
        {
            RevealedAt = act.At;
            Record(new LateTextSubmitted(Id, Round, Party, Submission.Hash), act);
        }
        else
        {
            round.Mark(Party, handedIn: true);
            Record(new FormulationSubmitted(Id, Round, Party, Submission.Hash), act);
        }
        return null;
    }

    /// <summary>Takes the text back to go on writing; only while it is blind.</summary>
    public Refusal? TakeBack(FramingRound round, Act act)
    {
        if (Guard(round, act) is { } refusal)
            return refusal;
        if (!IsSubmitted)
            return new Refusal("formulation.not-submitted");
        if (round.IsRevealed)
            return new Refusal("formulation.already-revealed");

        Submission = null;
        round.Mark(Party, handedIn: false);
        Record(new FormulationTakenBack(Id, Round, Party), act);
        return null;
    }

    /// <summary>The answer to a question, or empty.</summary>
    public string TextOf(string question) => Answers.FirstOrDefault(answer => answer.Question == question)?.Text ?? "";

    internal void Reveal(Act act)
    {
        RevealedAt = act.At;
        Changed();
    }

    private Refusal? Guard(FramingRound round, Act act)
    {
        if (act.Actor is not Actor.ForParty { Party: var speaker } || speaker != Party)
            return new Refusal("access.party-only");
        return round.IsOpen ? null : new Refusal("round.closed");
    }

    private Refusal? Check(QuestionSet questions)
    {
        foreach (var answer in Answers.Where(answer => answer.Text.Length > 0))
        {
            if (questions.Find(answer.Question) is not { } question)
                return new Refusal("formulation.unknown-question") { Field = answer.Question };
            if (PlainText.Check(answer.Text, answer.Question, question.Limit) is { } wrong)
                return wrong;
        }
        return null;
    }

    private static Refusal? Check(Draft draft)
    {
        if (draft.Answers.GroupBy(answer => answer.Question).FirstOrDefault(same => same.Count() > 1) is { } repeated)
            return new Refusal("formulation.repeated") { Field = repeated.Key };
        var written = draft.Points.Where(point => point.Text.Length > 0).ToList();
        if (written.DistinctBy(point => point.Id).Count() != written.Count)
            return new Refusal("formulation.repeated") { Field = nameof(Points) };
        foreach (var answer in draft.Answers)
        {
            if (PlainText.Check(answer.Text, answer.Question, QuestionSetReader.DefaultLimit, required: false) is { } wrong)
                return wrong;
        }
        if (written.Count > MostPoints)
            return new Refusal("formulation.too-many-points", MostPoints) { Field = nameof(Points) };
        return written.Select(point => PlainText.Check(point.Text, nameof(Points), PointLimit)).FirstOrDefault(wrong => wrong is not null);
    }
}

/// <summary>An answer to one question; the question set and version stand on the round.</summary>
public sealed record Answer(string Question, string Text);

/// <summary>What a writer has on screen. Texts are normalised when it is made.</summary>
public sealed record Draft
{
    /// <summary>Takes what was typed.</summary>
    public Draft(IEnumerable<Answer> answers, IEnumerable<DraftPoint> points)
    {
        Answers = [.. answers.Select(answer => new Answer(PlainText.Line(answer.Question), PlainText.Lines(answer.Text)))];
        Points = [.. points.Select(point => point with { Text = PlainText.Line(point.Text) })];
    }

    /// <summary>An answer per question.</summary>
    public IReadOnlyList<Answer> Answers { get; }

    /// <summary>The points in order; empty ones are left out when the draft is kept.</summary>
    public IReadOnlyList<DraftPoint> Points { get; }
}

/// <summary>A point on screen.</summary>
/// <param name="Id">Its id; new for a new point.</param>
/// <param name="Text">One thought.</param>
/// <param name="Voice">Within a composite party: who raises it.</param>
public sealed record DraftPoint(PointId Id, string Text, OrganisationId? Voice = null);

/// <summary>One thought of a party, small enough to be the same as somebody else's.</summary>
public sealed class Point
{
    private Point() { }

    internal Point(PointId id) => Id = id;

    /// <summary>Its id.</summary>
    public PointId Id { get; private init; }

    /// <summary>The thought.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Place in the party's list, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Within a composite party: the organisation that raises it.</summary>
    public OrganisationId? Voice { get; private set; }

    internal void Write(string text, OrganisationId? voice, int position) => (Text, Voice, Position) = (text, voice, position);
}

/// <summary>The handing in of a text.</summary>
/// <param name="At">When.</param>
/// <param name="By">By whom.</param>
/// <param name="Salt">Random hexadecimal text that went into the hash.</param>
/// <param name="Hash">What the journal keeps.</param>
/// <param name="Late">Whether it came after the reveal, so not blind.</param>
public sealed record Submission(DateTimeOffset At, PersonId By, string Salt, string Hash, bool Late)
{
    /// <summary>How fully the party took part when it handed in; null for texts of before that was kept.</summary>
    public Collaborations.SeatDegree? Degree { get; init; }
}
