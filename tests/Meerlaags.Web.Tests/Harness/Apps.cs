namespace Meerlaags.Web.Tests.Harness;

/// <summary>One running product per database for the tests of a class.</summary>
public sealed class Apps(Databases databases) : IAsyncLifetime
{
    private readonly Dictionary<Database, TestApp> running = [];

    /// <summary>The product on this database, with the clock where every test begins.</summary>
    public async Task<TestApp> On(Database database)
    {
        if (!running.TryGetValue(database, out var app))
            running[database] = app = new TestApp(await databases.StartedAsync(database));
        app.Clock.Now = Clock.Start;
        return app;
    }

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var app in running.Values)
            await app.DisposeAsync();
    }
}
