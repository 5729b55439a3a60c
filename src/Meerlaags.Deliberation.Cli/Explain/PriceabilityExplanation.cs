using Meerlaags.Deliberation.Proportional;
using Meerlaags.Deliberation.Verification;

namespace Meerlaags.Deliberation.Cli.Explain;

/// <summary>Price systems and complaints of one outcome told to people.</summary>
internal sealed class PriceabilityExplanation(Words words)
{
    public void Begin(string instance, string? set, IReadOnlyList<string> selected)
    {
        words.Blank();
        var name = set is null ? instance : $"{instance}, {set}";
        words.Say($"{name}: gekocht zijn {words.List(selected)}.", $"{name}: {words.List(selected)} are bought.");
    }

    public void Range(bool equal, PriceRange? range)
    {
        var (dutch, english) = equal ? ("Met even volle beurzen", "With equal purses") : ("Met ongelijke beurzen", "With unequal purses");
        if (range is null)
            words.Say(
                $"- {dutch} zijn er geen prijzen die dit verklaren: bij elk budget zouden voorstanders van iets anders meer over hebben dan dat kost.",
                $"- {english} no prices explain this: with any budget, supporters of something else would have more left than it costs."
            );
        else if (range.Most is { } most)
            words.Say(
                $"- {dutch} zijn er prijzen die dit verklaren, als er samen tussen {words.Amount(range.Least)} en {words.Amount(most)} in zit.",
                $"- {english} there are prices that explain this, when they hold between {words.Amount(range.Least)} and {words.Amount(most)} together."
            );
        else
            words.Say(
                $"- {dutch} zijn er prijzen die dit verklaren, als er samen minstens {words.Amount(range.Least)} in zit.",
                $"- {english} there are prices that explain this, when they hold at least {words.Amount(range.Least)} together."
            );
    }

    public void Complaints(SupportProfile profile, IReadOnlyList<EjrPlusViolation> complaints)
    {
        if (complaints.Count == 0)
            words.Say("- Geen groep kwam te kort.", "- No group got too little.");
        foreach (var complaint in complaints)
            words.Say(
                $"- {words.Supporters(complaint.Voters.Count)} van {profile.Ids[complaint.Project]} kwamen te kort: van het budget was {words.Amount(complaint.Entitlement)} van hen.",
                $"- {words.Supporters(complaint.Voters.Count)} of {profile.Ids[complaint.Project]} got too little: {words.Amount(complaint.Entitlement)} of the budget was theirs."
            );
    }
}
