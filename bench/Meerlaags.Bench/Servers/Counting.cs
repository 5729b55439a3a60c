using System.Diagnostics;
using System.Globalization;
using Meerlaags.Web;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Meerlaags.Bench.Servers;

/// <summary>The product itself, run inside the benchmark so that statements, rows and allocated bytes can be counted. Never used for times.</summary>
internal sealed class Counting : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    /// <summary>How a line begins that answers a question.</summary>
    public const string Answer = "counted:";

    /// <summary>The question for all that was counted since the last question.</summary>
    public const string Question = "count";

    private readonly Lock one = new();
    private readonly List<string> statements = [];
    private int rows;
    private long allocated;

    /// <summary>Runs the product and answers questions on the input until it ends.</summary>
    public static int Run(string[] arguments)
    {
        var counting = new Counting();
        DiagnosticListener.AllListeners.Subscribe(counting);
        var asked = new Thread(counting.AnswerQuestions) { IsBackground = true };
        asked.Start();
        string[] all = [.. arguments, "--applicationName", typeof(Startup).Assembly.GetName().Name!];
        return (int)typeof(Startup).Assembly.EntryPoint!.Invoke(null, [all])!;
    }

    /// <inheritdoc/>
    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            value.Subscribe(this);
    }

    /// <inheritdoc/>
    public void OnNext(KeyValuePair<string, object?> value)
    {
        lock (one)
        {
            if (value.Value is CommandExecutedEventData executed)
                statements.Add(executed.Command.CommandText.ReplaceLineEndings(" "));
            else if (value.Value is DataReaderDisposingEventData read)
                rows += read.ReadCount;
        }
    }

    /// <inheritdoc/>
    public void OnCompleted() { }

    /// <inheritdoc/>
    public void OnError(Exception error) { }

    private void AnswerQuestions()
    {
        while (Console.ReadLine() is not null)
        {
            lock (one)
            {
                var now = GC.GetTotalAllocatedBytes(precise: true);
                Console.WriteLine(
                    string.Create(CultureInfo.InvariantCulture, $"{Answer}{statements.Count}\t{rows}\t{now - allocated}\t{string.Join('\t', statements)}")
                );
                statements.Clear();
                rows = 0;
                allocated = GC.GetTotalAllocatedBytes(precise: true);
            }
        }
    }
}
