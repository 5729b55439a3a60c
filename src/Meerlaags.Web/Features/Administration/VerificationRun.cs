using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Journal;

namespace Meerlaags.Web.Features.Administration;

/// <summary>How far a verification of the journal is. Counts chains, not lines: every line more would tell that somebody handed a text in unseen.</summary>
/// <param name="StartedAt">When it began.</param>
/// <param name="Chains">Chains verified so far.</param>
/// <param name="Broken">Chains with a line that does not hold.</param>
/// <param name="EndedAt">When it was done, or null while it runs.</param>
/// <param name="Failed">Whether it could not be finished.</param>
public sealed record VerificationState(
    DateTimeOffset StartedAt,
    int Chains = 0,
    IReadOnlyList<VerifiedChain>? Broken = null,
    DateTimeOffset? EndedAt = null,
    bool Failed = false
);

/// <summary>One verification at a time, beside the requests, so that a long journal keeps nobody waiting.</summary>
public sealed class VerificationRun(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime life, ILogger<VerificationRun> log)
{
    private readonly Lock gate = new();
    private Task running = Task.CompletedTask;

    /// <summary>The last one, or null.</summary>
    public VerificationState? State { get; private set; }

    /// <summary>Starts one, unless one runs, and waits a moment: a short journal is done at once.</summary>
    public async Task StartAsync(TimeSpan patience)
    {
        lock (gate)
        {
            if (running.IsCompleted)
            {
                State = new VerificationState(Moment.Of(clock), Broken: []);
                running = Task.Run(VerifyAsync);
            }
        }
        await Task.WhenAny(running, Task.Delay(patience, clock));
    }

    private async Task VerifyAsync()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await foreach (var chain in JournalVerification.RunAsync(scope.ServiceProvider, life.ApplicationStopping))
                State = State! with { Chains = State.Chains + 1, Broken = chain.Break is null ? State.Broken : [.. State.Broken!, chain] };
            State = State! with { EndedAt = Moment.Of(clock) };
        }
        catch (Exception fault)
        {
            // Nobody awaits this task, so it reports its own end.
            log.LogError(fault, "The verification of the journal stopped");
            State = State! with { EndedAt = Moment.Of(clock), Failed = true };
        }
    }
}
