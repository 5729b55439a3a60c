using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register.Boundaries;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>What an administrator wants to import.</summary>
/// <param name="ValidOn">The first day for which the boundaries hold.</param>
/// <param name="Origin">Where they come from.</param>
/// <param name="Layers">What was read.</param>
public sealed record BoundaryWish(DateOnly ValidOn, BoundaryOrigin Origin, IReadOnlyList<ReadLayer> Layers);

/// <summary>What an import would do with one layer.</summary>
/// <param name="Read">What was read.</param>
/// <param name="Fit">How its codes fit the register.</param>
public sealed record LayerProposal(ReadLayer Read, CodeFit Fit)
{
    /// <summary>The areas that would be imported: those the register knows.</summary>
    public IReadOnlyList<BoundaryShape> Shapes => [.. Read.Shapes.Where(shape => Fit.Known.Contains(shape.Code))];
}

/// <summary>An administrator imports boundaries, or takes them back.</summary>
public sealed class ImportBoundaries(Db db, Acts acts, MapSource source)
{
    /// <summary>What an import would do; refused when the register knows none of the codes on that day.</summary>
    public async Task<Decided<IReadOnlyList<LayerProposal>>> ProposeAsync(BoundaryWish wish, CancellationToken stop)
    {
        if (!wish.Origin.Tidy().Is(out _, out var refusal))
            return refusal;
        var proposals = new List<LayerProposal>();
        foreach (var read in wish.Layers)
            proposals.Add(
                new LayerProposal(read, CodeFit.Of(read.Shapes.Select(shape => shape.Code), await source.CodesAsync(read.Layer, wish.ValidOn, stop)))
            );
        if (proposals.All(proposal => proposal.Fit.Known.Count == 0))
            return new Refusal("boundary.no-known-codes", proposals[0].Fit.Unknown[0]);
        return proposals;
    }

    /// <summary>Imports what is proposed: one set for each layer. The same submit again is answered as done.</summary>
    public Task<Refusal?> ForAsync(BoundaryWish wish, Guid? submit, CancellationToken stop) =>
        WriteAsync(
            submit,
            async act =>
            {
                if (!(await ProposeAsync(wish, stop)).Is(out var proposals, out var not))
                    return not;
                var known = await db.BoundarySets.AsNoTracking().ToListAsync(stop);
                foreach (var proposal in proposals.Where(proposal => proposal.Fit.Known.Count > 0))
                {
                    var plan = new BoundaryPlan(proposal.Read.Layer, wish.ValidOn, proposal.Shapes, wish.Origin);
                    if (!BoundarySet.Import(new BoundarySetId(Guid.CreateVersion7()), plan, known, act).Is(out var set, out var refusal))
                        return refusal;
                    db.Add(set);
                }
                return null;
            },
            stop
        );

    /// <summary>Takes a set back.</summary>
    public Task<Refusal?> TakeBackAsync(BoundarySetId id, string why, Guid? submit, CancellationToken stop) =>
        WriteAsync(
            submit,
            async act => await db.BoundarySets.SingleOrDefaultAsync(set => set.Id == id, stop) is { } set ? set.TakeBack(why, act) : Refusals.NotThere,
            stop
        );

    private async Task<Refusal?> WriteAsync(Guid? submit, Func<Act, Task<Refusal?>> decide, CancellationToken stop)
    {
        if (!acts.ForInstallation("boundaries").Is(out var act, out var refusal))
            return refusal;
        await using var writing = await db.WriteAsync(JournalChain.Installation, submit, stop);
        if (writing.IsRepeated)
            return null;
        if (await decide(act) is { } not)
            return not;
        await writing.CommitAsync(stop);
        return null;
    }
}
