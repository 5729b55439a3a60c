using System.Text.RegularExpressions;

namespace Meerlaags.Web.Features.Framing.Recheck;

/// <summary>What happened to words between then and now.</summary>
public enum WordChange
{
    /// <summary>They stand there still.</summary>
    Same,

    /// <summary>They went.</summary>
    Removed,

    /// <summary>They came.</summary>
    Added,
}

/// <summary>Words in a row with what happened to them.</summary>
public sealed record WordPiece(WordChange Change, string Text);

/// <summary>Lays two texts over each other word by word, by their longest common subsequence (Hirschberg, CACM 18, 1975). O(n·m) words, bounded.</summary>
public static partial class WordDifference
{
    // Beyond it two texts are shown side by side: nobody reads so many marks.
    private const int MostCells = 1_500_000;

    /// <summary>The pieces in order; null when the texts are too long to lay over each other.</summary>
    public static IReadOnlyList<WordPiece>? Between(string then, string now)
    {
        var (old, young) = (Words(then), Words(now));
        var head = 0;
        while (head < old.Count && head < young.Count && IsSame(old[head], young[head]))
            head++;
        var tail = 0;
        while (tail < old.Count - head && tail < young.Count - head && IsSame(old[^(tail + 1)], young[^(tail + 1)]))
            tail++;
        var (left, right) = (old.GetRange(head, old.Count - head - tail), young.GetRange(head, young.Count - head - tail));
        if ((long)left.Count * right.Count > MostCells)
            return null;
        List<WordPiece> laid =
        [
            .. young[..head].Select(word => new WordPiece(WordChange.Same, word)),
            .. Middle(left, right),
            .. young[^tail..].Select(word => new WordPiece(WordChange.Same, word)),
        ];
        var kept = laid.Count(piece => piece.Change == WordChange.Same);
        // Where little is left, words that happen to be in both only scatter what is new.
        return Joined(kept * 2 < Math.Min(old.Count, young.Count) ? [.. old.Select(Gone), .. young.Select(Come)] : laid);

        static WordPiece Gone(string word) => new(WordChange.Removed, word);
        static WordPiece Come(string word) => new(WordChange.Added, word);
    }

    private static IEnumerable<WordPiece> Middle(List<string> old, List<string> young)
    {
        var common = new int[old.Count + 1, young.Count + 1];
        for (var one = old.Count - 1; one >= 0; one--)
        for (var other = young.Count - 1; other >= 0; other--)
            common[one, other] = IsSame(old[one], young[other]) ? common[one + 1, other + 1] + 1 : Math.Max(common[one + 1, other], common[one, other + 1]);
        var (at, to) = (0, 0);
        while (at < old.Count || to < young.Count)
        {
            if (at < old.Count && to < young.Count && IsSame(old[at], young[to]))
                yield return new WordPiece(WordChange.Same, young[(at++, to++).Item2]);
            else if (to == young.Count || (at < old.Count && common[at + 1, to] >= common[at, to + 1]))
                yield return new WordPiece(WordChange.Removed, old[at++]);
            else
                yield return new WordPiece(WordChange.Added, young[to++]);
        }
    }

    private static List<WordPiece> Joined(IEnumerable<WordPiece> pieces)
    {
        var joined = new List<WordPiece>();
        foreach (var piece in pieces)
        {
            if (joined is [.., var last] && last.Change == piece.Change)
                joined[^1] = last with { Text = last.Text + piece.Text };
            else
                joined.Add(piece);
        }
        return joined;
    }

    // A word with the white space behind it, which does not count.
    private static List<string> Words(string text) => [.. Word().Matches(text).Select(word => word.Value)];

    private static bool IsSame(string one, string other) => one.AsSpan().TrimEnd().SequenceEqual(other.AsSpan().TrimEnd());

    [GeneratedRegex(@"\S+\s*")]
    private static partial Regex Word();
}
