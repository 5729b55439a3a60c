using System.Diagnostics;

namespace Meerlaags.Bench.Load;

/// <summary>What a window of load came to.</summary>
/// <param name="Requests">Answers within the window.</param>
/// <param name="Elapsed">How long it lasted.</param>
internal sealed record Window(int Requests, TimeSpan Elapsed);

/// <summary>Connections that ask the same page over and over, each as soon as it has its answer.</summary>
internal static class Crowd
{
    /// <summary>Asks for a while. Every answer must have the same length.</summary>
    public static Window Ask(Request request, int connections, TimeSpan during)
    {
        var requests = 0;
        var expected = 0;
        var since = Stopwatch.StartNew();
        Task.WaitAll([.. Enumerable.Range(0, connections).Select(_ => Task.Factory.StartNew(Work, TaskCreationOptions.LongRunning))]);
        return new Window(requests, since.Elapsed);

        void Work()
        {
            using var line = new Line(request.Address);
            while (since.Elapsed < during)
            {
                var length = line.Ask(request);
                if (Interlocked.CompareExchange(ref expected, length, 0) is var first and not 0 && first != length)
                    throw new InvalidDataException($"{request.Path}: an answer of {length} bytes after one of {first}.");
                Interlocked.Increment(ref requests);
            }
        }
    }
}
