using Meerlaags.Web.Platform.Jobs;
using Microsoft.Extensions.Logging.Abstractions;

namespace Meerlaags.Web.Tests.Jobs;

/// <summary>What the installation does by itself goes on, also after the database gave way.</summary>
public sealed class Chores_come_back
{
    [Fact]
    public async Task One_that_the_database_stops_is_tried_again_and_keeps_no_other_waiting()
    {
        var (stopped, done) = (new Tally(), new Tally());
        await using var services = new ServiceCollection()
            .AddScoped<IChore>(_ => new Stopped(stopped))
            .AddScoped<IChore>(_ => new Done(done))
            .BuildServiceProvider();
        using var chores = new HourlyChores(services.GetRequiredService<IServiceScopeFactory>(), new HastyClock(), NullLogger<HourlyChores>.Instance);

        await chores.StartAsync(TestContext.Current.CancellationToken);
        await stopped.Twice;
        await done.Twice;
        await chores.StopAsync(TestContext.Current.CancellationToken);

        Assert.Null(chores.ExecuteTask!.Exception);
    }

    // An hour lasts a moment.
    private sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(TimeSpan.FromHours(1), dueTime);
            return base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(1), period);
        }
    }

    private sealed class Tally
    {
        private readonly TaskCompletionSource twice = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int times;

        public Task Twice => twice.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public void Add()
        {
            if (Interlocked.Increment(ref times) == 2)
                twice.SetResult();
        }
    }

    private sealed class Stopped(Tally tally) : IChore
    {
        public Task<int> RunAsync(CancellationToken stop)
        {
            tally.Add();
            throw new TimeoutException("The database gives way.");
        }
    }

    private sealed class Done(Tally tally) : IChore
    {
        public Task<int> RunAsync(CancellationToken stop)
        {
            tally.Add();
            return Task.FromResult(1);
        }
    }
}
