using Meerlaags.Deliberation.Proportional.Committees;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Cli.Explain;

/// <summary>Winning committees and complaints told to people.</summary>
internal sealed class CommitteesExplanation(Words words)
{
    private static readonly Dictionary<string, (string Dutch, string English)> Names = new(StringComparer.Ordinal)
    {
        ["av"] = ("meeste stemmen", "most approvals"),
        ["sav"] = ("elke stem gedeeld over het biljet", "each vote divided over its ballot"),
        ["pav"] = ("evenredig, alle uitkomsten vergeleken", "proportional approval voting"),
        ["cc"] = ("zoveel mogelijk kiezers met iemand", "most voters with somebody"),
        ["lexcc"] = ("zoveel mogelijk kiezers met iemand, dan met twee", "most voters with somebody, then with two"),
        ["seqpav"] = ("evenredig, stap voor stap erbij", "proportional, adding one by one"),
        ["revseqpav"] = ("evenredig, stap voor stap eraf", "proportional, dropping one by one"),
        ["seqcc"] = ("stap voor stap de meeste nieuwe kiezers", "adding who brings most new voters"),
        ["seqphragmen"] = ("lasten gelijk, stap voor stap (Phragmén)", "even loads, one by one (Phragmén)"),
        ["minimaxphragmen"] = ("kleinste hoogste last (Phragmén)", "smallest largest load (Phragmén)"),
        ["leximaxphragmen"] = ("kleinste lasten van hoog naar laag (Phragmén)", "smallest loads from the top (Phragmén)"),
        ["maximin-support"] = ("sterkste zwakste steun", "strongest weakest support"),
        ["monroe"] = ("even grote groepen kiezers (Monroe)", "groups of equal size (Monroe)"),
        ["greedy-monroe"] = ("even grote groepen, stap voor stap", "groups of equal size, one by one"),
        ["equal-shares"] = ("gelijke delen", "equal shares"),
        ["equal-shares-with-av-completion"] = ("gelijke delen, aangevuld met meeste stemmen", "equal shares, filled by most approvals"),
        ["equal-shares-with-increment-completion"] = ("gelijke delen, met steeds iets meer geld", "equal shares, with more and more money"),
        ["phragmen-enestroem"] = ("stemmen die minder gaan wegen (Eneström)", "votes that lose weight (Eneström)"),
    };

    public void Begin(string id, ApprovalProfile profile, int size)
    {
        words.Blank();
        words.Say(
            $"{id}: {profile.VoterCount} kiezers, {profile.CandidateCount} kandidaten, {size} {(size == 1 ? "plaats" : "plaatsen")}",
            $"{id}: {profile.VoterCount} voters, {profile.CandidateCount} candidates, {size} {(size == 1 ? "seat" : "seats")}"
        );
    }

    /// <summary>Null: beyond the limit of the rule.</summary>
    public void Winners(CommitteeRules.Rule rule, IReadOnlyList<int[]>? winners)
    {
        var (dutch, english) = Names.GetValueOrDefault(rule.Name, (rule.Name, rule.Name));
        var name = $"  {words.Pick(dutch, english)} [{rule.Name}]: ";
        if (winners is null)
            words.Say($"{name}te veel rekenwerk.", $"{name}too much work.");
        else if (winners.Count == 1)
            words.Say($"{name}{words.List(winners[0].Select(Number))}", $"{name}{words.List(winners[0].Select(Number))}");
        else
        {
            var all = string.Join("; ", winners.Select(w => string.Join(", ", w.Select(Number))));
            words.Say($"{name}{winners.Count} uitkomsten zijn even goed: {all}", $"{name}{winners.Count} outcomes are equally good: {all}");
        }
    }

    public void Axioms(int[] committee, IEnumerable<AxiomAnswer> answers)
    {
        var members = words.List(committee.Select(Number));
        words.Say($"  Klachten over {members}:", $"  Complaints about {members}:");
        foreach (var answer in answers)
            if (answer.BeyondLimit)
                words.Say($"    {answer.Name}: te veel rekenwerk.", $"    {answer.Name}: too much work.");
            else if (answer.Complaint is not { } complaint)
                words.Say($"    {answer.Name}: geen groep mag klagen.", $"    {answer.Name}: no group may complain.");
            else
                Complaint(answer.Name, complaint);
    }

    private void Complaint(string name, CommitteeViolation complaint)
    {
        var (voters, candidates) = (words.List(complaint.Voters.Select(Number)), words.List(complaint.Candidates.Select(Number)));
        words.Say(
            $"    {name}: kiezers {voters} zijn met genoeg voor {complaint.Seats} en zijn het eens over kandidaat {candidates}, maar kregen minder.",
            $"    {name}: voters {voters} are enough for {complaint.Seats} and agree on candidate {candidates}, but got less."
        );
    }

    private string Number(int number) => words.Count(number);
}
