namespace Meerlaags.Domain.Register;

/// <summary>
/// How far typed words are from a name. The distance is that of Damerau and Levenshtein in its restricted form (optimal string alignment): a letter too many, too few or
/// another, and two letters in each other's place, count one each.
/// </summary>
public static class Misspelling
{
    /// <summary>From this many letters on one slip is forgiven.</summary>
    private const int OneSlipFrom = 4;

    /// <summary>From this many letters on two slips are forgiven.</summary>
    private const int TwoSlipsFrom = 8;

    /// <summary>
    /// The slips by which all typed words are found in a name: each word in the word of the name that it is nearest to. Null when a word is too far from every one of them.
    /// </summary>
    /// <param name="typed">Folded words, as <see cref="SearchKey.Fold"/> gives them.</param>
    /// <param name="name">The words of the name, folded the same way.</param>
    public static int? Slips(IReadOnlyList<string> typed, IReadOnlyList<string> name)
    {
        var slips = 0;
        foreach (var word in typed)
        {
            var forgiven =
                word.Length >= TwoSlipsFrom ? 2
                : word.Length >= OneSlipFrom ? 1
                : 0;
            var least = name.Select(other => Distance(word, other, forgiven)).DefaultIfEmpty(int.MaxValue).Min();
            if (least > forgiven)
                return null;
            slips += least;
        }
        return slips;
    }

    /// <summary>The distance between two words; more than <paramref name="most"/> when it is larger than that.</summary>
    public static int Distance(string left, string right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most)
            return most + 1;
        var (before, above, row) = (new int[right.Length + 1], new int[right.Length + 1], new int[right.Length + 1]);
        for (var column = 0; column <= right.Length; column++)
            above[column] = column;
        for (var line = 1; line <= left.Length; line++)
        {
            row[0] = line;
            for (var column = 1; column <= right.Length; column++)
            {
                var other = left[line - 1] == right[column - 1] ? 0 : 1;
                row[column] = Math.Min(Math.Min(above[column] + 1, row[column - 1] + 1), above[column - 1] + other);
                if (line > 1 && column > 1 && left[line - 1] == right[column - 2] && left[line - 2] == right[column - 1])
                    row[column] = Math.Min(row[column], before[column - 2] + 1);
            }
            (before, above, row) = (above, row, before);
        }
        return above[right.Length];
    }
}
