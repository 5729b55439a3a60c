using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Access;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>A collaboration at a glance: what lists, asks and the present step need of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Challenge">The challenge in one sentence.</param>
/// <param name="Region">The region in words.</param>
/// <param name="NextTalk">The planned talk, or null.</param>
public sealed record Glance(CollaborationId Id, string Challenge, string Region, NextTalk? NextTalk)
{
    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Since when it is archived, or null.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>Whether it is archived.</summary>
    public bool IsArchived => ArchivedAt is not null;

    /// <summary>How many parties are at the table.</summary>
    public int Seated { get; init; }

    /// <summary>The parties at the table for which the viewer speaks.</summary>
    public IReadOnlyList<SeatedParty> Mine { get; init; } = [];

    /// <summary>All parties at the table, where the viewer leads the process and the collaboration is there as a whole.</summary>
    public IReadOnlyList<SeatedParty> Led { get; init; } = [];

    /// <summary>Of a collaboration that is there as a whole.</summary>
    public static Glance Of(Collaboration table, Viewer viewer) =>
        new(table.Id, table.Challenge, table.Region, table.NextTalk)
        {
            StartedAt = table.StartedAt,
            ArchivedAt = table.ArchivedAt,
            Seated = table.Seated.Count(),
            Mine = [.. table.Seated.Where(party => viewer.Parties.Contains(party.Id)).Select(SeatedParty.Of)],
            Led = viewer.Facilitates(table.Id) ? [.. table.Seated.Select(SeatedParty.Of)] : [],
        };
}

/// <summary>A party at the table.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Tier">Its tier of government.</param>
public sealed record SeatedParty(PartyId Id, string Name, GovernmentTier Tier)
{
    /// <summary>The organisation that stands behind it as far as was confirmed; null for a partner added by name.</summary>
    public OrganisationId? Present { get; init; }

    /// <summary>Of a party.</summary>
    public static SeatedParty Of(Party party) => new(party.Id, party.Name, party.Tier) { Present = party.Present };
}
