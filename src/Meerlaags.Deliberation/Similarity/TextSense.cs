namespace Meerlaags.Deliberation.Similarity;

/// <summary>What turns a text round: its negations, less those that cancel each other or negate nothing.</summary>
internal sealed class TextSense
{
    private const int WordsPerNegation = 25;

    // "niet alleen de gemeente" says that the gemeente does.
    private static readonly HashSet<string> AddsInstead = ["alleen", "slechts", "enkel", "zozeer", "uitsluitend"];

    public TextSense(VocabularyWord[] words)
    {
        var cancelled = new HashSet<int>();
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].IsNegation)
                continue;
            var next = i + 1 < words.Length ? words[i + 1] : null;
            if (next is not null && AddsInstead.Contains(next.Text))
                continue;
            // "niet zonder", "niet onveilig": two turns are none.
            if (next is not null && (next.IsNegation || DutchOpposites.IsTurnedByPrefix(next.Text)))
            {
                cancelled.Add(next.Stem);
                i++;
                continue;
            }
            Negations.Add(words[i].Text);
        }
        Cancelled = cancelled;
        // A long text nearly always has a "niet" somewhere: it is negated when that is said about once in a sentence.
        IsNegated = Negations.Count > 0 && Negations.Count * WordsPerNegation >= words.Length;
        IsShort = words.Length <= WordsPerNegation;
    }

    public List<string> Negations { get; } = [];

    /// <summary>Stems whose own turn a negation took back.</summary>
    public IReadOnlySet<int> Cancelled { get; }

    public bool IsNegated { get; }

    /// <summary>One sentence or two: everything in it is about the same thing.</summary>
    public bool IsShort { get; }
}
