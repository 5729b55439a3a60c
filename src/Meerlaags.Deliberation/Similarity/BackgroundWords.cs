using System.Globalization;

namespace Meerlaags.Deliberation.Similarity;

/// <summary>
/// Everyday Dutch words with the share of short texts they stand in: background-nl.txt, made by hand for this library. A handful of texts
/// would else make "de" look as rare as "bushalte".
/// </summary>
internal static class BackgroundWords
{
    private static readonly Lazy<IReadOnlyList<(string Word, double Share)>> Read = new(Load);

    public static IReadOnlyList<(string Word, double Share)> All => Read.Value;

    private static List<(string Word, double Share)> Load()
    {
        using var stream = typeof(BackgroundWords).Assembly.GetManifestResourceStream("background-nl.txt")!;
        using var reader = new StreamReader(stream);
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var share = double.Parse(line.AsSpan(0, line.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture);
            var words = line[line.IndexOf(' ', StringComparison.Ordinal)..];
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                shares[word] = Math.Max(share, shares.GetValueOrDefault(word));
        }
        return [.. shares.Select(s => (s.Key, s.Value))];
    }
}
