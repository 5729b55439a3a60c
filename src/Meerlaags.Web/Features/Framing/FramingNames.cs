using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Localisation;
using Meerlaags.Web.Platform.Notices;

namespace Meerlaags.Web.Features.Framing;

/// <summary>What rounds and versions are called in the logbook, and where a round is seen.</summary>
public sealed class FramingNames(RoundStates rounds, Texts texts) : ILogNames, INoticePages
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyCollection<CollaborationId> collaborations, CancellationToken stop)
    {
        var known = await RoundsAsync(collaborations, stop);
        return known
            .Select(round => KeyValuePair.Create(round.Id.Value, texts["Framing.Log.Round", round.Number]))
            .Concat(
                known.SelectMany(round => round.Versions, (_, version) => KeyValuePair.Create(version.Id.Value, texts["Framing.Log.Version", version.Number]))
            )
            .ToDictionary();
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, string>> PagesAsync(IReadOnlyCollection<CollaborationId> collaborations, CancellationToken stop) =>
        (await RoundsAsync(collaborations, stop)).ToDictionary(round => round.Id.Value, round => round.Home);

    private async Task<IReadOnlyList<RoundState>> RoundsAsync(IReadOnlyCollection<CollaborationId> collaborations, CancellationToken stop)
    {
        var read = await rounds.InAsync(collaborations, stop);
        return [.. collaborations.SelectMany(collaboration => read[collaboration])];
    }
}
