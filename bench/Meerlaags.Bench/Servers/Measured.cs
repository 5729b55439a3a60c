using System.Diagnostics;
using System.Globalization;
using System.Net.NetworkInformation;

namespace Meerlaags.Bench.Servers;

/// <summary>A server in a process of its own on one core, measured from outside: processor time and memory as the kernel counts them.</summary>
internal sealed class Measured : IAsyncDisposable
{
    /// <summary>The core of whatever is measured; the load runs on the other one.</summary>
    public const string Core = "0";

    private const double TicksPerSecond = 100;
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process process;

    private Measured(Process process, Uri address) => (this.process, Address) = (process, address);

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>Id of the process.</summary>
    public int Id => process.Id;

    /// <summary>Starts a .NET program that listens on a port of loopback, and waits until it listens.</summary>
    public static async Task<Measured> StartAsync(int port, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("taskset", ["-c", Core, "dotnet", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        var server = new Measured(Process.Start(start)!, new Uri($"http://127.0.0.1:{port}"));
        var since = Stopwatch.StartNew();
        while (!IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(listener => listener.Port == port))
        {
            if (server.process.HasExited || since.Elapsed > LongestStart)
                throw new InvalidOperationException($"The server on port {port} did not start: {await server.process.StandardOutput.ReadToEndAsync()}");
            await Task.Delay(5);
        }
        return server;
    }

    /// <summary>Runs a program to its end, on both cores: nothing is measured meanwhile.</summary>
    public static async Task RunAsync(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("taskset", ["-c", "0,1", "dotnet", .. arguments])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = AppContext.BaseDirectory,
            }
        )!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{string.Join(' ', arguments)} answered {process.ExitCode}: {said}");
    }

    /// <summary>Asks the process something on its input and reads the line that answers.</summary>
    public async Task<string> AskAsync(string question)
    {
        await process.StandardInput.WriteLineAsync(question);
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Counting.Answer, StringComparison.Ordinal))
                return line[Counting.Answer.Length..];
        }
        throw new InvalidOperationException("The server stopped before it answered.");
    }

    /// <summary>Processor time used so far.</summary>
    public TimeSpan Processor() => ProcessorOf(Id);

    /// <summary>Memory in MB: its own, and its share of what it shares with others.</summary>
    public double Memory()
    {
        var line = File.ReadLines($"/proc/{Id}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Processor time of a process and of its children that have ended.</summary>
    internal static TimeSpan ProcessorOf(int id)
    {
        var fields = Fields(id);
        return TimeSpan.FromSeconds(fields[11..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture)) / TicksPerSecond);
    }

    /// <summary>The process that started this one.</summary>
    internal static int ParentOf(int id) => int.Parse(Fields(id)[1], CultureInfo.InvariantCulture);

    // What stands behind the name, which is in brackets and may hold anything.
    private static string[] Fields(int id)
    {
        var text = File.ReadAllText($"/proc/{id}/stat");
        return text[(text.LastIndexOf(')') + 2)..].Split(' ');
    }
}
