namespace Meerlaags.Deliberation.OpinionGroups.Import;

/// <summary>
/// What a file of votes holds. Names of participants and statements by number; a name is only there where the file has one that is not that
/// number. Groups: what the file itself says somebody belongs to. Warnings are in English and name the file.
/// </summary>
public sealed record ImportedVotes(VoteMatrix Votes)
{
    public IReadOnlySet<int> ModeratedOut { get; init; } = new HashSet<int>();
    public IReadOnlyDictionary<int, string> Participants { get; init; } = new Dictionary<int, string>();
    public IReadOnlyDictionary<int, string> Statements { get; init; } = new Dictionary<int, string>();
    public IReadOnlyDictionary<int, string> GroupOfParticipant { get; init; } = new Dictionary<int, string>();

    /// <summary>Who wrote which statement, where the file tells.</summary>
    public IReadOnlyList<RaisedPoint> Raised { get; init; } = [];
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
