using Meerlaags.Web.Platform.Data;

namespace Meerlaags.Web.Platform.Jobs;

/// <summary>Does all chores every hour, each by itself: one that fails does not keep the next one waiting, and is tried again an hour later.</summary>
public sealed class HourlyChores(IServiceScopeFactory scopes, TimeProvider clock, ILogger<HourlyChores> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Type> chores;
        await using (var scope = scopes.CreateAsyncScope())
            chores = [.. scope.ServiceProvider.GetServices<IChore>().Select(chore => chore.GetType())];
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            foreach (var chore in chores)
                await DoAsync(chore, stoppingToken);
        }
    }

    private async Task DoAsync(Type kind, CancellationToken stop)
    {
        try
        {
            // A scope of its own: a chore looks past the filters for its own purpose alone.
            await using var scope = scopes.CreateAsyncScope();
            var chore = scope.ServiceProvider.GetServices<IChore>().Single(chore => chore.GetType() == kind);
            var done = await chore.RunAsync(stop);
            if (done > 0 && log.IsEnabled(LogLevel.Information))
                log.LogInformation("{Chore}: {Done}", kind.Name, done);
        }
        catch (Exception fault) when (DataFaults.IsOne(fault) && !stop.IsCancellationRequested)
        {
            log.LogWarning(fault, "{Chore} did not get done; trying again in an hour", kind.Name);
        }
    }
}
