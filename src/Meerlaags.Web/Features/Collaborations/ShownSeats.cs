using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>What everyone may know of a seat at a table that chose to be shown, of a party that agreed for itself. Nothing else of a collaboration is public.</summary>
public sealed class ShownSeat
{
    /// <summary>The party.</summary>
    public PartyId Party { get; init; }

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; init; }

    /// <summary>The organisation that stands behind the party.</summary>
    public OrganisationId Organisation { get; set; }

    /// <summary>The challenge.</summary>
    public string Challenge { get; set; } = "";

    /// <summary>The region.</summary>
    public string Region { get; set; } = "";
}

/// <summary>A collaboration that an organisation lets others know it is in.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Challenge">The challenge.</param>
/// <param name="Region">The region.</param>
public sealed record ShownTable(CollaborationId Id, string Challenge, string Region);

/// <summary>Keeps what everyone may know in step with what a collaboration and its parties chose, and reads it.</summary>
public sealed class ShownSeats(Db db)
{
    /// <summary>Collaborations on one page.</summary>
    public const int PageSize = 25;

    /// <summary>The collaborations that an organisation lets everyone know it is in, the newest first: those of a page, from 1, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<ShownTable> Tables, int Count)> OfAsync(OrganisationId organisation, int page, CancellationToken stop)
    {
        // Two parties of one table can have gone over into the same organisation.
        var shown = db.Set<ShownSeat>()
            .AsNoTracking()
            .Where(seat => seat.Organisation == organisation)
            .Select(seat => new
            {
                seat.Collaboration,
                seat.Challenge,
                seat.Region,
            })
            .Distinct();
        var before = Pages.Before(page, PageSize);
        var rows = await shown.OrderByDescending(table => table.Collaboration).Skip(before).Take(PageSize + 1).ToListAsync(stop);
        var isWhole = before == 0 && rows.Count <= PageSize;
        return (
            [.. rows.Take(PageSize).Select(table => new ShownTable(table.Collaboration, table.Challenge, table.Region))],
            isWhole ? rows.Count : await shown.CountAsync(stop)
        );
    }

    /// <summary>Keeps it as the table is now; part of the change that is under way.</summary>
    public async Task KeepAsync(Collaboration table, CancellationToken stop)
    {
        var known = await db.Set<ShownSeat>().Where(seat => seat.Collaboration == table.Id).ToListAsync(stop);
        var shown = table is { IsShown: true, IsArchived: false } ? table.Seated.Where(party => party is { IsShown: true, Present: not null }).ToList() : [];
        db.RemoveRange(known.Where(seat => shown.TrueForAll(party => party.Id != seat.Party)));
        foreach (var party in shown)
        {
            var seat = known.Find(seat => seat.Party == party.Id) ?? db.Add(new ShownSeat { Party = party.Id, Collaboration = table.Id }).Entity;
            (seat.Organisation, seat.Challenge, seat.Region) = (party.Present!.Value, table.Challenge, table.Region);
        }
    }
}

/// <summary>On the page of an organisation: at how many tables it chose to show, and which.</summary>
public sealed class ShownAt(ShownSeats shown, Viewer viewer, Texts texts) : IOrganisationPart
{
    /// <inheritdoc/>
    public async Task<OrganisationSection?> OfAsync(Organisation organisation, int page, CancellationToken stop)
    {
        var (tables, count) = await shown.OfAsync(organisation.Id, page, stop);
        return count == 0
            ? null
            : new OrganisationSection(
                "samenwerkingen",
                texts["Collaborations.Shown.Title"],
                count == 1 ? texts["Collaborations.Shown.One"] : texts["Collaborations.Shown.Some", Words.NumberFirst(count)],
                [
                    .. tables.Select(table => new OrganisationLine(
                        table.Challenge,
                        table.Region,
                        viewer.PlacesIn(table.Id).Any() ? $"/samenwerkingen/{table.Id.Value}" : null
                    )),
                ]
            )
            {
                Pages = new Pages(page, count, texts["Collaborations.Shown.Pages"]) { Size = ShownSeats.PageSize, At = "samenwerkingen" },
            };
    }
}
