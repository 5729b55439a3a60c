using System.Diagnostics;
using BenchmarkDotNet.Running;

namespace Meerlaags.Deliberation.Bench;

/// <summary>Processor time of one benchmark, warm: what the clock shows when nothing else runs on the machine.</summary>
internal static class ProcessorTime
{
    private static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(400);

    /// <summary>Milliseconds of processor time per call, all threads of this process together.</summary>
    public static double Of(BenchmarkCase benchmark)
    {
        var instance = Activator.CreateInstance(benchmark.Descriptor.Type)!;
        foreach (var parameter in benchmark.Parameters.Items)
            benchmark.Descriptor.Type.GetProperty(parameter.Name)!.SetValue(instance, parameter.Value);
        benchmark.Descriptor.GlobalSetupMethod?.Invoke(instance, []);
        var work = () => benchmark.Descriptor.WorkloadMethod.Invoke(instance, []);
        work();
        return Of(() => work());
    }

    /// <summary>Milliseconds of processor time per call; calls go on until they are far above the grain of the timer.</summary>
    public static double Of(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var (from, calls, between) = (process.TotalProcessorTime, 0, 1);
        do
        {
            // Asking for the time costs more than a short call does.
            for (var i = 0; i < between; i++)
                work();
            calls += between;
            between = Math.Min(2 * between, 64);
            process.Refresh();
        } while (process.TotalProcessorTime - from < AtLeast);
        return (process.TotalProcessorTime - from).TotalMilliseconds / calls;
    }
}
