using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace Meerlaags.Deliberation.Tests.Fixtures;

/// <summary>The command-line tool as a user runs it: its own process, output and exit code.</summary>
public sealed record CommandLine(int ExitCode, string Output, string Error)
{
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    private static readonly ConcurrentDictionary<string, Lazy<CommandLine>> OnFixtures = new(StringComparer.Ordinal);

    /// <summary>Runs the tool; what it says of a fixture is run once for all tests.</summary>
    public static CommandLine Run(params string[] arguments) =>
        FixtureFolder.Root is { } root && arguments.Any(a => a.StartsWith(root, StringComparison.Ordinal))
            ? OnFixtures.GetOrAdd(string.Join('\n', arguments), _ => new(() => Start(arguments))).Value
            : Start(arguments);

    private static CommandLine Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "meerlaags-deliberation.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new(process.ExitCode, output, error.Result);
    }
}
