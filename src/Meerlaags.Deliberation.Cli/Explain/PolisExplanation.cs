using Meerlaags.Deliberation.OpinionGroups;
using Meerlaags.Deliberation.OpinionGroups.Import;
using Meerlaags.Deliberation.OpinionGroups.Polis;

namespace Meerlaags.Deliberation.Cli.Explain;

/// <summary>Opinion groups told to people, with the names and texts that the file has.</summary>
internal sealed class PolisExplanation(Words words, ImportedVotes input)
{
    private const int Shown = 5;
    private const int Named = 20;

    public void Write(PolisResult result)
    {
        words.Say(
            $"{result.Votes.Rows} deelnemers stemden over {result.Votes.Columns} stellingen. {result.InConversation.Count} van hen stemden vaak genoeg om een plaats te krijgen.",
            $"{result.Votes.Rows} participants voted on {result.Votes.Columns} statements. {result.InConversation.Count} of them voted often enough to get a place."
        );
        words.Say(
            $"De rekenwijze van Polis vindt {result.Groups.Count} groepen. Let op: met de deelnemers in een andere volgorde kan dat anders uitvallen (--own niet).",
            $"The Polis method finds {result.Groups.Count} groups. Mind: with the participants in another order this may come out differently (--own does not)."
        );
        WriteFigures(result.Groups, result.Repness, (result.Agreed, result.Disagreed));
        words.Blank();
        words.Say("STELLINGEN DIE ALLE GROEPEN STEUNEN (1 = iedereen)", "STATEMENTS ALL GROUPS SUPPORT (1 = everybody)");
        var order = Enumerable
            .Range(0, result.Votes.Columns)
            .Where(c => !result.ModeratedOut.Contains(result.Votes.Statements[c]))
            .OrderByDescending(c => result.GroupAwareConsensus[c]);
        foreach (var c in order.Take(Shown))
            words.Say(
                $"- stelling {Words.Named(result.Votes.Statements[c], input.Statements)}: {words.Figure(result.GroupAwareConsensus[c])}; in de minst enthousiaste groep is ongeveer {words.Share(result.LeastGroupAgreement[c])} voor.",
                $"- statement {Words.Named(result.Votes.Statements[c], input.Statements)}: {words.Figure(result.GroupAwareConsensus[c])}; in the least keen group about {words.Share(result.LeastGroupAgreement[c])} agree."
            );
    }

    public void Write(PolisProduction result, VoteMatrix votes)
    {
        words.Say(
            $"Nagerekend uit de stemmen zelf: {votes.Rows} deelnemers, {votes.Columns} stellingen. De groepen zijn die van de server; al het andere is opnieuw berekend.",
            $"Recomputed from the votes: {votes.Rows} participants, {votes.Columns} statements. The groups are those of the server; all else is computed anew."
        );
        if (result.EveryPriorityMeta)
            words.Say(
                "De server gaf elke stelling dezelfde voorrang. Dat is een bekende fout van die tijd.",
                "The server gave every statement the same priority: a known fault of that time."
            );
        else if (result.OtherPriorities.Count > 0)
            words.Say(
                $"Bij {words.Count(result.OtherPriorities.Count)} stellingen geeft de server een andere voorrang dan wij berekenen: {words.List(result.OtherPriorities.Select(s => $"{s}"))}.",
                $"For {words.Count(result.OtherPriorities.Count)} statements the server has another priority than we compute: {words.List(result.OtherPriorities.Select(s => $"{s}"))}."
            );
        WriteFigures(result.Groups, result.Figures.Repness, (result.Figures.Agreed, result.Figures.Disagreed));
    }

    public void Write(OpinionMap map, IReadOnlyList<StatementStand> stands)
    {
        words.Say(
            $"{map.Votes.Rows} deelnemers stemden over {map.Votes.Columns} stellingen; {map.Rows.Count} van hen staan op de kaart.",
            $"{map.Votes.Rows} participants voted on {map.Votes.Columns} statements; {map.Rows.Count} of them are on the map."
        );
        switch (map.Found)
        {
            case GroupsFound.Clear:
                words.Say($"Er zijn {map.Best!.Groups} duidelijke groepen.", $"There are {map.Best.Groups} clear groups.");
                break;
            case GroupsFound.NotClear:
                words.Say(
                    "Er zijn geen duidelijke groepen. De beste verdeling staat hieronder, maar is zwak.",
                    "There are no clear groups. The best division follows, but it is weak."
                );
                break;
            case GroupsFound.TooFewParticipants:
                words.Say("Er zijn te weinig deelnemers voor groepen.", "There are too few participants for groups.");
                break;
            case GroupsFound.NoDifferences:
                words.Say("Iedereen staat op dezelfde plaats: er zijn geen verschillen.", "Everybody stands in the same place: there are no differences.");
                break;
            case GroupsFound.Interchangeable:
                words.Say(
                    "De stemmen zijn zo gelijkmatig verdeeld dat elke verdeling in groepen willekeurig zou zijn. Daarom staat er geen.",
                    "The votes are spread so evenly that any division into groups would be arbitrary. So none is shown."
                );
                break;
        }
        if (map.Best is { } best)
        {
            words.Say(
                $"Hoe goed de groepen los van elkaar staan: {words.Figure(best.Silhouette)} (1 is het best). Hoe vast ze zijn als een deel van de mensen wegblijft: {words.Figure(best.Stability)} (1 is altijd gelijk).",
                $"How well the groups stand apart: {words.Figure(best.Silhouette)} (1 is best). How firm they are when part of the people stay away: {words.Figure(best.Stability)} (1 is always the same)."
            );
            foreach (
                var group in best
                    .GroupOf.Select((g, i) => (Group: g, Participant: map.Votes.Participants[map.Rows[i]]))
                    .GroupBy(x => x.Group)
                    .OrderBy(g => g.Key)
            )
                words.Say(
                    $"- groep {group.Key + 1}: {words.Count(group.Count())} deelnemers{Names(group.Select(g => g.Participant))}",
                    $"- group {group.Key + 1}: {words.Count(group.Count())} participants{Names(group.Select(g => g.Participant))}"
                );
        }
        WriteStands("WAAR IEDERE GROEP VOOR IS", "WHAT EVERY GROUP AGREES WITH", stands.OrderByDescending(s => s.BridgingAgree), s => s.LeastAgree);
        WriteStands("WAAR IEDERE GROEP TEGEN IS", "WHAT EVERY GROUP DISAGREES WITH", stands.OrderByDescending(s => s.BridgingDisagree), s => s.LeastDisagree);
        words.Blank();
        words.Say("WAAR GROEPEN VERSCHILLEN", "WHERE GROUPS DIFFER");
        foreach (var stand in stands.OrderByDescending(s => s.Divides).Take(Shown))
            words.Say(
                $"- stelling {Words.Named(stand.Statement, input.Statements)}: in de ene groep is {words.Share(stand.MostAgree)} voor, in een andere {words.Share(stand.LeastAgree)}.",
                $"- statement {Words.Named(stand.Statement, input.Statements)}: in one group {words.Share(stand.MostAgree)} agree, in another {words.Share(stand.LeastAgree)}."
            );
    }

    private string Names(IEnumerable<int> participants)
    {
        var names = participants.Where(input.Participants.ContainsKey).Select(p => input.Participants[p]).ToList();
        return names.Count == 0 ? ""
            : names.Count <= Named ? $": {words.List(names)}"
            : $": {string.Join(", ", names.Take(Named))}, …";
    }

    private void WriteStands(string dutch, string english, IEnumerable<StatementStand> stands, Func<StatementStand, double> least)
    {
        words.Blank();
        words.Say(dutch, english);
        foreach (var stand in stands.Take(Shown))
            words.Say(
                $"- stelling {Words.Named(stand.Statement, input.Statements)}: in elke groep minstens {words.Share(least(stand))}.",
                $"- statement {Words.Named(stand.Statement, input.Statements)}: in every group at least {words.Share(least(stand))}."
            );
    }

    private void WriteFigures(
        IReadOnlyList<PolisGroup> groups,
        IReadOnlyList<IReadOnlyList<Representative>> repness,
        (IReadOnlyList<Consensus> Agreed, IReadOnlyList<Consensus> Disagreed) consensus
    )
    {
        for (var g = 0; g < groups.Count; g++)
        {
            words.Blank();
            words.Say(
                $"GROEP {groups[g].Id + 1}: {words.Count(groups[g].Participants.Count)} deelnemers. Wat haar van de anderen onderscheidt:",
                $"GROUP {groups[g].Id + 1}: {words.Count(groups[g].Participants.Count)} participants. What sets it apart:"
            );
            foreach (var r in repness[g])
                words.Say(
                    $"- {(r.ForAgree ? "voor" : "tegen")} stelling {Words.Named(r.Statement, input.Statements)}: {r.Success} van de {r.Trials}, naar verhouding {words.Figure(r.Repness)} keer zo vaak als de anderen.",
                    $"- {(r.ForAgree ? "for" : "against")} statement {Words.Named(r.Statement, input.Statements)}: {r.Success} of {r.Trials}, {words.Figure(r.Repness)} times as often as the others."
                );
        }
        words.Blank();
        words.Say("WAAR DE MEESTEN HET OVER EENS ZIJN", "WHAT MOST AGREE ON");
        foreach (var s in consensus.Agreed)
            words.Say(
                $"- voor stelling {Words.Named(s.Statement, input.Statements)}: {s.Success} van de {s.Trials}.",
                $"- for statement {Words.Named(s.Statement, input.Statements)}: {s.Success} of {s.Trials}."
            );
        foreach (var s in consensus.Disagreed)
            words.Say(
                $"- tegen stelling {Words.Named(s.Statement, input.Statements)}: {s.Success} van de {s.Trials}.",
                $"- against statement {Words.Named(s.Statement, input.Statements)}: {s.Success} of {s.Trials}."
            );
        if (consensus.Agreed.Count + consensus.Disagreed.Count == 0)
            words.Say("- Er is geen stelling waar de meesten duidelijk voor of tegen zijn.", "- There is no statement most are clearly for or against.");
    }
}
