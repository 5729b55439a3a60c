using Meerlaags.Domain.Collaborations;

namespace Meerlaags.Web.Features.Collaborations.Export;

/// <summary>A capability with things of a collaboration to take along in an export: as far as the viewer may see them, read through the same filters as everything else.</summary>
public interface IExportPart
{
    /// <summary>What it has of this collaboration.</summary>
    Task<ExportPart> OfAsync(Collaboration table, CancellationToken stop);
}

/// <summary>What one capability takes along.</summary>
/// <param name="Name">Its name in the JSON.</param>
/// <param name="Data">For programs; null when that stands in the export already.</param>
/// <param name="Sections">For people.</param>
public sealed record ExportPart(string Name, object? Data, IReadOnlyList<ReadableSection> Sections);

/// <summary>A section of the readable page.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Lines">What stands below it.</param>
public sealed record ReadableSection(string Title, IReadOnlyList<ReadableLine> Lines);

/// <summary>A line of the readable page.</summary>
/// <param name="Lead">Whose it is or what it is about; may be empty.</param>
/// <param name="Text">The words.</param>
public sealed record ReadableLine(string Lead, string Text)
{
    /// <summary>A few words more, or empty.</summary>
    public string Note { get; init; } = "";
}
