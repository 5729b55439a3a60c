using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>Whether the text is precise enough: people judge, question by question.</summary>
public sealed partial class CandidateText
{
    /// <summary>Says where the text answers a question of precision, or why it need not.</summary>
    public Refusal? Judge(PrecisionVerdict verdict, Desk desk, Act act)
    {
        if (act.Actor is Actor.ForInstallation)
            return new Refusal("access.members-only");
        if (desk.Closed is { } closed)
            return closed;
        var sentence = verdict.Sentence is { } id ? Sentence(id) : null;
        if (verdict.Sentence is not null && sentence is null)
            return new Refusal("sentence.unknown");
        if (sentence is null && verdict.Reason.Length == 0)
            return new Refusal("precision.needs-sentence-or-reason") { Field = nameof(PrecisionVerdict.Reason) };
        if (PlainText.Check(verdict.Reason, nameof(PrecisionVerdict.Reason), PrecisionVerdict.ReasonLimit, required: false) is { } wrong)
            return wrong;

        Judgements = [.. Judgements, PrecisionJudgement.Of(verdict, sentence, act)];
        Record(new PrecisionJudged(Round, Id, Number), act);
        return null;
    }

    /// <summary>The judgement that holds for a question: the last one, as long as its sentence stands as it was.</summary>
    public PrecisionJudgement? JudgementOn(string question) => PrecisionJudgement.Standing(Judgements, question, id => Sentence(id)?.Revision);
}

/// <summary>A judgement as it is given: the sentence that answers the question, or why the text need not answer it.</summary>
public sealed record PrecisionVerdict
{
    /// <summary>Most graphemes of a reason.</summary>
    public const int ReasonLimit = 500;

    /// <summary>Takes what was typed.</summary>
    public PrecisionVerdict(string question, int version, SentenceId? sentence, string? reason) =>
        (Question, Version, Sentence, Reason) = (question, version, sentence, sentence is null ? PlainText.Line(reason) : "");

    /// <summary>Key of the question.</summary>
    public string Question { get; }

    /// <summary>Version of the questions.</summary>
    public int Version { get; }

    /// <summary>The sentence that answers it, or null.</summary>
    public SentenceId? Sentence { get; }

    /// <summary>Why it is not needed, or empty.</summary>
    public string Reason { get; }
}

/// <summary>People found that a text answers a question of precision, or need not.</summary>
/// <param name="Question">Key of the question.</param>
/// <param name="Version">Version of the questions that was before them.</param>
/// <param name="Sentence">The sentence that answers it, or null.</param>
/// <param name="Reason">Why it is not needed, or empty.</param>
public sealed record PrecisionJudgement(string Question, int Version, SentenceId? Sentence, string Reason)
{
    /// <summary>The form of the sentence then; once it is worded otherwise the question is asked again.</summary>
    public int Revision { get; init; }

    /// <summary>The party that found so, or null for the facilitator.</summary>
    public PartyId? Party { get; init; }

    /// <summary>Who.</summary>
    public PersonId By { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The judgement that holds for a question: the last one, as long as its sentence stands as it was.</summary>
    /// <param name="judgements">All judgements, in order.</param>
    /// <param name="question">The question.</param>
    /// <param name="revision">The form of a sentence now, or null when it is gone.</param>
    public static PrecisionJudgement? Standing(IEnumerable<PrecisionJudgement> judgements, string question, Func<SentenceId, int?> revision) =>
        judgements.LastOrDefault(judgement => judgement.Question == question) is { } last
        && (last.Sentence is not { } sentence || revision(sentence) == last.Revision)
            ? last
            : null;

    internal static PrecisionJudgement Of(PrecisionVerdict verdict, Sentence? sentence, Act act) =>
        new(verdict.Question, verdict.Version, verdict.Sentence, verdict.Reason)
        {
            Revision = sentence?.Revision ?? 0,
            Party = act.Actor is Actor.ForParty { Party: var party } ? party : null,
            By = act.Actor.Person!.Value,
            At = act.At,
        };
}
