using Meerlaags.Domain.Collaborations;

namespace Meerlaags.Web.Platform.Notices;

/// <summary>A capability that knows at which address its things are seen, such as rounds.</summary>
public interface INoticePages
{
    /// <summary>Addresses by id, of the things in these collaborations that the viewer may see.</summary>
    Task<IReadOnlyDictionary<Guid, string>> PagesAsync(IReadOnlyCollection<CollaborationId> collaborations, CancellationToken stop);
}
