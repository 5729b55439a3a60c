using Meerlaags.Deliberation.Similarity;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>Two parties beside each other in words.</summary>
/// <param name="One">The one.</param>
/// <param name="Other">The other.</param>
/// <param name="Tie">Words that both use.</param>
/// <param name="OnlyOne">Words that only the one uses.</param>
/// <param name="OnlyOther">Words that only the other uses.</param>
public sealed record PartyPair(PartyId One, PartyId Other, IReadOnlyList<string> Tie, IReadOnlyList<string> OnlyOne, IReadOnlyList<string> OnlyOther)
{
    /// <summary>The words that turn one against the other, where they say the opposite somewhere.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>Whether one of them shares more words with the other than with anybody else.</summary>
    public bool IsNearest { get; init; }
}

/// <summary>The words that only one tier uses.</summary>
public sealed record TierWords(GovernmentTier Tier, IReadOnlyList<string> Words);

/// <summary>Which parties use the same words: in words, never as a figure.</summary>
/// <param name="Pairs">Every two parties, in the order of the table.</param>
/// <param name="Tiers">Per tier the words that no other tier uses.</param>
public sealed record WordLikeness(IReadOnlyList<PartyPair> Pairs, IReadOnlyList<TierWords> Tiers)
{
    private const int MostTying = 8;
    private const int MostApart = 6;

    // They hold sentences together and say nothing of an issue: sharing them ties nobody.
    private static readonly HashSet<string> Plain = new(
        (
            "hetzelfde dezelfde zelfde ander andere anders steeds vaak soms heel hele erg echt gewoon zoals terwijl intussen tegelijk allemaal stuk klaar "
            + "waarop waarin waarmee waarvan waaraan waardoor waarbij wanneer erbij erin eraan eraf ermee ervan erover ervoor daarin daarop daarmee daarvan "
            + "kunt kunnen mogen moeten hoeven hoeft gebeurt gebeuren"
        ).Split(' '),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>Lays open texts beside each other.</summary>
    public static WordLikeness Of(IReadOnlyList<(PartyText Text, GovernmentTier Tier)> parties)
    {
        var texts = parties.Select(party => party.Text).ToList();
        var analysed = Background.Analyse([.. texts.Select(text => string.Join('\n', text.Passages))], out var background);
        var against = OpposedSentences
            .In(texts, out _)
            .GroupBy(pair => (pair.One.Party, pair.Other.Party))
            .ToDictionary(same => same.Key, same => same.SelectMany(pair => pair.Because).Distinct().ToList());
        var names = NamesIn(texts);
        var pairs = new List<(int One, int Other, double Score, PartyPair Pair)>();
        for (var one = 0; one < texts.Count; one++)
        for (var other = one + 1; other < texts.Count; other++)
        {
            var words = SideTerms.Between(analysed[one], analysed[other]);
            var (mine, theirs) = (texts[one].Party, texts[other].Party);
            var pair = new PartyPair(
                mine,
                theirs,
                Written(words.Shared, names, MostTying),
                Written(words.OnlyFirst, names, MostApart),
                Written(words.OnlySecond, names, MostApart)
            )
            {
                Against = against.GetValueOrDefault((mine, theirs)) ?? against.GetValueOrDefault((theirs, mine)) ?? [],
            };
            pairs.Add((one, other, TextSimilarity.Compare(analysed[one], analysed[other], background).WordScore, pair));
        }
        var nearest = Enumerable
            .Range(0, texts.Count)
            .Select(place =>
                pairs
                    .Where(pair => pair.Pair.Tie.Count > 0 && (pair.One == place || pair.Other == place))
                    .OrderByDescending(pair => pair.Score)
                    .Select(pair => pair.Pair)
                    .FirstOrDefault()
            )
            .OfType<PartyPair>()
            .ToHashSet();
        return new WordLikeness([.. pairs.Select(pair => pair.Pair with { IsNearest = nearest.Contains(pair.Pair) })], OfTiers(parties, analysed, names));
    }

    private static List<TierWords> OfTiers(
        IReadOnlyList<(PartyText Text, GovernmentTier Tier)> parties,
        IReadOnlyList<AnalysedText> analysed,
        Dictionary<string, string> names
    )
    {
        var tiers = parties.Index().GroupBy(party => party.Item.Tier, party => analysed[party.Index]).OrderBy(tier => tier.Key).ToList();
        if (tiers.Count < 2)
            return [];
        var only = SideTerms.OnlyOneSide([.. tiers.Select(tier => (IReadOnlyList<AnalysedText>)[.. tier])]);
        return [.. tiers.Select((tier, place) => new TierWords(tier.Key, Written(only[place], names, MostTying))).Where(tier => tier.Words.Count > 0)];
    }

    // What has a capital wherever it does not open a sentence: Europa, Moddergat.
    private static Dictionary<string, string> NamesIn(IEnumerable<PartyText> texts) =>
        texts
            .SelectMany(text => text.Passages)
            .SelectMany(TextWord.Of)
            .Where(word => !word.OpensSentence)
            .GroupBy(word => word.Small, word => word.Written)
            .Where(same => same.All(written => char.IsUpper(written[0])))
            .ToDictionary(same => same.Key, same => same.First());

    // A year or a number ties nobody either; the page with differences shows those.
    private static List<string> Written(IReadOnlyList<WeightedWord> words, Dictionary<string, string> names, int most) =>
        [
            .. words
                .Select(word => word.Written[0])
                .Where(word => !Amounts.IsNumber(word) && !Plain.Contains(word))
                .Select(word => names.GetValueOrDefault(word, word))
                .Take(most),
        ];
}
