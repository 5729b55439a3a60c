using System.Collections.Frozen;
using Meerlaags.Domain.Register.Boundaries;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>The boundaries of a layer that maps show.</summary>
/// <param name="Set">Where they come from.</param>
/// <param name="Shapes">The boundaries by code.</param>
public sealed record ShownBoundaries(BoundarySet Set, IReadOnlyDictionary<string, BoundaryShape> Shapes);

/// <summary>Reads imported boundaries. A set never changes once it is imported, so its shapes are kept as long as they are asked for.</summary>
public sealed class BoundaryReader(Db db, RegisterSearch register, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private (int Changes, IReadOnlyList<BoundarySet> Sets)? seen;

    /// <summary>All sets without their boundaries, the last import first. A map asks for several layers: they are read once, until something is written.</summary>
    public async Task<IReadOnlyList<BoundarySet>> SetsAsync(CancellationToken stop)
    {
        if (seen is not { } before || before.Changes != db.Changes)
            seen = before = (
                db.Changes,
                await db.BoundarySets.AsNoTracking().OrderByDescending(set => set.ImportedAt).ThenBy(set => set.Layer).ToListAsync(stop)
            );
        return before.Sets;
    }

    /// <summary>The set of each layer that maps show today.</summary>
    public async Task<IReadOnlyList<BoundarySet>> ShownAsync(CancellationToken stop) =>
        [
            .. (await SetsAsync(stop))
                .GroupBy(set => set.Layer)
                .OrderBy(layer => layer.Key)
                .Select(layer => BoundarySet.ShownOn(register.Today, layer))
                .OfType<BoundarySet>(),
        ];

    /// <summary>The boundaries of a layer that maps show today; null when there are none.</summary>
    public async Task<ShownBoundaries?> OfAsync(BoundaryLayer layer, CancellationToken stop)
    {
        if ((await ShownAsync(stop)).FirstOrDefault(set => set.Layer == layer) is not { } shown)
            return null;
        var id = shown.Id;
        var shapes = await cache.GetOrCreateAsync(
            id,
            async entry =>
            {
                entry.SlidingExpiration = Kept;
                var rows = await db.Boundaries.AsNoTracking().Where(boundary => EF.Property<BoundarySetId>(boundary, "SetId") == id).ToListAsync(stop);
                return rows.Select(row => row.ToShape()).ToFrozenDictionary(shape => shape.Code, StringComparer.Ordinal);
            }
        );
        return new ShownBoundaries(shown, shapes!);
    }
}
