using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>What one party thinks of one candidate.</summary>
public readonly record struct CritiqueId(Guid Value) : IId<CritiqueId>
{
    /// <inheritdoc/>
    public static CritiqueId From(Guid value) => new(value);
}

/// <summary>What works in a candidate text according to one party, what is missing, and which harm it fears. Unseen by others until critique of that text is opened.</summary>
public sealed class Critique : Aggregate<CritiqueId>
{
    /// <summary>Most graphemes of each part, and of an answer.</summary>
    public const int WordsLimit = 2000;

    /// <summary>Most answers below one critique; then it is time to talk.</summary>
    public const int MostAnswers = 50;

    private Critique() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round.</summary>
    public RoundId Round { get; private init; }

    /// <summary>The text it is about.</summary>
    public CandidateTextId Candidate { get; private init; }

    /// <summary>Whose critique.</summary>
    public PartyId Party { get; private init; }

    /// <summary>What works, or empty.</summary>
    public string Works { get; private set; } = "";

    /// <summary>What is missing, or empty.</summary>
    public string Lacks { get; private set; } = "";

    /// <summary>Which harm the party fears, or empty.</summary>
    public string Harms { get; private set; } = "";

    /// <summary>Other words it proposes, per sentence.</summary>
    public IReadOnlyList<ProposedWording> Proposals { get; private set; } = [];

    /// <summary>What others answered, in order.</summary>
    public IReadOnlyList<CritiqueAnswer> Answers { get; private set; } = [];

    /// <summary>An empty critique for a party that starts to write one.</summary>
    public static Decided<Critique> Begin(CritiqueId id, CandidateText text, Party party, Act act) =>
        act.Actor is not Actor.ForParty { Party: var speaker } || speaker != party.Id ? new Refusal("access.party-only")
        : !party.IsSeated ? new Refusal("party.not-seated")
        : new Critique
        {
            Id = id,
            Collaboration = text.Collaboration,
            Round = text.Round,
            Candidate = text.Id,
            Party = party.Id,
        };

    /// <summary>Keeps what the party thinks. Before critique is opened it may change, and leaves no trace in the journal; once open it stands.</summary>
    /// <param name="words">All of it as it is on screen.</param>
    /// <param name="text">The text it is about.</param>
    /// <param name="round">The round.</param>
    /// <param name="seen">The version the writer started from; another value means someone of the same party was faster.</param>
    /// <param name="act">Someone of the party.</param>
    public Refusal? Write(CritiqueWords words, CandidateText text, FramingRound round, int seen, Act act)
    {
        if (act.Actor is not Actor.ForParty { Party: var speaker } || speaker != Party)
            return new Refusal("access.party-only");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (text.CritiqueOpenedAt is not null && !IsEmpty)
            return new Refusal("critique.already-open");
        if (seen != Version)
            return new Refusal("formulation.changed-by-colleague");
        if (Check(words, text) is { } wrong)
            return wrong;

        (Works, Lacks, Harms) = (words.Works, words.Lacks, words.Harms);
        Proposals = [.. words.Proposals.Where(proposal => text.Sentence(proposal.Sentence)?.Text != proposal.Text)];
        if (text.CritiqueOpenedAt is null)
            Changed();
        else
            Record(new CritiqueGiven(Round, Candidate, text.Number, Party), act);
        return null;
    }

    /// <summary>Somebody at the table answers an open critique.</summary>
    public Refusal? Answer(string words, CandidateText text, FramingRound round, Act act)
    {
        words = PlainText.Lines(words);
        if (act.Actor.Person is not { } person || act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (text.CritiqueOpenedAt is null)
            return new Refusal("critique.not-open");
        if (PlainText.Check(words, "Answer", WordsLimit) is { } wrong)
            return wrong;
        if (Answers.Count >= MostAnswers)
            return new Refusal("critique.talk-about-it", MostAnswers);

        Answers = [.. Answers, new CritiqueAnswer(act.Actor is Actor.ForParty { Party: var party } ? party : null, person, words, act.At)];
        Record(new CritiqueAnswered(Round, Candidate, text.Number, Party), act);
        return null;
    }

    /// <summary>Whether nothing has been written.</summary>
    public bool IsEmpty => Works.Length + Lacks.Length + Harms.Length + Proposals.Count == 0;

    private static Refusal? Check(CritiqueWords words, CandidateText text) =>
        words.IsEmpty ? new Refusal("critique.empty")
        : words.Proposals.FirstOrDefault(proposal => text.Sentence(proposal.Sentence) is null) is not null ? new Refusal("sentence.unknown")
        : words.Proposals.DistinctBy(proposal => proposal.Sentence).Count() < words.Proposals.Count ? new Refusal("critique.one-wording-a-sentence")
        : PlainText.Check(words.Works, nameof(Works), WordsLimit, required: false)
            ?? PlainText.Check(words.Lacks, nameof(Lacks), WordsLimit, required: false)
            ?? PlainText.Check(words.Harms, nameof(Harms), WordsLimit, required: false)
            ?? words
                .Proposals.Select(proposal => PlainText.Check(proposal.Text, nameof(Proposals), CandidateText.SentenceLimit))
                .FirstOrDefault(refusal => refusal is not null);
}

/// <summary>A critique as it is on screen. Texts are normalised when it is made.</summary>
public sealed record CritiqueWords
{
    /// <summary>Takes what was typed; a proposal without words is none.</summary>
    public CritiqueWords(string? works, string? lacks, string? harms, IEnumerable<ProposedWording> proposals)
    {
        (Works, Lacks, Harms) = (PlainText.Lines(works), PlainText.Lines(lacks), PlainText.Lines(harms));
        Proposals = [.. proposals.Select(proposal => proposal with { Text = PlainText.Line(proposal.Text) }).Where(proposal => proposal.Text.Length > 0)];
    }

    /// <summary>What works.</summary>
    public string Works { get; }

    /// <summary>What is missing.</summary>
    public string Lacks { get; }

    /// <summary>Which harm is feared.</summary>
    public string Harms { get; }

    /// <summary>Other words for sentences.</summary>
    public IReadOnlyList<ProposedWording> Proposals { get; }

    /// <summary>Whether nothing was typed.</summary>
    public bool IsEmpty => Works.Length + Lacks.Length + Harms.Length + Proposals.Count == 0;
}

/// <summary>Other words that a party proposes for a sentence.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Revision">The form of it that the party had before it.</param>
/// <param name="Text">The words.</param>
public sealed record ProposedWording(SentenceId Sentence, int Revision, string Text);

/// <summary>What somebody answered to a critique.</summary>
/// <param name="Party">The party spoken for, or null for the facilitator.</param>
/// <param name="By">Who.</param>
/// <param name="Text">The words.</param>
/// <param name="At">When.</param>
public sealed record CritiqueAnswer(PartyId? Party, PersonId By, string Text, DateTimeOffset At);
