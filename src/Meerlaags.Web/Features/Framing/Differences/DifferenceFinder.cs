using System.Globalization;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>Finds in words what differs between open texts: per sub-question of the lexicon who speaks of what, and where two say the opposite.</summary>
public sealed class DifferenceFinder
{
    private readonly DifferenceLexicon lexicon;
    private readonly PlaceNames names;
    private readonly Amounts amounts;
    private readonly Dictionary<string, List<(Concept Concept, List<WordPattern> Words)>> patterns;

    /// <summary>Takes the words to look for and the names of the register.</summary>
    public DifferenceFinder(DifferenceLexicon lexicon, PlaceNames names)
    {
        (this.lexicon, this.names) = (lexicon, names);
        amounts = new Amounts(lexicon.Units);
        patterns = lexicon.Aspects.ToDictionary(
            aspect => aspect.Key,
            aspect => aspect.Concepts.Select(concept => (concept, concept.Words.Select(word => new WordPattern(word)).ToList())).ToList()
        );
    }

    /// <summary>What differs between these texts; the same whatever order they come in, but for the order in which parties are named.</summary>
    public FoundDifferences In(IReadOnlyList<PartyText> texts)
    {
        var mentions = texts.SelectMany(text => text.Passages.SelectMany(passage => MentionsIn(text.Party, passage))).ToList();
        return new FoundDifferences(
            [
                .. lexicon
                    .Aspects.Select(aspect => DifferenceOn(aspect, texts, [.. mentions.Where(mention => mention.Aspect == aspect.Key)]))
                    .OfType<AspectDifference>(),
            ],
            OpposedSentences.In(texts, out var shortened)
        )
        {
            Shortened = shortened,
        };
    }

    private static AspectDifference? DifferenceOn(Aspect aspect, IReadOnlyList<PartyText> texts, List<Mention> mentions)
    {
        var order = texts.Index().ToDictionary(text => text.Item.Party, text => text.Index);
        var things = mentions
            .GroupBy(mention => mention.Key)
            .Select(same => new Named(same.Key, same.First().Name, Say(same, order)))
            .OrderBy(thing => thing.By.Count)
            .ThenBy(thing => order[thing.By[0].Party])
            .ToList();
        var speaking = mentions.Select(mention => mention.Party).Distinct().ToList();
        // Who says nothing about it does not differ in it; where all who speak name the same things nobody does.
        if (speaking.Count < 2 || things.TrueForAll(thing => thing.By.Count == speaking.Count))
            return null;
        return new AspectDifference(aspect, things, [.. texts.Select(text => text.Party).Except(speaking)]);
    }

    private static List<SaidBy> Say(IEnumerable<Mention> mentions, Dictionary<PartyId, int> order) =>
        [
            .. mentions
                .GroupBy(mention => mention.Party)
                .OrderBy(party => order[party.Key])
                .Select(party => new SaidBy(party.Key, [.. party.Select(mention => mention.Words).Distinct(StringComparer.OrdinalIgnoreCase)])),
        ];

    private IEnumerable<Mention> MentionsIn(PartyId party, string text)
    {
        var words = TextWord.Of(text);
        foreach (var aspect in lexicon.Aspects)
        {
            foreach (var (concept, spellings) in patterns[aspect.Key])
            foreach (var (first, length) in Places(words, spellings))
                yield return new Mention(party, aspect.Key, concept.Key, concept.Name, Written(text, words, first, length));
            foreach (var taken in Taken(aspect, text, words))
                yield return new Mention(party, aspect.Key, taken.Key, Same(taken.Name), Written(text, words, taken.First, taken.Length));
        }
    }

    private static IEnumerable<(int First, int Length)> Places(IReadOnlyList<TextWord> words, List<WordPattern> spellings)
    {
        for (var place = 0; place < words.Count; place++)
        {
            var length = spellings.Max(spelling => spelling.FitsAt(words, place));
            if (length == 0)
                continue;
            yield return (place, length);
            place += length - 1;
        }
    }

    private IEnumerable<(string Key, string Name, int First, int Length)> Taken(Aspect aspect, string text, IReadOnlyList<TextWord> words) =>
        aspect.Takes switch
        {
            AspectTakes.Names => words
                .Index()
                .Select(word => (word.Index, Length: names.FitsAt(words, word.Index)))
                .Where(name => name.Length > 0)
                .Select(name => Name(text, words, name.Index, name.Length)),
            AspectTakes.Years => words
                .Index()
                .Where(word => amounts.YearAt(text, words, word.Index) is not null)
                .Select(word => ($"year:{word.Item.Small}", word.Item.Small, word.Index, 1)),
            AspectTakes.Numbers => amounts
                .In(text, words)
                .Select(amount =>
                    (Key(amount), Written(text, words, amount.First, amount.Last - amount.First + 1), amount.First, amount.Last - amount.First + 1)
                ),
            AspectTakes.Words => [],
        };

    private static (string Key, string Name, int First, int Length) Name(string text, IReadOnlyList<TextWord> words, int first, int length)
    {
        var name = Written(text, words, first, length);
        return ($"name:{name}", name, first, length);
    }

    private static string Written(string text, IReadOnlyList<TextWord> words, int first, int length) => text[words[first].Start..words[first + length - 1].End];

    private static string Key(Amount amount) => $"{amount.Unit.Key}:{(amount.Value / 1.000000000m).ToString(CultureInfo.InvariantCulture)}";

    private static Wording Same(string name) => new(new Dictionary<string, string> { ["nl"] = name });

    private sealed record Mention(PartyId Party, string Aspect, string Key, Wording Name, string Words);
}
