using BenchmarkDotNet.Attributes;
using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.Ranking;
using Meerlaags.Deliberation.Similarity;

namespace Meerlaags.Deliberation.Bench;

/// <summary>Texts: analysis and divergence together, then the parts; and the stemmer on the words its test uses.</summary>
public class TextBenchmarks
{
    private readonly string[] texts = BenchData.Texts(200, 200);
    private IReadOnlyList<AnalysedText> analysed = [];
    private Background background = null!;

    [GlobalSetup]
    public void Analyse() => analysed = Background.Analyse(texts, out background);

    [Benchmark(Description = "200 texts of 200 words: analysis and divergence")]
    public double AnalysisAndDivergence()
    {
        var read = Background.Analyse(texts, out var against);
        return TextSimilarity.Divergence(read, against).Divergence;
    }

    [Benchmark(Description = "the same texts: divergence alone")]
    public double Divergence() => TextSimilarity.Divergence(analysed, background).Divergence;

    [Benchmark(Description = "one pair of them with its explanation")]
    public double Explanation() => TextSimilarity.Compare(analysed[0], analysed[1], background).Score;
}

/// <summary>Rankings of stated sizes.</summary>
public class RankingBenchmarks
{
    private readonly PairwiseMatrix hundred = Made(100);
    private readonly PairwiseMatrix sixteen = Made(KemenyRule.MostCandidates);

    [Benchmark(Description = "Schulze, 100 candidates")]
    public int Schulze() => SchulzeMethod.Rank(hundred).Levels.Count;

    [Benchmark(Description = "Ranked pairs, 100 candidates")]
    public int Pairs() => RankedPairs.Rank(hundred).Levels.Count;

    [Benchmark(Description = "Kemeny, 16 candidates")]
    public long Kemeny() => KemenyRule.Rank(sixteen).Disagreements;

    private static PairwiseMatrix Made(int candidates)
    {
        var random = new Random(1);
        return new(
            candidates,
            [
                .. Enumerable
                    .Range(0, 101)
                    .Select(_ =>
                    {
                        var order = Enumerable.Range(0, candidates).ToArray();
                        random.Shuffle(order);
                        return new RankedBallot([.. order.Select(c => new[] { c })]);
                    }),
            ]
        );
    }
}

/// <summary>The same work as the npm programs beside it (bench/peers): a plain loop, stemming, one k-means from given centres.</summary>
public class PeerBenchmarks
{
    private readonly double[] numbers = [.. Enumerable.Range(0, 1_000_000).Select(i => i % 1000 / 7.0)];
    private readonly (double X, double Y)[] points = Points();
    private string[] words = [];

    [GlobalSetup]
    public void Read() => words = [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "stems-nl.tsv")).Select(l => l.Split('\t')[0])];

    [Benchmark(Description = "plain loop, a million doubles")]
    public double PlainLoop()
    {
        var sum = 0.0;
        foreach (var number in numbers)
            sum += number * number;
        return sum;
    }

    [Benchmark(Description = "stems of 8 059 words")]
    public int Stems() => words.Sum(w => DutchStemmer.Stem(w).Length);

    [Benchmark(Description = "k-means, 2 000 points, 4 groups, one start")]
    public double KMeans() => Partition.Find(points, 4, starts: 1).Inertia;

    // The same sequence as in peers.mjs.
    private static (double X, double Y)[] Points()
    {
        var state = 1u;
        double Next() => (state = state * 1664525 + 1013904223) / 4294967296.0;
        return [.. Enumerable.Range(0, 2_000).Select(i => (i % 4 * 0.7 + Next(), i % 2 * 0.9 + Next()))];
    }
}
