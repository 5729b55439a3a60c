using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Content;

/// <summary>The questions that make a text precise enough to agree on, read from a method file that a programme can replace.</summary>
/// <param name="Key">Which list.</param>
/// <param name="Version">Its version; a judgement remembers it.</param>
/// <param name="Questions">In the order in which they are asked.</param>
public sealed record PrecisionQuestions(string Key, int Version, IReadOnlyList<PrecisionQuestion> Questions)
{
    /// <summary>The question with this key, or null.</summary>
    public PrecisionQuestion? Find(string key) => Questions.FirstOrDefault(question => question.Key == key);
}

/// <summary>One question of precision.</summary>
/// <param name="Key">Stable within the list.</param>
/// <param name="Ask">The question.</param>
/// <param name="Help">A hint below it.</param>
/// <param name="AnsweredBy">The sub-questions of the lexicon whose words may answer it; empty when words alone cannot tell.</param>
public sealed record PrecisionQuestion(string Key, Wording Ask, Wording Help, IReadOnlyList<string> AnsweredBy)
{
    /// <summary>Whether a number in a sentence calls for this answer near it: 75.000 homes, but for whom?</summary>
    public bool WithNumbers { get; init; }

    /// <summary>Words that call for the question, such as affordable; without any it is always asked.</summary>
    public IReadOnlyList<string> CalledBy { get; init; } = [];

    /// <summary>Where the question comes from, or null when it is our own default.</summary>
    public string? Source { get; init; }
}

/// <summary>Reads the method file with questions of precision.</summary>
public static class PrecisionQuestionsReader
{
    /// <summary>Reads one file; the refusal <c>content.invalid</c> names what is wrong and where.</summary>
    public static Decided<PrecisionQuestions> Read(string json) =>
        MethodFile.Read(
            json,
            file =>
            {
                file.WithOnly("$schema", "key", "version", "questions");
                var questions = file.Get("questions").Items().Select(ReadQuestion).ToList();
                if (questions.Count == 0)
                    throw file.Get("questions").Wrong("at least one");
                if (questions.Select(question => question.Key).Distinct().Count() != questions.Count)
                    throw file.Get("questions").Wrong("a key stands twice");
                return new PrecisionQuestions(file.Get("key").Key(), file.Get("version").Count(), questions);
            }
        );

    private static PrecisionQuestion ReadQuestion(JsonPlace question)
    {
        question.WithOnly("key", "source", "withNumbers", "calledBy", "answeredBy", "ask", "help");
        return new PrecisionQuestion(
            question.Get("key").Key(),
            question.Get("ask").Wording(),
            question.Get("help").Wording(),
            [.. question.Find("answeredBy")?.Items().Select(aspect => aspect.Key()) ?? []]
        )
        {
            WithNumbers = question.Find("withNumbers")?.Truth() ?? false,
            CalledBy = [.. question.Find("calledBy")?.Items().Select(word => PlainText.Line(word.Text()).ToLowerInvariant()) ?? []],
            Source = question.Find("source")?.Text(),
        };
    }
}
