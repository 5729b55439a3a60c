using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register;

/// <summary>What an administrator writes of a succession: organisations by their codes.</summary>
/// <param name="On">The first day on which the successors stand where the predecessors stood.</param>
/// <param name="From">Codes of the organisations that go over.</param>
/// <param name="Into">Codes of the organisations that take over.</param>
/// <param name="Source">Where this stands.</param>
/// <param name="Note">What one should know besides, or nothing.</param>
public sealed record SuccessionWish(DateOnly On, IReadOnlyList<string> From, IReadOnlyList<string> Into, string Source, string Note);

/// <summary>An administrator puts a succession on record, or takes it back before its day.</summary>
public sealed class RecordSuccession(Db db, Acts acts, Lineages lineages)
{
    /// <summary>Puts it on record and answers its id; the same submit again answers the one it made.</summary>
    public async Task<Decided<SuccessionId>> ForAsync(SuccessionWish wish, Guid? submit, CancellationToken stop)
    {
        var id = new SuccessionId(submit ?? Guid.CreateVersion7());
        var refused = await WriteAsync(
            submit,
            async act =>
            {
                var codes = wish.From.Concat(wish.Into).Distinct().ToList();
                var known = await db.Organisations.Where(organisation => codes.Contains(organisation.Code)).ToListAsync(stop);
                var by = known.ToDictionary(organisation => organisation.Code, organisation => organisation.Id);
                if (codes.Find(code => !by.ContainsKey(code)) is { } unknown)
                    return new Refusal("succession.unknown-code", unknown) { Field = wish.From.Contains(unknown) ? nameof(wish.From) : nameof(wish.Into) };
                var plan = new SuccessionPlan(wish.On, [.. wish.From.Select(code => by[code])], [.. wish.Into.Select(code => by[code])], wish.Source)
                {
                    Note = wish.Note,
                };
                if (!Succession.Record(id, plan, known, act).Is(out var succession, out var refusal))
                    return refusal;
                db.Add(succession);
                return null;
            },
            stop
        );
        return refused is not null ? refused : id;
    }

    /// <summary>Takes one back.</summary>
    public Task<Refusal?> TakeBackAsync(SuccessionId id, string why, Guid? submit, CancellationToken stop) =>
        WriteAsync(
            submit,
            async act =>
            {
                if (await db.Successions.SingleOrDefaultAsync(succession => succession.Id == id, stop) is not { } succession)
                    return Refusals.NotThere;
                var ids = succession.From.Select(side => side.Organisation).ToList();
                return succession.TakeBack(why, await db.Organisations.Where(organisation => ids.Contains(organisation.Id)).ToListAsync(stop), act);
            },
            stop
        );

    private async Task<Refusal?> WriteAsync(Guid? submit, Func<Act, Task<Refusal?>> decide, CancellationToken stop)
    {
        if (!acts.ForInstallation("register").Is(out var act, out var refusal))
            return refusal;
        await using var writing = await db.WriteAsync(JournalChain.Installation, submit, stop);
        if (writing.IsRepeated)
            return null;
        if (await decide(act) is { } not)
            return not;
        await writing.CommitAsync(stop);
        lineages.Forget();
        return null;
    }
}
