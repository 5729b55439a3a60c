using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Html;

namespace Meerlaags.Web.Features.Register;

/// <summary>A capability that has something to say on the page of an organisation, which everyone may read.</summary>
public interface IOrganisationPart
{
    /// <summary>What it says, or null when it has nothing to say.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="page">The page of a long list, from 1.</param>
    /// <param name="stop">Ends the reading.</param>
    Task<OrganisationSection?> OfAsync(Organisation organisation, int page, CancellationToken stop);
}

/// <summary>A part of the page of an organisation.</summary>
/// <param name="Id">Id of the heading.</param>
/// <param name="Title">The heading.</param>
/// <param name="Lead">A sentence.</param>
/// <param name="Lines">What it lists.</param>
public sealed record OrganisationSection(string Id, string Title, string Lead, IReadOnlyList<OrganisationLine> Lines)
{
    /// <summary>Leafing through the lines, when there are more than fit on a page.</summary>
    public Pages? Pages { get; init; }
}

/// <summary>One line of such a part.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Note">A few words more, or empty.</param>
/// <param name="Href">Where one reads on, or null.</param>
public sealed record OrganisationLine(string Name, string Note, string? Href);
