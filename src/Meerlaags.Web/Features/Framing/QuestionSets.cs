using Meerlaags.Domain.Content;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The question sets this installation has, read from the method files at start.</summary>
public sealed class QuestionSets
{
    /// <summary>Key of the set that a first round uses.</summary>
    public const string IssueAccordingToUs = "vraagstuk";

    private readonly Dictionary<QuestionSetReference, QuestionSet> sets;

    /// <summary>Reads all files of a folder; a bad file stops the start with its name and fault.</summary>
    public QuestionSets(string folder)
    {
        sets = Directory.GetFiles(folder, "*.json").Select(Read).ToDictionary(set => set.Reference);
    }

    /// <summary>The set an answer was given to.</summary>
    public QuestionSet this[QuestionSetReference reference] => sets[reference];

    /// <summary>The newest version of a set.</summary>
    public QuestionSet Newest(string key) => sets.Values.Where(set => set.Reference.Key == key).MaxBy(set => set.Reference.Version)!;

    private static QuestionSet Read(string file) =>
        QuestionSetReader.Read(File.ReadAllText(file)).Is(out var set, out var refusal)
            ? set
            : throw new InvalidDataException($"{Path.GetFileName(file)}: {string.Join(' ', refusal.Arguments)}");
}
