using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Differences;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>The questions of precision of this installation, read from its method file at start; a bad file stops the start with its name and fault.</summary>
public sealed class PrecisionList
{
    /// <summary>Reads the newest file of a folder.</summary>
    public PrecisionList(string folder) => Questions = Directory.GetFiles(folder, "*.json").Select(Read).MaxBy(list => list.Version)!;

    /// <summary>Its questions.</summary>
    public PrecisionQuestions Questions { get; }

    private static PrecisionQuestions Read(string file) =>
        PrecisionQuestionsReader.Read(File.ReadAllText(file)).Is(out var list, out var refusal)
            ? list
            : throw new InvalidDataException($"{Path.GetFileName(file)}: {string.Join(' ', refusal.Arguments)}");
}

/// <summary>Words in a sentence.</summary>
/// <param name="Position">Place of the sentence.</param>
/// <param name="Words">The words as they stand there.</param>
public readonly record struct WordsInSentence(int Position, string Words);

/// <summary>A question of precision about one text, with what people found and what the words hint at.</summary>
/// <param name="Question">The question.</param>
/// <param name="Judgement">What people found, as long as it holds; null while it is open.</param>
/// <param name="Calls">Numbers and words that call for an answer, in sentences that do not have it.</param>
/// <param name="MaySay">Words that may answer it already.</param>
public sealed record AskedPrecision(
    PrecisionQuestion Question,
    PrecisionJudgement? Judgement,
    IReadOnlyList<WordsInSentence> Calls,
    IReadOnlyList<WordsInSentence> MaySay
)
{
    /// <summary>Whether it waits for people.</summary>
    public bool IsOpen => Judgement is null;
}

/// <summary>Asks a text the questions of precision, and points at words. It finds words, not meaning: people judge.</summary>
public sealed class PrecisionHints(PrecisionList list, Lexicon lexicon)
{
    private readonly Amounts amounts = new(lexicon.Words.Units);

    /// <summary>The questions that this text is asked.</summary>
    /// <param name="sentences">Its sentences.</param>
    /// <param name="judgements">What people found.</param>
    /// <param name="names">Names of places at this table.</param>
    /// <param name="pointing">Whether words are pointed at; else only the questions are asked.</param>
    public IReadOnlyList<AskedPrecision> Of(
        IReadOnlyList<SentenceLine> sentences,
        IReadOnlyList<PrecisionJudgement> judgements,
        IEnumerable<string> names,
        bool pointing
    )
    {
        var places = new PlaceNames(names);
        return
        [
            .. list
                .Questions.Questions.Where(question => question.CalledBy.Count == 0 || sentences.Any(sentence => Called(question, sentence.Text).Any()))
                .Select(question =>
                {
                    var judgement = PrecisionJudgement.Standing(
                        judgements,
                        question.Key,
                        id => sentences.FirstOrDefault(sentence => sentence.Id == id)?.Revision
                    );
                    return pointing && judgement is null ? Pointed(question, sentences, places) : new AskedPrecision(question, judgement, [], []);
                }),
        ];
    }

    private AskedPrecision Pointed(PrecisionQuestion question, IReadOnlyList<SentenceLine> sentences, PlaceNames places)
    {
        var says = sentences.ToLookup(sentence => sentence.Position, sentence => Says(question, sentence.Text, places).Distinct().ToList());
        return new AskedPrecision(
            question,
            null,
            [
                .. sentences
                    .Where(sentence => says[sentence.Position].All(words => words.Count == 0))
                    .SelectMany(sentence => Called(question, sentence.Text).Distinct().Select(words => new WordsInSentence(sentence.Position, words))),
            ],
            [
                .. sentences.SelectMany(sentence =>
                    says[sentence.Position].SelectMany(words => words).Select(words => new WordsInSentence(sentence.Position, words))
                ),
            ]
        );
    }

    private IEnumerable<string> Called(PrecisionQuestion question, string text)
    {
        var words = TextWord.Of(text);
        if (question.WithNumbers)
            foreach (var amount in amounts.In(text, words))
                yield return text[words[amount.First].Start..words[amount.Last].End];
        foreach (var found in Found(question.CalledBy, text, words))
            yield return found;
    }

    private IEnumerable<string> Says(PrecisionQuestion question, string text, PlaceNames places)
    {
        var words = TextWord.Of(text);
        foreach (var aspect in lexicon.Words.Aspects.Where(aspect => question.AnsweredBy.Contains(aspect.Key)))
        {
            foreach (var found in Found(aspect.Concepts.SelectMany(concept => concept.Words), text, words))
                yield return found;
            foreach (
                var (at, length) in words
                    .Index()
                    .Select(word => (word.Index, Takes(aspect, new InText(text, words, word.Index), places)))
                    .Where(taken => taken.Item2 > 0)
            )
                yield return text[words[at].Start..words[at + length - 1].End];
        }
    }

    private int Takes(Aspect aspect, InText place, PlaceNames places) =>
        aspect.Takes switch
        {
            AspectTakes.Names => places.FitsAt(place.Words, place.At),
            AspectTakes.Years => amounts.YearAt(place.Text, place.Words, place.At) is null ? 0 : 1,
            AspectTakes.Words or AspectTakes.Numbers => 0,
        };

    /// <summary>One word of a text.</summary>
    private readonly record struct InText(string Text, IReadOnlyList<TextWord> Words, int At);

    private static IEnumerable<string> Found(IEnumerable<string> spellings, string text, IReadOnlyList<TextWord> words) =>
        spellings
            .Select(spelling => new WordPattern(spelling))
            .SelectMany(pattern => words.Index().Select(word => (At: word.Index, Length: pattern.FitsAt(words, word.Index))))
            .Where(place => place.Length > 0)
            .Select(place => text[words[place.At].Start..words[place.At + place.Length - 1].End]);
}

/// <summary>Names of places that a table knows without asking the register.</summary>
public static class TablePlaces
{
    private static readonly string[] Kinds = ["Gemeente ", "Provincie ", "Waterschap ", "Hoogheemraadschap ", "Wetterskip "];

    /// <summary>The names of the parties without what kind of government they are, and the region.</summary>
    public static IEnumerable<string> Of(Domain.Collaborations.Collaboration table) =>
        table
            .Parties.Select(party =>
                Kinds.FirstOrDefault(kind => party.Name.StartsWith(kind, StringComparison.Ordinal)) is { } kind ? party.Name[kind.Length..] : party.Name
            )
            .Append(table.Region);
}
