using System.Security.Cryptography;
using System.Text;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register.Files;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register.Refresh;

/// <summary>An administrator hands in newer register files, sees what they say otherwise, and takes that over or not.</summary>
public sealed class RefreshRegister(Db db, Acts acts, Lineages lineages)
{
    /// <summary>Proposes newer files; answers the id of the proposal. The same submit again is answered with the one it made.</summary>
    public async Task<Decided<RegisterRefreshId>> ProposeAsync(RefreshPlan plan, IReadOnlyList<RegisterText> files, Guid? submit, CancellationToken stop)
    {
        if (!acts.ForInstallation("register").Is(out var act, out var refusal))
            return refusal;
        if (!RegisterFile.Read(files).Is(out var newer, out refusal))
            return refusal;
        await using var writing = await db.WriteAsync(JournalChain.Installation, submit, stop);
        var id = new RegisterRefreshId(IdOfSubmit.Of(submit, act.Actor.Person!.Value));
        if (writing.IsRepeated)
            return id;
        if (!RegisterUpdate.Between(newer, await StateAsync(stop), plan.On).Is(out var update, out refusal))
            return refusal;
        var kept = files.Select(file => new RefreshFile(file.Name, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text))), file.Text));
        if (!RegisterRefresh.Propose(id, plan, (update, [.. kept]), act).Is(out var refresh, out refusal))
            return refusal;
        db.Add(refresh);
        await writing.CommitAsync(stop);
        return id;
    }

    /// <summary>Takes a proposal over: all of it, in one transaction.</summary>
    public Task<Refusal?> ApproveAsync(RegisterRefreshId id, Guid? submit, CancellationToken stop) =>
        DecideAsync(
            id,
            submit,
            async (refresh, act) =>
            {
                if (!RegisterFile.Read([.. refresh.Files.Select(file => new RegisterText(file.Name, file.Text))]).Is(out var newer, out var unreadable))
                    return unreadable;
                var state = await StateAsync(stop);
                if (!RegisterUpdate.Between(newer, state, refresh.On).Is(out var update, out var refusal))
                    return refusal;
                if (refresh.Approve(update, act) is { } not)
                    return not;
                var (organisations, regions) = update.Apply(Guid.CreateVersion7);
                // What changed lost the other names that people use for it.
                var aliases = LoadRegister.KnownAliases();
                foreach (var named in state.Organisations.Concat(organisations).Where(known => aliases.Contains(known.Code)))
                    named.FindAlso(aliases[named.Code]);
                db.AddRange(organisations);
                db.AddRange(regions);
                db.AddRange(
                    PastSuccessions
                        .Untold([.. state.Organisations, .. organisations], state.Successions)
                        .Select(plan => Succession.FromRegister(new SuccessionId(Guid.CreateVersion7()), plan, act.At))
                );
                return null;
            },
            stop
        );

    /// <summary>Does not take it over, with the reason.</summary>
    public Task<Refusal?> RejectAsync(RegisterRefreshId id, string why, Guid? submit, CancellationToken stop) =>
        DecideAsync(id, submit, (refresh, act) => Task.FromResult(refresh.Reject(why, act)), stop);

    private async Task<Refusal?> DecideAsync(RegisterRefreshId id, Guid? submit, Func<RegisterRefresh, Act, Task<Refusal?>> decide, CancellationToken stop)
    {
        if (!acts.ForInstallation("register").Is(out var act, out var refusal))
            return refusal;
        await using var writing = await db.WriteAsync(JournalChain.Installation, submit, stop);
        if (writing.IsRepeated)
            return null;
        if (await db.RegisterRefreshes.SingleOrDefaultAsync(refresh => refresh.Id == id, stop) is not { } refresh)
            return Refusals.NotThere;
        if (await decide(refresh, act) is { } not)
            return not;
        await writing.CommitAsync(stop);
        lineages.Forget();
        return null;
    }

    private async Task<RegisterState> StateAsync(CancellationToken stop) =>
        new(await db.Organisations.ToListAsync(stop), await db.Regions.ToListAsync(stop), await db.Successions.AsNoTracking().ToListAsync(stop));
}
