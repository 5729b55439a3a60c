namespace Meerlaags.Deliberation.OpinionGroups.Polis;

/// <summary>
/// Representative statements, consensus and priorities from counts (Small et al., Recerca 26(2) 2021). Pseudo-counts differ on purpose: +1 of
/// +2 in probabilities, +1 of +1 in tests.
/// </summary>
internal static class PolisStatistics
{
    private const double Significant90 = 1.2816; // one-sided z at 90 %
    private const int Listed = 5;

    private sealed record Stats(int Statement, int Na, int Nd, int Ns)
    {
        public double Pa { get; } = (Na + 1.0) / (Ns + 2.0);
        public double Pd { get; } = (Nd + 1.0) / (Ns + 2.0);
        public double Pat { get; } = PropTest(Na, Ns);
        public double Pdt { get; } = PropTest(Nd, Ns);
        public double Ra { get; init; }
        public double Rd { get; init; }
        public double Rat { get; init; }
        public double Rdt { get; init; }

        // Quirk: the direction follows the tests alone, and the list called "best agree" follows it too.
        public bool ForAgree => Rat > Rdt;

        public Representative Finish(bool bestAgree) =>
            ForAgree
                ? new(Statement, true, Na, Ns, Pa, Pat, Ra, Rat, bestAgree ? Na : null)
                : new(Statement, false, Nd, Ns, Pd, Pdt, Rd, Rdt, bestAgree ? Na : null);
    }

    /// <summary>Per group the statements that set it apart, at most five, agreed ones first.</summary>
    public static IReadOnlyList<Representative> Repness(
        IReadOnlyList<int> statements,
        IReadOnlySet<int> moderatedOut,
        StatementVotes[] group,
        StatementVotes[] rest
    )
    {
        Stats? bestAgree = null;
        Stats? best = null;
        var sufficient = new List<Stats>();
        for (var c = 0; c < statements.Count; c++)
        {
            if (moderatedOut.Contains(statements[c]))
                continue;
            var stats = Compare(statements[c], group[c], rest[c]);
            if (stats.Rat > Significant90 && stats.Pat > Significant90 || stats.Rdt > Significant90 && stats.Pdt > Significant90)
                sufficient.Add(stats);
            else if (sufficient.Count == 0 && (best is null || Math.Max(stats.Rat, stats.Rdt) > Math.Max(best.Rat, best.Rdt)))
                best = stats;
            if (BeatsBestAgree(stats, bestAgree))
                bestAgree = stats;
        }
        if (sufficient.Count == 0)
            return bestAgree is not null ? [bestAgree.Finish(true)]
                : best is not null ? [best.Finish(false)]
                : [];
        var listed = sufficient
            .Where(s => s.Statement != bestAgree?.Statement)
            .Select(s => s.Finish(false))
            .OrderByDescending(r => r.Repness * r.RepnessTest * r.Probability * r.ProbabilityTest);
        IEnumerable<Representative> all = bestAgree is null ? listed : listed.Prepend(bestAgree.Finish(true));
        var cut = all.Take(Listed).ToList();
        return [.. cut.Where(r => r.ForAgree), .. cut.Where(r => !r.ForAgree)];
    }

    /// <summary>Statements all together agree on (agree side) or disagree on: p > 1/2 and its test significant, at most five.</summary>
    public static IReadOnlyList<Consensus> ConsensusOf(IReadOnlyList<int> statements, IReadOnlySet<int> moderatedOut, StatementVotes[] all, bool agree) =>
        [
            .. Enumerable
                .Range(0, statements.Count)
                .Where(c => !moderatedOut.Contains(statements[c]))
                .Select(c => new Stats(statements[c], all[c].Agree, all[c].Disagree, all[c].Seen))
                .Select(s => agree ? new Consensus(s.Statement, s.Na, s.Ns, s.Pa, s.Pat) : new Consensus(s.Statement, s.Nd, s.Ns, s.Pd, s.Pdt))
                .Where(s => s.Probability > 0.5 && s.ProbabilityTest > Significant90)
                .OrderByDescending(s => s.Probability * s.ProbabilityTest)
                .Take(Listed),
        ];

    /// <summary>How soon a statement should be shown: much agreed, far out, few passes, new ones first. Meta statements have 49.</summary>
    public static double Priority(StatementVotes all, double extremity, bool meta)
    {
        if (meta)
            return MetaPriority;
        var pass = all.Seen - all.Agree - all.Disagree;
        var importance = (1 - (pass + 1.0) / (all.Seen + 2.0)) * (extremity + 1) * ((all.Agree + 1.0) / (all.Seen + 2.0));
        var novelty = 1 + 8 * Math.Pow(2, -all.Seen / 5.0);
        return importance * novelty * (importance * novelty);
    }

    public const double MetaPriority = 49;

    private static Stats Compare(int statement, StatementVotes group, StatementVotes rest)
    {
        var (otherAgree, otherDisagree) = ((rest.Agree + 1.0) / (rest.Seen + 2.0), (rest.Disagree + 1.0) / (rest.Seen + 2.0));
        var stats = new Stats(statement, group.Agree, group.Disagree, group.Seen);
        return stats with
        {
            Ra = stats.Pa / otherAgree,
            Rd = stats.Pd / otherDisagree,
            Rat = TwoPropTest(group.Agree, rest.Agree, group.Seen, rest.Seen),
            Rdt = TwoPropTest(group.Disagree, rest.Disagree, group.Seen, rest.Seen),
        };
    }

    // Quirk: an incumbent that is not above 1 in repness is measured by probability alone.
    private static bool BeatsBestAgree(Stats s, Stats? incumbent)
    {
        if (s.Na == 0 && s.Nd == 0)
            return false;
        if (incumbent is { Ra: > 1 })
            return s.Ra * s.Rat * s.Pa * s.Pat > incumbent.Ra * incumbent.Rat * incumbent.Pa * incumbent.Pat;
        if (incumbent is not null)
            return s.Pa * s.Pat > incumbent.Pa * incumbent.Pat;
        return s.Pat > Significant90 || s.Ra > 1 && s.Pa > 0.5;
    }

    private static double PropTest(int successes, int trials) => 2 * Math.Sqrt(trials + 1.0) * ((successes + 1.0) / (trials + 1.0) - 0.5);

    private static double TwoPropTest(int successes, int otherSuccesses, int trials, int otherTrials)
    {
        var (s1, s2, n1, n2) = (successes + 1.0, otherSuccesses + 1.0, trials + 1.0, otherTrials + 1.0);
        var p = (s1 + s2) / (n1 + n2);
        return p == 1 ? 0 : (s1 / n1 - s2 / n2) / Math.Sqrt(p * (1 - p) * (1 / n1 + 1 / n2));
    }
}
