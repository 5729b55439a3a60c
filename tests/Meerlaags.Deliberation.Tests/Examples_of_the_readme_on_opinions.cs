using Meerlaags.Deliberation.Embeddings;
using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.OpinionGroups.Import;
using Meerlaags.Deliberation.Ranking;
using Meerlaags.Deliberation.Similarity;

namespace Meerlaags.Deliberation.Tests;

/// <summary>The README's examples on opinions, rankings and texts, run.</summary>
public class Examples_of_the_readme_on_opinions
{
    [Fact]
    public void Who_stands_near_whom()
    {
        var table =
            "deelnemer;partij;stelling;stem\n1;Rijk;bouwen;eens\n1;Rijk;rust;oneens\n2;Rijk;bouwen;eens\n2;Rijk;rust;oneens\n"
            + "3;Zwolle;bouwen;oneens\n3;Zwolle;rust;eens\n4;Zwolle;bouwen;oneens\n4;Zwolle;rust;eens\n1;Rijk;water;eens\n3;Zwolle;water;eens\n";
        var read = VoteFile.Read(new StringReader(table));
        var map = OpinionMap.Draw(read.Votes, read.ModeratedOut);
        var parties = new GivenGroups(read.Votes, read.GroupOfParticipant);
        var stands = StatementStand.Of(read.Votes, read.ModeratedOut, parties.GroupOfRow);
        var after = map.With([new Vote(4, 2, -1)]);

        Assert.Equal((GroupsFound.Clear, 2), (map.Found, map.Best!.Groups));
        Assert.Equal(1, parties.Against(map).AdjustedRand);
        Assert.Equal("water", read.Statements[stands.MaxBy(s => s.BridgingAgree)!.Statement]);
        Assert.Equal(["bouwen", "rust"], stands.OrderByDescending(s => s.Divides).Take(2).Select(s => read.Statements[s.Statement]).Order());
        Assert.Equal(-1, after.Votes[3, 2]);
    }

    [Fact]
    public void Three_options_sixty_voters_a_circle()
    {
        RankedBallot Ballot(long weight, params int[] order) => new([.. order.Select(c => new[] { c })], weight);
        var matrix = new PairwiseMatrix(3, [Ballot(23, 0, 1, 2), Ballot(17, 1, 2, 0), Ballot(2, 1, 0, 2), Ballot(10, 2, 0, 1), Ballot(8, 2, 1, 0)]);
        var ranking = SchulzeMethod.Rank(matrix);
        var reason = ranking.Explain(1)[0];

        Assert.Equal([1], ranking.Winners);
        Assert.Equal([new PathStep(1, 2, 24), new PathStep(2, 0, 10)], reason.There);
        Assert.Equal((10, 6), (reason.ThereStrength, reason.BackStrength));
    }

    [Fact]
    public void The_words_that_only_one_side_uses()
    {
        var written = Background.Analyse(["Starters vinden geen woning.", "De dijken moeten hoger."], out var everyday);
        var sides = SideTerms.OnlyOneSide([
            [written[0]],
            [written[1]],
        ]);
        var (divergence, parts) = TextSimilarity.Divergence(written, everyday);

        Assert.Contains(sides[0], w => w.Stem == "starter");
        Assert.Contains(sides[1], w => w.Stem == "dijk");
        Assert.InRange(divergence, 0.8, 1);
        Assert.Equal(2, parts.Count);
    }

    [Fact]
    public async Task A_sentence_model_beside_the_words()
    {
        using var model = OpenAiEmbeddings.Create(new EmbeddingSettings { Endpoint = null, Model = "any" });
        var similarity = await CombinedSimilarity.Of(["Te weinig huizen.", "Een tekort aan woonruimte."], model);

        Assert.Equal((SimilarityMeasure.Lexical, null), (similarity.Measure, similarity.Fallback));
    }
}
