using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Tells administrators at how many seats nobody confirmed yet who goes on, after the day of a succession. A number, not where.</summary>
public sealed class AttentionForHeirs(Db db, Viewer viewer, Lineages lineages, RegisterSearch register, Texts texts) : IAttention
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Attention>> LookAsync(CancellationToken stop)
    {
        var ended = (await lineages.KnownAsync(stop)).EndedBy(register.Today).ToList();
        if (ended.Count == 0)
            return [];
        using var _ = viewer.System(SystemPurpose.NoticeWhatWaits);
        var seats = await db
            .Collaborations.SelectMany(table => table.Parties)
            .Where(party => party.LeftAt == null && party.Organisation != null)
            .CountAsync(party => ended.Contains((party.Heir == null ? party.Organisation : party.Heir.Organisation)!.Value), stop);
        return seats == 0
            ? []
            :
            [
                new Attention(
                    seats == 1 ? texts["Collaborations.Attention.Heir.One"] : texts["Collaborations.Attention.Heir", Words.NumberFirst(seats)],
                    texts["Collaborations.Attention.Heir.Note"],
                    "/beheer/opvolgingen",
                    texts["Collaborations.Attention.Heir.Button"]
                ),
            ];
    }
}
