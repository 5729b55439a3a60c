using System.Numerics;

namespace Meerlaags.Deliberation.Proportional.Committees;

/// <summary>
/// Voters divided over the members of a committee in groups whose sizes differ by at most one, so that most voters approve the member of
/// their group: a matching in which every member takes floor(n/k) voters and n mod k of them one more.
/// </summary>
internal sealed class MonroeAssignment
{
    private readonly ApprovalProfile profile;
    private readonly int[] members;
    private readonly int floor;
    private readonly List<int>[] groups;
    private readonly bool[] seen;
    private int extra; // groups that may still take one more

    private MonroeAssignment(ApprovalProfile profile, ulong committee)
    {
        this.profile = profile;
        members = ApprovalProfile.Members(committee);
        floor = profile.VoterCount / members.Length;
        extra = profile.VoterCount % members.Length;
        groups = [.. members.Select(_ => new List<int>())];
        seen = new bool[members.Length];
    }

    /// <summary>The largest number of voters who can be in a group of a member they approve.</summary>
    public static int Represented(ApprovalProfile profile, ulong committee)
    {
        if (BitOperations.PopCount(committee) == 0)
            return 0;
        var assignment = new MonroeAssignment(profile, committee);
        var represented = 0;
        for (var voter = 0; voter < profile.VoterCount; voter++)
        {
            Array.Clear(assignment.seen);
            if (assignment.Place(voter))
                represented++;
        }
        return represented;
    }

    // An augmenting path: into a group with room, or by moving somebody on. A full group may also hand its extra place to another one.
    private bool Place(int voter)
    {
        for (var g = 0; g < members.Length; g++)
        {
            if (seen[g] || (profile.Ballots[voter] >> members[g] & 1) == 0)
                continue;
            seen[g] = true;
            if (MakeRoom(g))
            {
                groups[g].Add(voter);
                return true;
            }
        }
        return false;
    }

    private bool MakeRoom(int g)
    {
        if (groups[g].Count < floor)
            return true;
        if (groups[g].Count == floor && extra > 0)
        {
            extra--;
            return true;
        }
        for (var i = 0; i < groups[g].Count; i++)
        {
            var other = groups[g][i];
            if (Place(other))
            {
                groups[g].Remove(other);
                return true;
            }
        }
        if (groups[g].Count != floor)
            return false;
        // The extra place is the shared resource: take it from a group that can do without.
        for (var h = 0; h < members.Length; h++)
        {
            if (seen[h] || groups[h].Count != floor + 1)
                continue;
            seen[h] = true;
            for (var i = 0; i < groups[h].Count; i++)
            {
                var other = groups[h][i];
                if (Place(other))
                {
                    groups[h].Remove(other);
                    return true;
                }
            }
        }
        return false;
    }
}
