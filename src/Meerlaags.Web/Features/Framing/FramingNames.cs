using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>What rounds and versions are called in the logbook.</summary>
public sealed class FramingNames(Db db, Texts texts) : ILogNames
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CollaborationId collaboration, CancellationToken stop)
    {
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(round => round.Collaboration == collaboration)
            .Select(round => new { round.Id, round.Number })
            .ToListAsync(stop);
        var versions = await db
            .TextVersions.AsNoTracking()
            .Where(version => version.Collaboration == collaboration)
            .Select(version => new { version.Id, version.Number })
            .ToListAsync(stop);
        return rounds
            .Select(round => KeyValuePair.Create(round.Id.Value, texts["Framing.Log.Round", round.Number]))
            .Concat(versions.Select(version => KeyValuePair.Create(version.Id.Value, texts["Framing.Log.Version", version.Number])))
            .ToDictionary();
    }
}
