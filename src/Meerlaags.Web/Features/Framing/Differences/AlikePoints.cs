using Meerlaags.Deliberation.Similarity;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>Two points of different parties that may say the same, or the opposite.</summary>
/// <param name="One">The one.</param>
/// <param name="Other">The other.</param>
/// <param name="Words">The words that tie them, or that turn one against the other.</param>
public sealed record PointPair(PointId One, PointId Other, IReadOnlyList<string> Words);

/// <summary>Points that may say the same, and points that may say the opposite; each from the most alike down. A proposal: people decide.</summary>
public sealed record AlikePairs(IReadOnlyList<PointPair> Same, IReadOnlyList<PointPair> Opposed);

/// <summary>Finds points of different parties that may say the same. Points in the opposite sense are never among them, however many words they share.</summary>
public static class AlikePoints
{
    /// <summary>Most pairs proposed at once: what a table can talk about.</summary>
    public const int Most = 12;

    private const int MostWords = 6;

    // Below it points share a word by chance.
    private const double From = 0.4;

    /// <summary>The pairs among points, before anybody decided about one.</summary>
    public static AlikePairs In(IReadOnlyList<RaisedPoint> points)
    {
        var analysed = Background.Analyse([.. points.Select(raised => raised.Point.Text)], out var background);
        var found = new List<(double Score, TextRelation Relation, PointPair Pair)>();
        foreach (var (one, other) in TextSimilarity.Related(analysed, background, From))
        {
            if (points[one].Party == points[other].Party)
                continue;
            var compared = TextSimilarity.Compare(analysed[one], analysed[other], background);
            var words =
                compared.Relation == TextRelation.Opposed
                    ? compared.Opposition
                    : [.. SideTerms.Between(analysed[one], analysed[other]).Shared.Take(MostWords).Select(word => word.Written[0])];
            if (words.Count > 0)
                found.Add((compared.WordScore, compared.Relation, new PointPair(points[one].Point.Id, points[other].Point.Id, words)));
        }
        var ordered = found.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Pair.One.Value).ThenBy(pair => pair.Pair.Other.Value).ToList();
        return new AlikePairs(
            [.. ordered.Where(pair => pair.Relation != TextRelation.Opposed).Select(pair => pair.Pair)],
            [.. ordered.Where(pair => pair.Relation == TextRelation.Opposed).Select(pair => pair.Pair)]
        );
    }

    /// <summary>What is still to decide: not what stands together already, nor what somebody found different or took apart.</summary>
    public static AlikePairs StillOpen(AlikePairs pairs, OpenTexts open)
    {
        var group = open.Groups.All.SelectMany(same => same.Points, (same, raised) => (raised.Point.Id, Of: same.Points[0].Point.Id)).ToDictionary();
        var decided = open
            .Findings.Where(finding => !finding.Ties && group.ContainsKey(finding.First) && group.ContainsKey(finding.Second))
            .Select(finding => Between(group[finding.First], group[finding.Second]))
            .ToHashSet();
        return new AlikePairs(Open(pairs.Same), Open(pairs.Opposed));

        // Of two groups the points that are most alike stand for them.
        List<PointPair> Open(IEnumerable<PointPair> all) =>
            [
                .. all.Where(pair => group[pair.One] != group[pair.Other])
                    .Where(pair => !decided.Contains(Between(group[pair.One], group[pair.Other])))
                    .DistinctBy(pair => Between(group[pair.One], group[pair.Other])),
            ];
    }

    private static (PointId, PointId) Between(PointId one, PointId other) => one.Value.CompareTo(other.Value) < 0 ? (one, other) : (other, one);
}
