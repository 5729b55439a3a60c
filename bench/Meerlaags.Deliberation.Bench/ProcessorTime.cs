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
        using var process = Process.GetCurrentProcess();
        var (from, calls) = (process.TotalProcessorTime, 0);
        do
        {
            work();
            calls++;
            process.Refresh();
        } while (process.TotalProcessorTime - from < AtLeast);
        return (process.TotalProcessorTime - from).TotalMilliseconds / calls;
    }
}
