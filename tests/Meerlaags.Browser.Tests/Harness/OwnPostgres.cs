using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Browser.Tests.Harness;

/// <summary>The PostgreSQL of these journeys: started when the first one asks for it, gone with the process.</summary>
internal static class OwnPostgres
{
    private static readonly Lazy<Task<Postgres>> Server = new(Postgres.StartAsync);
    private static int made;

    /// <summary>How to reach a database with nothing in it.</summary>
    public static async Task<string> EmptyAsync()
    {
        var server = await Server.Value;
        var name = $"journey_{Interlocked.Increment(ref made)}";
        await server.MakeAsync(name);
        return server.ConnectionTo(name);
    }
}
