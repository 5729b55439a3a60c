using Meerlaags.Domain.Content;
using Meerlaags.Web.Features.Framing.Differences;

namespace Meerlaags.Web.Tests.Framing.Differences;

/// <summary>What the product finds in texts with known differences: found, missed, wrongly claimed.</summary>
public sealed class Finding_differences
{
    private static readonly DifferenceLexicon Lexicon = Read();

    private static readonly DifferenceFinder Finder = new(
        Lexicon,
        new PlaceNames(["Noardeast-Fryslân", "Dantumadiel", "Leeuwarden", "Best", "Ede", "Den Haag", "'s-Hertogenbosch", "Overijssel", "Zwolle", "Delfzijl"])
    );

    // Found, missed and wrongly claimed. Other numbers mean that the lexicon or the reading changed: look at the rows, then write them here.
    private static readonly (int Found, int Missed, int Claimed) OfAnotherHand = (18, 1, 1);

    [Fact]
    public void What_a_careful_reader_finds_is_found_and_nothing_else_is_claimed()
    {
        var (found, missed, claimed) = (0, 0, 0);
        List<string> rows = [];
        foreach (var group in Known.All)
        {
            var seen = Finder.In(group.ByParty);
            var said = seen.Aspects.Select(Written).ToList();
            var hits = group.Expected.Count(said.Contains);
            var because = seen.Opposites.Select(pair => string.Join(", ", pair.Because)).ToList();
            var opposed = group.Opposed.Count(because.Contains);
            var wrong = said.Except(group.Expected).Concat(because.Except(group.Opposed)).ToList();
            found += hits + opposed;
            missed += group.Expected.Length - hits + group.Opposed.Length - opposed;
            claimed += wrong.Count;
            rows.Add(
                $"{group.Name}: found {hits + opposed}, missed {group.Expected.Length - hits + group.Opposed.Length - opposed}, claimed {wrong.Count} {string.Join("; ", wrong)}"
            );
        }
        TestContext.Current.SendDiagnosticMessage("{0}", string.Join('\n', rows));

        Assert.True((missed, claimed) == (0, 0), $"found {found}, missed {missed}, claimed {claimed}\n{string.Join('\n', rows)}");
    }

    [Fact]
    public void Of_texts_from_another_hand_it_is_known_how_much_is_found()
    {
        List<string> rows = [];
        var (found, missed, claimed) = (0, 0, 0);
        foreach (var group in Unprepared.All)
        {
            var seen = Finder.In(group.ByParty);
            var because = seen.Opposites.Select(pair => string.Join(", ", pair.Because)).ToList();
            var lost = group.Expected.Where(expected => !seen.Aspects.Any(aspect => Shows(aspect, expected))).Concat(group.Opposed.Except(because)).ToList();
            var wrong = seen
                .Aspects.Where(aspect => !group.Expected.Any(expected => expected.StartsWith(aspect.Aspect.Key + ":", StringComparison.Ordinal)))
                .Select(Written)
                .Concat(because.Except(group.Opposed))
                .ToList();
            var all = group.Expected.Length + group.Opposed.Length;
            (found, missed, claimed) = (found + all - lost.Count, missed + lost.Count, claimed + wrong.Count);
            rows.Add($"| {group.Name} | {all - lost.Count} | {string.Join("; ", lost)} | {string.Join("; ", wrong)} |");
        }
        TestContext.Current.SendDiagnosticMessage("{0}", string.Join('\n', rows));

        Assert.True((found, missed, claimed) == OfAnotherHand, $"found {found}, missed {missed}, claimed {claimed}\n{string.Join('\n', rows)}");
    }

    // "place: zee | land": each party that speaks does so with a word that holds this one.
    private static bool Shows(AspectDifference seen, string expected)
    {
        var (aspect, words) = (expected.Split(": ")[0], expected.Split(": ")[1].Split('|', StringSplitOptions.TrimEntries));
        return seen.Aspect.Key == aspect
            && words
                .Index()
                .Where(word => word.Item.Length > 0)
                .All(word =>
                    seen.Things.SelectMany(thing => thing.By)
                        .Any(said =>
                            said.Party == Known.Party(word.Index) && said.Words.Any(spoken => spoken.Contains(word.Item, StringComparison.OrdinalIgnoreCase))
                        )
                );
    }

    private static string Written(AspectDifference difference) =>
        $"{difference.Aspect.Key}: "
        + string.Join(
            ' ',
            difference
                .Things.SelectMany(thing => thing.By, (thing, by) => (thing.Key, by.Party))
                .GroupBy(said => said.Party)
                .OrderBy(said => Known.Letter(said.Key))
                .Select(said => $"{Known.Letter(said.Key)}={string.Join(',', said.Select(thing => thing.Key))}")
        );

    private static DifferenceLexicon Read()
    {
        DifferenceLexiconReader.Read(File.ReadAllText(Repository.At("content/differences/verschillen.v1.json"))).Is(out var lexicon, out var refusal);
        Assert.Null(refusal);
        return lexicon!;
    }
}
