using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.OpinionGroups.Import;

namespace Meerlaags.Deliberation.Cli.Explain;

/// <summary>Parties or tiers that the file names, told to people: how they lie over the groups found, what divides them, what one alone raised.</summary>
internal sealed class GivenGroupsExplanation(Words words, ImportedVotes input)
{
    private const int Shown = 5;

    public void Write(OpinionMap map)
    {
        if (input.GroupOfParticipant.Count == 0)
            return;
        var given = new GivenGroups(input.Votes, input.GroupOfParticipant);
        words.Blank();
        words.Say("DE GROEPEN DIE HET BESTAND NOEMT", "THE GROUPS THE FILE NAMES");
        WriteOverlap(map, given);
        var stands = StatementStand.Of(input.Votes, input.ModeratedOut, given.GroupOfRow);
        foreach (var stand in stands.Where(s => s.Divides > 0).OrderByDescending(s => s.Divides).Take(Shown))
            words.Say(
                $"- stelling {Words.Named(stand.Statement, input.Statements)} verdeelt hen: in de ene groep is {words.Share(stand.MostAgree)} voor, in een andere {words.Share(stand.LeastAgree)}.",
                $"- statement {Words.Named(stand.Statement, input.Statements)} divides them: in one group {words.Share(stand.MostAgree)} agree, in another {words.Share(stand.LeastAgree)}."
            );
        WriteLonePoints(given);
    }

    private void WriteOverlap(OpinionMap map, GivenGroups given)
    {
        var overlap = given.Against(map);
        for (var g = 0; g < given.Names.Count; g++)
        {
            var counts = Enumerable
                .Range(0, overlap.Counts.GetLength(1))
                .Select(found => (found, Count: overlap.Counts[g, found]))
                .Where(c => c.Count > 0)
                .ToList();
            words.Say(
                $"- {given.Names[g]}: {(counts.Count == 0 ? "niemand op de kaart" : words.List(counts.Select(c => $"{words.Count(c.Count)} in groep {c.found + 1}")))}.",
                $"- {given.Names[g]}: {(counts.Count == 0 ? "nobody on the map" : words.List(counts.Select(c => $"{words.Count(c.Count)} in group {c.found + 1}")))}."
            );
        }
        if (overlap.AdjustedRand is { } index)
            words.Say(
                $"Hoe ver de meningen langs deze lijnen lopen: {words.Figure(index)} (1 is precies, 0 is dwars erdoorheen).",
                $"How far opinions run along these lines: {words.Figure(index)} (1 is exactly, 0 is across)."
            );
    }

    private void WriteLonePoints(GivenGroups given)
    {
        var lone = GivenGroupsOutput.LonePoints(input, given);
        if (lone.Count == 0)
            return;
        words.Blank();
        words.Say("WAT ÉÉN GROEP ALLEEN INBRACHT", "WHAT ONE GROUP ALONE RAISED");
        foreach (var (point, group) in lone)
            words.Say(
                $"- {group}: stelling {Words.Named(point.Statement, input.Statements)}. {(point.OthersAgree is { } agree ? $"Van de {words.Count(point.OtherVotes)} stemmen van anderen is {words.Share(agree)} voor." : "Geen van de anderen stemde hierover.")}",
                $"- {group}: statement {Words.Named(point.Statement, input.Statements)}. {(point.OthersAgree is { } agrees ? $"Of {words.Count(point.OtherVotes)} votes of others {words.Share(agrees)} agree." : "None of the others voted on it.")}"
            );
    }
}
