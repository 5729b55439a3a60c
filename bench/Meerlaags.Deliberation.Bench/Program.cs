using BenchmarkDotNet.Running;
using Meerlaags.Deliberation.Bench;

BenchmarkSwitcher.FromAssembly(typeof(EqualSharesBenchmarks).Assembly).Run(args);
