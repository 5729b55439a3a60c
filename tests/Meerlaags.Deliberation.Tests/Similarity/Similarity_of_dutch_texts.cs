using System.Globalization;
using Meerlaags.Deliberation.Similarity;
using Meerlaags.Deliberation.Tests.Fixtures;

namespace Meerlaags.Deliberation.Tests.Similarity;

public class Similarity_of_dutch_texts
{
    // From the published description of the algorithm (snowballstem.org, sample of the Dutch vocabulary).
    [Theory]
    [InlineData("lichaam", "licham")]
    [InlineData("lichaamsziek", "lichaamsziek")]
    [InlineData("lichamelijk", "licham")]
    [InlineData("lichamelijkheden", "licham")]
    [InlineData("lichte", "licht")]
    [InlineData("opglijdende", "opglijd")]
    [InlineData("opgingen", "opging")]
    [InlineData("opheffen", "opheff")]
    [InlineData("ophelderingen", "ophelder")]
    [InlineData("ophijsen", "ophijs")]
    [InlineData("maan", "man")]
    [InlineData("bedden", "bed")]
    [InlineData("mogelijkheden", "mogelijk")]
    public void Words_are_brought_to_their_stem(string word, string stem) => Assert.Equal(stem, DutchStemmer.Stem(word));

    [Theory]
    [InlineData("sick-nl.tsv", 0.65)]
    [InlineData("stsb-nl.tsv", 0.75)]
    public void Scores_follow_human_judgement(string file, double least)
    {
        var path = FixtureFolder.Input("sts", file);
        var human = File.ReadLines(path).Skip(1).Select(l => double.Parse(l.Split('\t')[3], CultureInfo.InvariantCulture)).ToList();

        var scores = Scores(path).ConvertAll(s => s.Score);

        Assert.InRange(Spearman(scores, human), least, 1);
    }

    [Fact]
    public void Contradictions_are_called_opposed_and_score_well_below_entailments()
    {
        var path = FixtureFolder.Input("sts", "sick-nl.tsv");
        var labels = File.ReadLines(path).Skip(1).Select(l => l.Split('\t')[4]).ToList();
        var scores = Scores(path);

        double Mean(string label) => scores.Where((_, i) => labels[i] == label).Average(s => s.Score);
        double Opposed(string label) => scores.Where((_, i) => labels[i] == label).Average(s => s.Relation == "opposed" ? 1 : 0);

        Assert.InRange(Mean("ENTAILMENT") - Mean("CONTRADICTION"), 0.15, 1);
        Assert.InRange(Opposed("CONTRADICTION"), 0.8, 1);
        Assert.InRange(Opposed("ENTAILMENT"), 0, 0.05);
    }

    [Fact]
    public void What_ties_sets_apart_and_opposes_is_told()
    {
        var texts = Background.Analyse(
            ["De gemeente wil de bushalte op het dorpsplein behouden.", "De provincie wil geen bushalte op het plein."],
            out var background
        );

        var comparison = TextSimilarity.Compare(texts[0], texts[1], background);

        Assert.Equal(TextRelation.Opposed, comparison.Relation);
        Assert.Contains("geen", comparison.Opposition);
        Assert.Contains(comparison.Shared, w => w.Stem == "bushalt");
        Assert.Contains(comparison.OnlyFirst, w => w.Stem == "gemeent");
        Assert.True(comparison.Score < comparison.WordScore);
    }

    [Fact]
    public void Divergence_is_zero_for_equal_texts_and_shows_who_differs()
    {
        string[] same = ["Te weinig woningen voor starters.", "Te weinig woningen voor starters.", "De rivier treedt elk voorjaar buiten haar oevers."];
        var texts = Background.Analyse(same, out var background);

        Assert.Equal(0, TextSimilarity.Divergence([texts[0], texts[1]], background).Divergence, 12);
        var (all, parts) = TextSimilarity.Divergence(texts, background);
        var reversed = TextSimilarity.Divergence([.. texts.Reverse()], background);
        Assert.Equal(all, reversed.Divergence, 12);
        Assert.Equal(2, parts.ToList().IndexOf(parts.Max()));
        Assert.Equal((0, 0), (TextSimilarity.Divergence([], background).Divergence, TextSimilarity.Divergence([texts[0]], background).Divergence));
    }

    private static List<(double Score, string Relation)> Scores(string path)
    {
        var run = CommandLine.Run("similarity", path);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return
        [
            .. run
                .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(l => l.Split('\t'))
                .Select(f => (double.Parse(f[1], CultureInfo.InvariantCulture), f[2])),
        ];
    }

    private static double Spearman(List<double> a, List<double> b)
    {
        var (x, y) = (Ranks(a), Ranks(b));
        var (mx, my) = (x.Average(), y.Average());
        return x.Zip(y, (p, q) => (p - mx) * (q - my)).Sum() / Math.Sqrt(x.Sum(p => (p - mx) * (p - mx)) * y.Sum(q => (q - my) * (q - my)));
    }

    private static double[] Ranks(List<double> values)
    {
        var ranks = new double[values.Count];
        foreach (var tied in Enumerable.Range(0, values.Count).OrderBy(i => values[i]).Select((i, rank) => (i, rank)).GroupBy(p => values[p.i]))
        foreach (var (i, _) in tied)
            ranks[i] = tied.Average(p => p.rank);
        return ranks;
    }
}
