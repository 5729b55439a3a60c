using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Microsoft.EntityFrameworkCore;
using Person = Meerlaags.Web.Platform.Identity.Account;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>Guests go with the room: a day after their place ended their accounts go, with their keys and with what they typed and no party was offered. What was handed to a party stays its own.</summary>
public sealed class ForgetGuests(Db db, Viewer viewer, Acts acts)
{
    /// <summary>Forgets who is due; answers how many.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.ForgetGuests);
        var before = acts.Now - Person.GuestAfterwards;
        var due = await db.Users.Where(account => account.GuestUntil != null && account.GuestUntil <= before).Select(account => account.Id).ToListAsync(stop);
        foreach (var some in due.Chunk(AtOnce))
        {
            var people = some.Select(id => new PersonId(id)).ToList();
            await db.GuestTexts.Where(text => text.Party == null && people.Contains(text.Person)).ExecuteDeleteAsync(stop);
            await db.Set<PersonalToken>().Where(token => people.Contains(token.Person)).ExecuteDeleteAsync(stop);
            await db.Users.Where(account => some.Contains(account.Id)).ExecuteDeleteAsync(stop);
        }
        return due.Count;
    }

    private const int AtOnce = 200;
}

/// <summary>Forgets guests every hour.</summary>
internal sealed class ForgetGuestsHourly(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetGuestsHourly> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromHours(1), clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<ForgetGuests>().RunAsync(stoppingToken);
            }
            catch (Exception fault) when (DataFaults.IsOne(fault) && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(fault, "Guests were not forgotten; trying again in an hour");
            }
        }
    }
}
