using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Meerlaags.Deliberation.OpinionGroups.Polis;
using Meerlaags.Deliberation.Proportional;

namespace Meerlaags.Deliberation.Bench;

/// <summary>Peak working set above that of a process that has done nothing, in MB: reading and computing together, and reading alone.</summary>
internal sealed record Memory(string On, double Above, double Reading)
{
    public static Memory Of(string name)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(Assembly.GetExecutingAssembly().Location);
        start.ArgumentList.Add("--memory");
        start.ArgumentList.Add(name);
        // A made election is read from a file like any other.
        var made = name == BenchData.LargestElection ? Path.GetTempFileName() : null;
        if (made is not null)
        {
            using var file = new StreamWriter(made);
            PbWriter.Write(BenchData.Election(name), file);
            start.ArgumentList.Add(made);
        }
        using var process = Process.Start(start)!;
        var figures = process.StandardOutput.ReadToEnd().Split(' ').Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        process.WaitForExit();
        if (made is not null)
            File.Delete(made);
        return new(name, figures[0], figures[1]);
    }

    /// <summary>What the process started by <see cref="Of"/> does.</summary>
    public static void Write(string name, string? file)
    {
        using var process = Process.GetCurrentProcess();
        var idle = process.PeakWorkingSet64;
        var run = Read(name, file);
        process.Refresh();
        var read = process.PeakWorkingSet64;
        run();
        process.Refresh();
        Console.Write(string.Create(CultureInfo.InvariantCulture, $"{(process.PeakWorkingSet64 - idle) / 1e6} {(read - idle) / 1e6}"));
    }

    private static Action Read(string name, string? file)
    {
        if (name == BenchData.LargestConversation)
        {
            var (votes, moderatedOut) = BenchData.Conversation(name);
            return () => PolisPipeline.Run(votes, moderatedOut);
        }
        var election = file is null ? BenchData.Election(name) : PbReader.ReadFile(file).Election;
        return () => EqualShares.Run(SupportProfile.Of(election, Satisfaction.Cost), Purses.Equal(election.Ballots.Count, election.Budget));
    }
}
