using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Meerlaags.Deliberation.Bench;

if (args is ["--memory", var on, .. var file])
{
    Memory.Write(on, file.FirstOrDefault());
    return;
}

if (args is ["--new-vote"])
{
    NewVote.Write(Console.Out);
    return;
}

// In this process: nothing is generated or restored, so it runs wherever the library builds.
var job = Job
    .Default.WithToolchain(InProcessEmitToolchain.DontLogOutput)
    .WithWarmupCount(2)
    .WithIterationCount(5)
    .WithIterationTime(Perfolizer.Horology.TimeInterval.FromMilliseconds(150))
    .WithLaunchCount(1);
var config = ManualConfig
    .CreateEmpty()
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddLogger(new StreamLogger(new StreamWriter(Console.OpenStandardError()) { AutoFlush = true }))
    .WithOptions(ConfigOptions.DisableLogFile)
    .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "meerlaags-deliberation-bench"));
string[] asked = args.Length == 0 ? ["--filter", "*"] : args;
Figures.Write(BenchmarkSwitcher.FromAssembly(typeof(EqualSharesBenchmarks).Assembly).Run(asked, config), whole: asked is ["--filter", "*"], Console.Out);
