using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register;

/// <summary>Puts the organisations of the register files on record; what is on record already stays as it is.</summary>
public sealed class LoadRegister(Db db, ILogger<LoadRegister> log)
{
    /// <summary>The folder that comes with the product.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "content", "register");

    /// <summary>Loads at start: everything into an empty installation, only new codes later.</summary>
    public static async Task WhenEmptyAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LoadRegister>().FromAsync(Folder, stop);
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

    private async Task<List<RegisterRow>> UnknownAsync(IReadOnlyList<RegisterRow> rows, CancellationToken stop)
    {
        var known = (await db.Organisations.Select(organisation => organisation.Code).ToListAsync(stop)).ToHashSet(StringComparer.Ordinal);
        return [.. rows.Where(row => !known.Contains(row.Code))];
    }
}
