using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Demo;

/// <summary>Writes the demo once, into an installation that holds nobody and nothing yet. Never beside real people.</summary>
public sealed class DemoSeed(IServiceScopeFactory scopes, Installation installation, IConfiguration configuration, ILogger<DemoSeed> log)
{
    /// <summary>Writes the demo when it is asked for and there is room, and finds out what kind of installation this is.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (DemoDoor.IsAskedFor(configuration) && !await db.Users.AnyAsync(stop))
            await WriteAsync(scope.ServiceProvider, stop);
        installation.IsDemo = await db.Users.AnyAsync(account => account.IsDemo, stop);
        if (DemoDoor.IsAskedFor(configuration) && !installation.IsDemo)
            log.LogWarning("Demo:Enabled is set, but this database holds real accounts: no demo is written and nobody signs in by one click.");
    }

    // The accounts come last: they are the sign that the demo is whole.
    private static async Task WriteAsync(IServiceProvider services, CancellationToken stop)
    {
        await RefuseLeftoversAsync(services, stop);
        var people = Cast.All.ToDictionary(member => member.Key, _ => new PersonId(Guid.CreateVersion7()));
        foreach (var part in services.GetServices<IDemoPart>().OrderBy(part => part.Order))
            await part.WriteAsync(new DemoContext(services, people), stop);
        var accounts = services.GetRequiredService<UserManager<Platform.Identity.Account>>();
        var texts = services.GetRequiredService<Texts>();
        await using var all = await services.GetRequiredService<Db>().Database.BeginTransactionAsync(stop);
        foreach (var member in Cast.All)
        {
            var made = await accounts.CreateAsync(
                new Platform.Identity.Account
                {
                    Id = people[member.Key].Value,
                    UserName = member.Email,
                    Email = member.Email,
                    DisplayName = member.DisplayName(texts),
                    IsAdministrator = member.Key == Cast.Administrator,
                    IsDemo = true,
                }
            );
            if (!made.Succeeded)
                throw new InvalidOperationException($"The demo account {member.Key} was refused: {made}");
        }
        await all.CommitAsync(stop);
    }

    private static async Task RefuseLeftoversAsync(IServiceProvider services, CancellationToken stop)
    {
        using var _ = services.GetRequiredService<Viewer>().System(SystemPurpose.Demo);
        if (await services.GetRequiredService<Db>().Set<Collaboration>().AnyAsync(stop))
            throw new StartRefusedException(services.GetRequiredService<Texts>()["Demo.Refused.Leftovers"]);
    }
}
