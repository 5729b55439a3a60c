using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Framing;

/// <summary>What rounds and versions are called in the logbook.</summary>
public sealed class FramingNames(RoundStates rounds, Texts texts) : ILogNames
{
    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(CollaborationId collaboration, CancellationToken stop)
    {
        var known = await rounds.OfAsync(collaboration, stop);
        return known
            .Select(round => KeyValuePair.Create(round.Id.Value, texts["Framing.Log.Round", round.Number]))
            .Concat(
                known.SelectMany(round => round.Versions, (_, version) => KeyValuePair.Create(version.Id.Value, texts["Framing.Log.Version", version.Number]))
            )
            .ToDictionary();
    }
}
