using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>What menus, asks and steps need of a round: never a word of a text.</summary>
/// <param name="Collaboration">Its collaboration.</param>
/// <param name="Number">Its number.</param>
/// <param name="IsRevealed">Whether the texts are open to all.</param>
/// <param name="ClosedAt">When it closed, or null.</param>
/// <param name="Outcome">How it closed, or null.</param>
public sealed record RoundState(CollaborationId Collaboration, int Number, bool IsRevealed, DateTimeOffset? ClosedAt, RoundOutcome? Outcome)
{
    /// <summary>Whether the round still runs.</summary>
    public bool IsOpen => ClosedAt is null;

    /// <summary>The parties that handed in blind.</summary>
    public IReadOnlyList<PartyId> HandedIn { get; init; } = [];

    /// <summary>The version that is out for consent, or nothing.</summary>
    public IReadOnlyList<VersionState> Out { get; init; } = [];

    /// <summary>When the issue that came of it is looked at again.</summary>
    public DateOnly? RecheckOn { get; init; }

    /// <summary>Address of its first page.</summary>
    public string Home => $"/samenwerkingen/{Collaboration.Value}/rondes/{Number}";
}

/// <summary>A version that is out, with the viewer's own parties that have answered.</summary>
public sealed record VersionState(int Number, IReadOnlyList<PartyId> AnsweredByMine);

/// <summary>The rounds that a page of collaborations speaks of in several places, read once for each request.</summary>
public sealed class RoundStates(Db db, Viewer viewer)
{
    private readonly Dictionary<CollaborationId, IReadOnlyList<RoundState>> read = [];

    /// <summary>The rounds of these collaborations, by collaboration, the last round first.</summary>
    public async Task<IReadOnlyDictionary<CollaborationId, IReadOnlyList<RoundState>>> InAsync(
        IEnumerable<CollaborationId> collaborations,
        CancellationToken stop
    )
    {
        var missing = collaborations.Where(id => !read.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            var found = (await ReadAsync(missing, stop)).ToLookup(round => round.Collaboration);
            missing.ForEach(id => read[id] = [.. found[id].OrderByDescending(round => round.Number)]);
        }
        return read;
    }

    /// <summary>The rounds of one collaboration, the last one first.</summary>
    public async Task<IReadOnlyList<RoundState>> OfAsync(CollaborationId collaboration, CancellationToken stop) =>
        (await InAsync([collaboration], stop))[collaboration];

    // One statement; of the answers only those of the viewer's own parties, so that rows do not multiply.
    private Task<List<RoundState>> ReadAsync(List<CollaborationId> collaborations, CancellationToken stop)
    {
        var mine = viewer.Parties;
        return db
            .Rounds.AsNoTracking()
            .Where(round => collaborations.Contains(round.Collaboration))
            .Select(round => new RoundState(
                round.Collaboration,
                round.Number,
                round.Reveal != null,
                round.Closing == null ? null : round.Closing.At,
                round.Closing == null ? null : round.Closing.Outcome
            )
            {
                HandedIn = round.HandedIn.Select(mark => mark.Party).ToList(),
                Out = db.Set<TextVersion>()
                    .Where(version => version.Round == round.Id && version.WithdrawnAt == null && version.AgreedAt == null)
                    .Select(version => new VersionState(
                        version.Number,
                        version.Consents.Where(consent => mine.Contains(consent.Party)).Select(consent => consent.Party).ToList()
                    ))
                    .ToList(),
                RecheckOn = db.Set<SharedIssue>()
                    .Where(issue => issue.Collaboration == round.Collaboration)
                    .OrderByDescending(issue => issue.EstablishedAt)
                    .Select(issue => (DateOnly?)issue.RecheckOn)
                    .FirstOrDefault(),
            })
            .ToListAsync(stop);
    }
}
