using Meerlaags.Bench.Data;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Bench.Servers;

/// <summary>A seeded installation and the settings that lead to it.</summary>
/// <param name="Database">Name of the database kind.</param>
/// <param name="Size">Number of collaborations.</param>
/// <param name="Folder">Folder of its data.</param>
/// <param name="Server">The PostgreSQL it is in, or null.</param>
internal sealed record Store(string Database, int Size, string Folder, Postgres? Server)
{
    /// <summary>The settings, as the product takes them.</summary>
    public IReadOnlyList<string> Settings =>
        Server is null ? ["--Data:Folder", Folder] : ["--Data:Folder", Folder, "--Data:Postgres", Server.ConnectionTo(Name)];

    private string Name => $"bench_{Size}";

    /// <summary>Makes and fills it.</summary>
    public static Task<Store> SeedAsync(string folder, int size, Postgres? server) => SeedAsync(folder, size, server, ["seed", "--count", Written(size)]);

    /// <summary>Makes it, and lets a command of this program fill it.</summary>
    public static async Task<Store> SeedAsync(string folder, int size, Postgres? server, IReadOnlyList<string> command)
    {
        var kind = server is null ? "sqlite" : "postgres";
        var store = new Store(kind, size, Path.Combine(folder, $"{kind}-{size}"), server);
        // What was kept of an earlier run.
        if (server is null && SeededFacts.AreIn(store.Folder))
            return store;
        Directory.CreateDirectory(store.Folder);
        if (server is not null)
            await server.MakeAsync(store.Name);
        await Measured.RunAsync([Program.Itself, .. command, .. store.Settings]);
        return store;
    }

    /// <summary>Processor time of the database's own processes; none for a database within the product.</summary>
    public TimeSpan Processor()
    {
        if (Postmaster is not { } main)
            return TimeSpan.Zero;
        var all = Directory
            .GetDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, out _))
            .Select(name => int.Parse(name!, System.Globalization.CultureInfo.InvariantCulture));
        return all.Where(id => id == main || (File.Exists($"/proc/{id}/stat") && Measured.ParentOf(id) == main))
            .Aggregate(TimeSpan.Zero, (sum, id) => sum + Measured.ProcessorOf(id));
    }

    /// <summary>Puts the database on the core of the server, so that the load has its own.</summary>
    public async Task PinAsync()
    {
        if (Postmaster is not { } main)
            return;
        using var taskset = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(
                "taskset",
                ["-a", "-c", "-p", Measured.Core, main.ToString(System.Globalization.CultureInfo.InvariantCulture)]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        await taskset.WaitForExitAsync();
    }

    private static string Written(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private int? Postmaster =>
        Server is null
            ? null
            : int.Parse(File.ReadLines(Path.Combine(Server.Folder, "data", "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);
}
