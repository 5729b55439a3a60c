namespace Meerlaags.Deliberation.Proportional;

/// <summary>What stands between items of a budget: which are barred, which need others first, which rule each other out.</summary>
internal sealed record ItemRules(bool[] Barred, int[][] Needs, int[][] RuledOut);

/// <summary>Which items may be bought now; changes with each purchase.</summary>
internal sealed class Eligibility(ItemRules rules)
{
    private readonly bool[] bought = new bool[rules.Barred.Length];
    private readonly bool[] ruledOut = new bool[rules.Barred.Length];

    public Eligibility(ItemRules rules, IEnumerable<int> selected)
        : this(rules)
    {
        foreach (var item in selected)
            Buy(item);
    }

    public bool IsOpen(int item) => !IsShut(item) && Array.TrueForAll(rules.Needs[item], needed => bought[needed]);

    /// <summary>Never again to be bought: barred, or ruled out by something bought.</summary>
    public bool IsShut(int item) => rules.Barred[item] || ruledOut[item];

    public void Buy(int item)
    {
        bought[item] = true;
        foreach (var other in rules.RuledOut[item])
            ruledOut[other] = true;
    }
}
