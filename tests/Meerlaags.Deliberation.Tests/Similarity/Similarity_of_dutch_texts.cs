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
    public void Pairs_found_at_once_are_those_found_pair_by_pair()
    {
        var texts = Background.Analyse(
            [.. File.ReadLines(FixtureFolder.Input("sts", "sick-nl.tsv")).Skip(1).Take(120).Select(line => line.Split('\t')[1])],
            out var background
        );

        var found = TextSimilarity.Related(texts, background, 0.5).ToHashSet();

        var expected = Enumerable
            .Range(0, texts.Count)
            .SelectMany(one => Enumerable.Range(one + 1, texts.Count - one - 1).Select(other => (one, other)))
            .Where(pair => TextSimilarity.Compare(texts[pair.one], texts[pair.other], background).WordScore >= 0.5)
            .ToHashSet();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, found);
    }

    [Fact]
    public void Words_that_tie_and_set_apart_are_no_everyday_words()
    {
        var texts = Background.Analyse(["De bushalte van het dorp moet blijven.", "Het is de bushalte op het plein die blijft."], out _);
        var (shared, first, second) = SideTerms.Between(texts[0], texts[1]);

        Assert.Contains(shared, word => word.Written.Contains("bushalte"));
        Assert.DoesNotContain(shared.Concat(first).Concat(second), word => word.Written.Any(written => written is "de" or "het" or "van"));
        Assert.Contains(first, word => word.Written.Contains("dorp"));
        Assert.Contains(second, word => word.Written.Contains("plein"));
        Assert.Throws<ArgumentException>(() => SideTerms.Between(texts[0], Background.Analyse(["Iets anders."], out _)[0]));
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

    [Fact]
    public void The_fast_form_equals_the_definition_pair_by_pair()
    {
        const int seed = 20261122;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 20; round++)
        {
            var made = Enumerable.Range(0, 6).Select(_ => MadeText(random, words: random.Next(1, 30))).ToArray();
            var plain = new PlainSimilarity(made);
            var texts = Background.Analyse(made, out var background);
            var sums = new double[made.Length];
            for (var a = 0; a < made.Length; a++)
            for (var b = 0; b < made.Length; b++)
            {
                var comparison = TextSimilarity.Compare(texts[a], texts[b], background);
                Assert.Equal(plain.WordScore(a, b), comparison.WordScore, 1e-12);
                sums[a] += a == b ? 0 : comparison.Score;
            }
            var (divergence, parts) = TextSimilarity.Divergence(texts, background);
            Assert.Equal(sums.Select(s => 1 - s / 5), parts, (x, y) => Math.Abs(x - y) < 1e-12);
            Assert.Equal(parts.Average(), divergence, 1e-12);
        }
    }

    [Fact]
    public void Ten_thousand_pairs_score_the_same_both_ways_and_one_with_themselves()
    {
        const int seed = 7;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var texts = Background.Analyse([.. Enumerable.Range(0, 200).Select(_ => MadeText(random, random.Next(0, 40)))], out var background);
        for (var i = 0; i < 10_000; i++)
        {
            var (a, b) = (texts[random.Next(200)], texts[random.Next(200)]);
            var (there, back) = (TextSimilarity.Score(a, b, background), TextSimilarity.Score(b, a, background));
            Assert.Equal(there.Score, back.Score, 1e-12);
            Assert.Equal(there.Relation, back.Relation);
            Assert.InRange(there.Score, 0, 1);
            Assert.Equal(1, TextSimilarity.Score(a, a, background).Score, 1e-12);
        }
    }

    [Theory]
    [InlineData("De provincie betaalt de brug.", "Niet alleen de provincie betaalt de brug.", TextRelation.Similar, "")]
    [InlineData("De oversteek bij de school is veilig.", "De oversteek bij de school is onveilig.", TextRelation.Opposed, "veilig / onveilig")]
    [InlineData("De oversteek bij de school is veilig.", "De oversteek bij de school is niet onveilig.", TextRelation.Similar, "")]
    [InlineData("De huur in de wijk is te hoog.", "De huur in de wijk is te laag.", TextRelation.Opposed, "hoog / laag")]
    [InlineData("Er komt een zwembad in het dorp.", "Er komt nooit een zwembad in het dorp.", TextRelation.Opposed, "nooit")]
    [InlineData("Er komt geen zwembad in het dorp.", "In het dorp komt nooit een zwembad.", TextRelation.Similar, "")]
    [InlineData("Er komt geen zwembad in het dorp.", "De belasting op grond stijgt.", TextRelation.Different, "geen")]
    public void What_turns_a_text_round_is_told_from_what_only_looks_so(string a, string b, TextRelation relation, string why)
    {
        var texts = Background.Analyse([a, b], out var background);

        var comparison = TextSimilarity.Compare(texts[0], texts[1], background);

        Assert.Equal((relation, why), (comparison.Relation, string.Join("; ", comparison.Opposition)));
    }

    [Theory]
    [InlineData("de te hoge huur van starters", "de te lage huur van starters", true)]
    [InlineData("de te hoge huur van starters", "de veel te lage dijk langs Zwolle", false)]
    public void In_longer_texts_opposites_count_beside_the_same_thing_only(string first, string second, bool opposed)
    {
        const string around =
            "De gemeente wil samen met bewoners, ondernemers en scholen kijken welke voorzieningen in het dorp kunnen blijven en wie daarvoor betaalt, ook als het aantal leerlingen verder daalt. Bewoners noemen {0} als zorg.";
        var texts = Background.Analyse(
            [string.Format(CultureInfo.InvariantCulture, around, first), string.Format(CultureInfo.InvariantCulture, around, second)],
            out var background
        );

        Assert.Equal(opposed, TextSimilarity.Compare(texts[0], texts[1], background).Opposition.Count > 0);
    }

    [Fact]
    public void Words_only_one_side_uses_are_found_with_what_weighs_most_first()
    {
        var texts = Background.Analyse(
            [
                "Starters vinden geen woning. De woningen zijn te duur voor starters.",
                "Starters wachten jaren op een woning in de stad.",
                "De dijken moeten hoger, ook waar woningen staan.",
            ],
            out var background
        );

        var sides = SideTerms.OnlyOneSide([
            [texts[0], texts[1]],
            [texts[2]],
        ]);

        Assert.Equal("starter", sides[0][0].Stem);
        Assert.Equal(["starters"], sides[0][0].Written);
        Assert.Contains(sides[1], w => w.Written.Contains("dijken"));
        Assert.DoesNotContain(sides.SelectMany(s => s), w => w.Stem is "woning" or "de" or "ook");
        Assert.True(sides[0].First(w => w.Stem == "starter").Weight > sides[0].First(w => w.Stem == "stad").Weight);
    }

    [Fact]
    public void Texts_of_another_background_are_refused()
    {
        var first = Background.Analyse(["een"], out _);
        Background.Analyse(["een"], out var other);

        Assert.Throws<ArgumentException>(() => TextSimilarity.Score(first[0], first[0], other));
    }

    private static string MadeText(Random random, int words)
    {
        string[] parts =
        [
            "huur",
            "woning",
            "dijk",
            "water",
            "hoog",
            "laag",
            "niet",
            "school",
            "fietspad",
            "de",
            "van",
            "geen",
            "onveilig",
            "veilig",
            "plein",
            "stad",
        ];
        return string.Join(' ', Enumerable.Range(0, words).Select(_ => parts[random.Next(parts.Length)] + (random.Next(4) == 0 ? "en" : "")));
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
