using Meerlaags.Deliberation.Similarity;

namespace Meerlaags.Deliberation.Cli.Explain;

/// <summary>Two texts beside each other told to people.</summary>
internal sealed class SimilarityExplanation(Words words)
{
    private const int Shown = 5;

    public void Write(string id, TextComparison comparison)
    {
        var score = words.Figure(comparison.Score);
        switch (comparison.Relation)
        {
            case TextRelation.Similar:
                words.Say($"{id}: gaan over hetzelfde ({score}).", $"{id}: are about the same thing ({score}).");
                break;
            case TextRelation.Opposed:
                words.Say(
                    $"{id}: gaan over hetzelfde, maar zeggen het omgekeerde ({score}), door: {string.Join(", ", comparison.Opposition)}.",
                    $"{id}: are about the same thing but say the opposite ({score}), because of: {string.Join(", ", comparison.Opposition)}."
                );
                break;
            case TextRelation.Different:
                words.Say($"{id}: gaan over iets anders ({score}).", $"{id}: are about different things ({score}).");
                break;
        }
        Stems("in beide", "in both", comparison.Shared);
        Stems("alleen in de eerste", "only in the first", comparison.OnlyFirst);
        Stems("alleen in de tweede", "only in the second", comparison.OnlySecond);
    }

    private void Stems(string dutch, string english, IReadOnlyList<WeightedWord> stems)
    {
        var all = string.Join(", ", stems.Take(Shown).Select(s => s.Stem));
        if (all.Length > 0)
            words.Say($"  {dutch}: {all}", $"  {english}: {all}");
    }
}
