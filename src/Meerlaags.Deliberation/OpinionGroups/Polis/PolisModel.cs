namespace Meerlaags.Deliberation.OpinionGroups.Polis;

/// <summary>Two principal components of the filled vote matrix in Polis' sign (agree = -1), with what they say about the statements.</summary>
public sealed record PolisComponents(double[] Center, double[][] Components, IReadOnlyList<(double X, double Y)> StatementProjection, double[] Extremity);

/// <summary>Statements a moderator took out, and those about the conversation itself ("meta").</summary>
public sealed record PolisModeration(IReadOnlySet<int> Out, IReadOnlySet<int> Meta);

/// <summary>A cluster of participants (base cluster) or of base clusters: members and centre.</summary>
public sealed record PolisCluster(int Id, IReadOnlyList<int> Members, double X, double Y);

/// <summary>Counts of one group on one statement; Seen also counts passes.</summary>
public readonly record struct StatementVotes(int Agree, int Disagree, int Seen);

/// <summary>One group: its participants and their votes per statement (columns of the matrix).</summary>
public sealed record PolisGroup(int Id, IReadOnlyList<int> Participants, StatementVotes[] Votes);

/// <summary>A statement that sets a group apart (Polis' "repness"): in which direction, and the numbers behind it.</summary>
public sealed record Representative(
    int Statement,
    bool ForAgree,
    int Success,
    int Trials,
    double Probability,
    double ProbabilityTest,
    double Repness,
    double RepnessTest,
    int? BestAgree
);

/// <summary>A statement all participants together agree or disagree on.</summary>
public sealed record Consensus(int Statement, int Success, int Trials, double Probability, double ProbabilityTest);

/// <summary>Everything the published pipeline computes from the votes of one conversation.</summary>
public sealed record PolisResult(
    VoteMatrix Votes,
    IReadOnlySet<int> ModeratedOut,
    IReadOnlyList<int> InConversation,
    PolisComponents Components,
    IReadOnlyList<(double X, double Y)> Projection,
    IReadOnlyList<PolisCluster> BaseClusters,
    IReadOnlyList<(int Groups, double Silhouette)> Silhouettes,
    IReadOnlyList<PolisGroup> Groups,
    double[] GroupAwareConsensus,
    double[] GroupAwareDisagreement,
    double[] LeastGroupAgreement,
    IReadOnlyList<IReadOnlyList<Representative>> Repness,
    IReadOnlyList<Consensus> Agreed,
    IReadOnlyList<Consensus> Disagreed,
    double[] Priorities
);
