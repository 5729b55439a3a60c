using System.Diagnostics;
using System.Globalization;

namespace Meerlaags.Deliberation.Bench;

/// <summary>
/// What somebody waits for after a vote, round by round: the middle round and one that only one in twenty exceeds, by the clock and by the
/// processor, and how many times a sum over a million doubles that is, taken in the same rounds.
/// </summary>
internal static class NewVote
{
    private const int Rounds = 41;
    private const int WarmUps = 10;

    public static void Write(TextWriter output)
    {
        output.WriteLine("| a new vote on | rounds | clock ms, median | clock ms, 95 % | processor ms, median | x plain loop, median | x plain loop, 95 % |");
        output.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var conversation in (string[])["vtaiwan.uberx", "made, 2000 x 200, all votes"])
            output.WriteLine(Line(conversation));
    }

    private static string Line(string conversation)
    {
        var benchmark = new NewVoteBenchmarks { Conversation = conversation };
        benchmark.Draw();
        var million = Enumerable.Range(0, 1_000_000).Select(i => (double)i).ToArray();
        using var process = Process.GetCurrentProcess();
        var (clock, processor, loops) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -WarmUps; round < Rounds; round++)
        {
            process.Refresh();
            var (used, from) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
            benchmark.NewVote();
            var taken = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            process.Refresh();
            var cost = (process.TotalProcessorTime - used).TotalMilliseconds;
            from = Stopwatch.GetTimestamp();
            var sum = 0.0;
            foreach (var value in million)
                sum += value;
            var loop = sum > 0 ? Stopwatch.GetElapsedTime(from).TotalMilliseconds : double.NaN;
            if (round < 0)
                continue;
            clock.Add(taken);
            processor.Add(cost);
            loops.Add(loop);
        }
        var plain = At(loops, 0.5);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {conversation} | {Rounds} | {At(clock, 0.5):0.0} | {At(clock, 0.95):0.0} | {At(processor, 0.5):0.0} | {At(clock, 0.5) / plain:0} | {At(clock, 0.95) / plain:0} |"
        );
    }

    private static double At(List<double> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1)));
}
