using System.Text.Json;
using Meerlaags.Deliberation.Cli.Explain;

namespace Meerlaags.Deliberation.Cli;

/// <summary>What a command prints: for people when asked so, else for programs.</summary>
internal static class Answer
{
    public static void Print(Options options, Action<Words> explain, Action<Utf8JsonWriter> write) => Print(options, explain, () => Json.Print(write));

    public static void Print(Options options, Action<Words> explain, Action write)
    {
        if (options.Explain is not { } language)
        {
            write();
            return;
        }
        var words = new Words(language);
        explain(words);
        words.Print();
    }

    /// <summary>What is noteworthy about a file without being a fault, beside the answer.</summary>
    public static void Warn(string path, IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
            Console.Error.WriteLine($"{path}: warning: {warning}");
    }
}
