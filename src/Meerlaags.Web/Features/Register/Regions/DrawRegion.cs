using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register.Regions;

/// <summary>An administrator draws regions of one's own: a name, and who belongs to it from which day on.</summary>
public sealed class DrawRegion(Db db, Acts acts)
{
    private const string FirstPart = "EIGEN-";

    /// <summary>Draws one; answers its code. The same submit again is answered with the one it drew.</summary>
    public async Task<Decided<string>> DrawAsync(RegionPlan plan, Guid? submit, CancellationToken stop)
    {
        if (!acts.ForInstallation("register").Is(out var act, out var refusal))
            return refusal;
        await using var writing = await db.WriteAsync(JournalChain.Installation, submit, stop);
        var own = await db.Regions.CountAsync(region => region.Kind == Region.OwnKind, stop);
        if (writing.IsRepeated)
            return CodeOf(own);
        if (!Region.Draw(new RegionId(Guid.CreateVersion7()), CodeOf(own + 1), plan, act).Is(out var region, out refusal))
            return refusal;
        db.Add(region);
        await writing.CommitAsync(stop);
        return region.Code;
    }

    /// <summary>Gives it other words.</summary>
    public Task<Refusal?> RenameAsync(string code, RegionPlan plan, Guid? submit, CancellationToken stop) =>
        ChangeAsync(code, submit, (region, act) => Task.FromResult(region.Rename(plan, act)), stop);

    /// <summary>Organisations belong to it from a day on: all of them, or none when one of them cannot.</summary>
    public Task<Refusal?> AdmitAsync(string code, RegionMembersWish wish, Guid? submit, CancellationToken stop) =>
        ChangeAsync(
            code,
            submit,
            async (region, act) =>
            {
                if (wish.Organisations.Count == 0)
                    return new Refusal("text.missing") { Field = nameof(wish.Organisations) };
                var known = await db.Organisations.AsNoTracking().Where(organisation => wish.Organisations.Contains(organisation.Code)).ToListAsync(stop);
                if (wish.Organisations.FirstOrDefault(code => known.TrueForAll(organisation => organisation.Code != code)) is { } unknown)
                    return new Refusal("succession.unknown-code", unknown) { Field = nameof(wish.Organisations) };
                return known.Select(organisation => region.Admit(organisation, wish.On, act)).FirstOrDefault(refusal => refusal is not null);
            },
            stop
        );

    /// <summary>An organisation no longer belongs to it from a day on.</summary>
    public Task<Refusal?> PartAsync(string code, RegionPart wish, Guid? submit, CancellationToken stop) =>
        ChangeAsync(
            code,
            submit,
            async (region, act) =>
                await db.Organisations.AsNoTracking().SingleOrDefaultAsync(organisation => organisation.Code == wish.Organisation, stop) is { } leaving
                    ? region.Part(leaving.Id, wish.On, act)
                    : Refusals.NotThere,
            stop
        );

    /// <summary>It no longer exists from a day on.</summary>
    public Task<Refusal?> EndAsync(string code, DateOnly on, Guid? submit, CancellationToken stop) =>
        ChangeAsync(code, submit, (region, act) => Task.FromResult(region.End(on, act)), stop);

    private async Task<Refusal?> ChangeAsync(string code, Guid? submit, Func<Region, Act, Task<Refusal?>> decide, CancellationToken stop)
    {
        if (!acts.ForInstallation("register").Is(out var act, out var refusal))
            return refusal;
        await using var writing = await db.WriteAsync(JournalChain.Installation, submit, stop);
        if (writing.IsRepeated)
            return null;
        var known = code.ToUpperInvariant();
        if (await db.Regions.SingleOrDefaultAsync(region => region.Code == known, stop) is not { } region)
            return Refusals.NotThere;
        if (await decide(region, act) is { } not)
            return not;
        await writing.CommitAsync(stop);
        return null;
    }

    private static string CodeOf(int number) => FirstPart + number.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Organisations by their codes, and a day.</summary>
public sealed record RegionMembersWish(IReadOnlyList<string> Organisations, DateOnly On);

/// <summary>One organisation by its code, and the day from which it no longer belongs to a region.</summary>
public sealed record RegionPart(string Organisation, DateOnly On);
