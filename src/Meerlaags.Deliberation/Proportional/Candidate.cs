namespace Meerlaags.Deliberation.Proportional;

/// <summary>An open project with the last rho seen, below which it cannot come again.</summary>
internal sealed class Candidate(int project, double cost, double unit)
{
    public int Project { get; } = project;
    public double Cost { get; } = cost;

    /// <summary>Utility of one point.</summary>
    public double Unit { get; } = unit;

    /// <summary>Rho lies between these; <see cref="Low"/> stays a lower bound in later rounds, since money only falls.</summary>
    public double Low { get; set; }

    public double High { get; set; }

    /// <summary>
    /// A change of rho per unit by which every endowment rises: rho stays at or above Low + Slope times the rise, because rho is convex
    /// in the endowment (the cost is shared by a concave function of endowment and rho). Never positive.
    /// </summary>
    public double Slope { get; set; }

    /// <summary>Proven on fractions in this round: nobody gives all, so rho does not change when endowments rise.</summary>
    public bool Level { get; set; }
}
