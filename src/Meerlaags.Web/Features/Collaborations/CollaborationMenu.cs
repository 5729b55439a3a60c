using Meerlaags.Domain.Collaborations;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>One line in the side navigation of a collaboration.</summary>
/// <param name="Label">The words.</param>
/// <param name="Href">The address.</param>
public sealed record MenuEntry(string Label, string Href)
{
    /// <summary>How it stands, in a word or two, or nothing.</summary>
    public string? State { get; init; }

    /// <summary>Title above the pages within, such as 'Ronde 1'; the label when absent.</summary>
    public string? WithinTitle { get; init; }

    /// <summary>Pages within, shown while the reader is on one of them.</summary>
    public IReadOnlyList<MenuEntry> Within { get; init; } = [];
}

/// <summary>A capability that adds lines to the side navigation, between the parties and the logbook.</summary>
public interface ICollaborationMenu
{
    /// <summary>Its lines for the viewer.</summary>
    Task<IReadOnlyList<MenuEntry>> EntriesAsync(CollaborationId collaboration, CancellationToken stop);
}

/// <summary>One step of the path above a page; the last has no address.</summary>
public sealed record Crumb(string Label, string? Href = null);

/// <summary>The path above a page of a collaboration, for <c>_Breadcrumb.cshtml</c>: the collaboration, then the rest.</summary>
public sealed record Trail(CollaborationId Collaboration, string Challenge, params IReadOnlyList<Crumb> Rest);
