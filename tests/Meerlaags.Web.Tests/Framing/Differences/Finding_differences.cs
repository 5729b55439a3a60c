using Meerlaags.Domain.Content;
using Meerlaags.Web.Features.Framing.Differences;

namespace Meerlaags.Web.Tests.Framing.Differences;

/// <summary>What the product finds in texts with known differences: found, missed, wrongly claimed.</summary>
public sealed class Finding_differences
{
    private static readonly DifferenceLexicon Lexicon = Read();

    private static readonly DifferenceFinder Finder = new(
        Lexicon,
        new PlaceNames(["Noardeast-Fryslân", "Dantumadiel", "Leeuwarden", "Best", "Ede", "Den Haag", "'s-Hertogenbosch"])
    );

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
            var (opposed, extra) = (Math.Min(seen.Opposites.Count, group.Opposed), Math.Max(0, seen.Opposites.Count - group.Opposed));
            var wrong = said.Except(group.Expected).ToList();
            found += hits + opposed;
            missed += group.Expected.Length - hits + group.Opposed - opposed;
            claimed += wrong.Count + extra;
            rows.Add(
                $"{group.Name}: found {hits + opposed}, missed {group.Expected.Length - hits + group.Opposed - opposed}, claimed {wrong.Count + extra} {string.Join("; ", wrong.Concat(seen.Opposites.Select(pair => string.Join('/', pair.Because))))}"
            );
        }
        TestContext.Current.SendDiagnosticMessage("{0}", string.Join('\n', rows));

        Assert.True((missed, claimed) == (0, 0), $"found {found}, missed {missed}, claimed {claimed}\n{string.Join('\n', rows)}");
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
