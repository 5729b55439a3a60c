using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register;

/// <summary>Puts the organisations of the register files on record; what is on record already stays as it is.</summary>
public sealed class LoadRegister(Db db, TimeProvider clock, ILogger<LoadRegister> log)
{
    /// <summary>The folder that comes with the product.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "content", "register");

    /// <summary>Loads at start: everything into an empty installation, only new codes later.</summary>
    public static async Task WhenEmptyAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var load = scope.ServiceProvider.GetRequiredService<LoadRegister>();
        await load.FromAsync(Folder, stop);
        await load.SuccessionsAsync(stop);
    }

    /// <summary>Adds the codes that are not on record yet; answers how many.</summary>
    public async Task<int> FromAsync(string folder, CancellationToken stop)
    {
        var rows = RegisterFile.ReadAll(folder);
        if ((await UnknownAsync(rows, stop)).Count == 0)
            return 0;
        // Two processes may start at once: who holds the chain loads, the other then finds nothing to do.
        await using var writing = await db.WriteAsync(JournalChain.Installation, null, stop);
        var missing = await UnknownAsync(rows, stop);
        db.AddRange(missing.Select(row => Organisation.FromRegister(new OrganisationId(Guid.CreateVersion7()), row)));
        await writing.CommitAsync(stop);
        log.LogInformation("Register: {Count} organisations added", missing.Count);
        return missing.Count;
    }

    /// <summary>Makes successions of what the organisations on record tell of who came after them, once; answers how many. What the source does not know stays unknown.</summary>
    public async Task<int> SuccessionsAsync(CancellationToken stop)
    {
        if (await db.Successions.AnyAsync(succession => succession.RecordedBy == null, stop))
            return 0;
        await using var writing = await db.WriteAsync(JournalChain.Installation, null, stop);
        if (await db.Successions.AnyAsync(succession => succession.RecordedBy == null, stop))
            return 0;
        var organisations = await db.Organisations.AsNoTracking().ToListAsync(stop);
        var ids = organisations.ToDictionary(organisation => organisation.Code, organisation => organisation.Id, StringComparer.Ordinal);
        var made = organisations
            .Where(ended => ended.ValidTo is not null && ended.Successors.Length > 0)
            .GroupBy(ended => (On: ended.ValidTo!.Value, ended.Successors))
            .Select(gone => new SuccessionPlan(
                gone.Key.On,
                [.. gone.OrderBy(ended => ended.Code, StringComparer.Ordinal).Select(ended => ended.Id)],
                [.. OrganisationFacts.Codes(gone.Key.Successors).Where(ids.ContainsKey).Select(code => ids[code])],
                gone.First().Source
            ))
            .Where(plan => plan.Into.Count > 0)
            .Select(plan => Succession.FromRegister(new SuccessionId(Guid.CreateVersion7()), plan, Moment.Of(clock)))
            .ToList();
        db.AddRange(made);
        await writing.CommitAsync(stop);
        log.LogInformation("Register: {Count} successions of the past", made.Count);
        return made.Count;
    }

    private async Task<List<RegisterRow>> UnknownAsync(IReadOnlyList<RegisterRow> rows, CancellationToken stop)
    {
        var known = (await db.Organisations.Select(organisation => organisation.Code).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Where(row => !known.Contains(row.Code))];
    }
}
