using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Platform.Live;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>One verification at a time, beside the requests, so that a long journal keeps nobody waiting. What it finds is kept.</summary>
public sealed class VerificationRun(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime life, ILogger<VerificationRun> log)
{
    /// <summary>Who listens here hears how far it is.</summary>
    public static readonly Guid Room = new("5f6d7c0a-6f0b-4c53-9a77-0b8f6c1d2e11");

    /// <summary>A verification that was silent for so long is over, wherever it ran.</summary>
    public static readonly TimeSpan SilentFor = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Tell = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;
    private CancellationTokenSource? cancel;
    private Guid last;

    /// <summary>Starts one, unless one runs, and waits a moment: a short journal is done at once. Answers the id of the one that runs or ran.</summary>
    /// <param name="by">Who asks for it.</param>
    /// <param name="patience">How long to wait.</param>
    public async Task<Guid> StartAsync(PersonId? by, TimeSpan patience)
    {
        Task started;
        Guid id;
        lock (gate)
        {
            if (running.IsCompleted)
            {
                cancel?.Dispose();
                cancel = CancellationTokenSource.CreateLinkedTokenSource(life.ApplicationStopping);
                var (wish, stop) = (new CheckWish(Guid.CreateVersion7(), by), cancel.Token);
                last = wish.Id;
                running = Task.Run(() => VerifyAsync(wish, stop), CancellationToken.None);
            }
            (started, id) = (running, last);
        }
        await Task.WhenAny(started, Task.Delay(patience, clock));
        return id;
    }

    /// <summary>Stops the one that runs here, if any, and waits until it has.</summary>
    /// <param name="only">Nothing happens when another one runs here.</param>
    public async Task StopAsync(Guid? only = null)
    {
        Task stopping;
        lock (gate)
        {
            if (only is { } named && named != last)
                return;
            if (!running.IsCompleted)
                cancel?.Cancel();
            stopping = running;
        }
        await stopping;
    }

    /// <summary>At a start nothing runs yet: what still says so was interrupted. Where several processes share a database, the silence of the other one tells.</summary>
    public static async Task CloseInterruptedAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = Moment.Of(services.GetRequiredService<TimeProvider>());
        var silentSince = db.IsSqlite ? now : now - SilentFor;
        using var _ = scope.ServiceProvider.GetRequiredService<Viewer>().System(SystemPurpose.VerifyJournal);
        await db
            .JournalChecks.Where(check => check.State == CheckState.Running && check.SeenAt <= silentSince)
            .ExecuteUpdateAsync(set => set.SetProperty(check => check.State, CheckState.Interrupted).SetProperty(check => check.EndedAt, now), stop);
    }

    /// <summary>Verifies now, keeps the result and answers it; for the command on the machine itself.</summary>
    /// <param name="services">The parts of one scope.</param>
    /// <param name="seen">Told of every chain.</param>
    /// <param name="stop">Stops it.</param>
    public static Task<JournalCheck> NowAsync(IServiceProvider services, Action<VerifiedChain> seen, CancellationToken stop) =>
        RunAsync(services, new CheckWish(Guid.CreateVersion7(), By: null), seen, stop);

    private async Task VerifyAsync(CheckWish wish, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await RunAsync(scope.ServiceProvider, wish, _ => { }, stop);
        }
        catch (Exception fault)
        {
            // Nobody awaits this task, so it reports its own end.
            log.LogError(fault, "The verification of the journal stopped");
        }
    }

    private static async Task<JournalCheck> RunAsync(IServiceProvider services, CheckWish wish, Action<VerifiedChain> seen, CancellationToken stop)
    {
        var (db, clock) = (services.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>());
        using var _ = services.GetRequiredService<Viewer>().System(SystemPurpose.VerifyJournal);
        var now = Moment.Of(clock);
        var check = new JournalCheck
        {
            Id = wish.Id,
            StartedAt = now,
            SeenAt = now,
            StartedBy = wish.By,
            Total = await db.Set<JournalChain>().CountAsync(stop),
        };
        db.Add(check);
        await db.SaveChangesAsync(stop);
        var bell = services.GetRequiredService<Bell>();
        bell.Sound(Room, Ring.Changed);
        var (outcome, told) = (CheckState.Failed, clock.GetTimestamp());
        try
        {
            await foreach (var chain in JournalVerification.RunAsync(services, stop))
            {
                seen(chain);
                check.Done++;
                if (chain.Break is { } found)
                    check.Broken = [.. check.Broken, new BrokenChain(chain.Chain, found.Number, found.Kind)];
                if (clock.GetElapsedTime(told) < Tell)
                    continue;
                told = clock.GetTimestamp();
                check.SeenAt = Moment.Of(clock);
                await db.SaveChangesAsync(stop);
                bell.Sound(Room, Ring.Changed);
            }
            outcome = check.Broken.Count == 0 ? CheckState.Whole : CheckState.Broken;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            outcome = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested
                ? CheckState.Interrupted
                : CheckState.Stopped;
        }
        finally
        {
            (check.State, check.EndedAt, check.SeenAt) = (outcome, Moment.Of(clock), Moment.Of(clock));
            await db.SaveChangesAsync(CancellationToken.None);
            bell.Sound(Room, Ring.Changed);
        }
        return check;
    }

    private sealed record CheckWish(Guid Id, PersonId? By);
}
