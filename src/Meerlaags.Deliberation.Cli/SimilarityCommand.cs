using System.Globalization;
using Meerlaags.Deliberation.Cli.Explain;
using Meerlaags.Deliberation.Similarity;

namespace Meerlaags.Deliberation.Cli;

/// <summary>Pairs of Dutch texts in a tab-separated file (id, a, b, ...): one line with id, score and relation each.</summary>
internal static class SimilarityCommand
{
    public static void Run(Options options)
    {
        var pairs = new List<(string Id, string A, string B)>();
        var number = 0;
        foreach (var line in File.ReadLines(options.File))
        {
            number++;
            var fields = line.Split('\t');
            if (line.Length == 0 || number == 1 && fields is [_, "a", "b", ..])
                continue;
            if (fields.Length < 3)
                throw new FormatException($"line {number}: id, a and b are needed, with tabs between them.");
            pairs.Add((fields[0], fields[1], fields[2]));
        }
        var texts = Background.Analyse([.. pairs.SelectMany(p => new[] { p.A, p.B })], out var background);
        Answer.Print(options, words => Explain(new(words), pairs, texts, background), () => Write(pairs, texts, background));
    }

    private static void Explain(
        SimilarityExplanation explanation,
        List<(string Id, string A, string B)> pairs,
        IReadOnlyList<AnalysedText> texts,
        Background background
    )
    {
        for (var i = 0; i < pairs.Count; i++)
            explanation.Write(pairs[i].Id, TextSimilarity.Compare(texts[2 * i], texts[2 * i + 1], background));
    }

    private static void Write(List<(string Id, string A, string B)> pairs, IReadOnlyList<AnalysedText> texts, Background background)
    {
        using var output = new StreamWriter(Console.OpenStandardOutput());
        output.NewLine = "\n";
        for (var i = 0; i < pairs.Count; i++)
        {
            var (score, relation) = TextSimilarity.Score(texts[2 * i], texts[2 * i + 1], background);
            var name = relation switch
            {
                TextRelation.Similar => "similar",
                TextRelation.Opposed => "opposed",
                TextRelation.Different => "different",
            };
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pairs[i].Id}\t{score:0.000000}\t{name}"));
        }
    }
}
