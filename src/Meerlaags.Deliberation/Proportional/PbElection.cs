using Meerlaags.Deliberation.Numerics;

namespace Meerlaags.Deliberation.Proportional;

/// <summary>How voters filled in their ballots, in the words of the Pabulib format.</summary>
public enum BallotType
{
    /// <summary>A set of projects.</summary>
    Approval,

    /// <summary>One project (an approval of size one).</summary>
    ChooseOne,

    /// <summary>Points spread over projects, the sum limited.</summary>
    Cumulative,

    /// <summary>Points per project, each on its own scale.</summary>
    Scoring,

    /// <summary>Projects in order of preference, best first.</summary>
    Ordinal,
}

/// <summary>A project one may fund: its id, what it costs, and the other columns of the file as they stand there.</summary>
public sealed record Project(string Id, Rational Cost, IReadOnlyDictionary<string, string> Columns);

/// <summary>
/// One ballot. <see cref="Projects"/> are positions in <see cref="PbElection.Projects"/>, in the order of the ballot, each once;
/// <see cref="Points"/> stand beside them for cumulative and scoring ballots and are null otherwise.
/// Columns about the person (age, sex) are not kept.
/// </summary>
public sealed record Ballot(string VoterId, IReadOnlyList<int> Projects, IReadOnlyList<Rational>? Points);

/// <summary>A participatory-budgeting election: budget, projects, ballots.</summary>
public sealed record PbElection(
    Rational Budget,
    BallotType BallotType,
    IReadOnlyList<Project> Projects,
    IReadOnlyList<Ballot> Ballots,
    IReadOnlyList<KeyValuePair<string, string>> Meta
)
{
    /// <summary>The value of a META key, or null.</summary>
    public string? MetaValue(string key)
    {
        foreach (var pair in Meta)
            if (pair.Key == key)
                return pair.Value;
        return null;
    }
}
