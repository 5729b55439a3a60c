using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Content;

/// <summary>The sub-questions on which texts about an issue often differ, with the words that show it; read from a method file that a programme can replace.</summary>
/// <param name="Key">Which lexicon.</param>
/// <param name="Version">Its version.</param>
/// <param name="Aspects">In the order in which people look at them.</param>
/// <param name="Units">What numbers count.</param>
public sealed record DifferenceLexicon(string Key, int Version, IReadOnlyList<Aspect> Aspects, IReadOnlyList<Concept> Units)
{
    /// <summary>Why what only one party raised matters most; null when the method says nothing of it.</summary>
    public Evidence? WhyOnlyOne { get; init; }
}

/// <summary>Something that was found out, in one sentence, with where it stands.</summary>
/// <param name="Why">The sentence.</param>
/// <param name="Source">The source.</param>
public sealed record Evidence(Wording Why, string Source);

/// <summary>One sub-question, such as for whom, or by what means.</summary>
/// <param name="Key">Stable within the lexicon.</param>
/// <param name="Ask">The sub-question in words.</param>
/// <param name="Takes">What it takes besides its words.</param>
/// <param name="Concepts">What a text can say about it.</param>
public sealed record Aspect(string Key, Wording Ask, AspectTakes Takes, IReadOnlyList<Concept> Concepts);

/// <summary>What an aspect takes besides its words.</summary>
public enum AspectTakes
{
    /// <summary>Nothing.</summary>
    Words,

    /// <summary>Names of the register: municipalities, provinces, water authorities.</summary>
    Names,

    /// <summary>Years.</summary>
    Years,

    /// <summary>Numbers with a unit.</summary>
    Numbers,
}

/// <summary>One thing that texts call by several words.</summary>
/// <param name="Key">Stable within its aspect.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Words">Words or phrases in small letters; one that begins or ends with * takes what goes before or after it.</param>
public sealed record Concept(string Key, Wording Name, IReadOnlyList<string> Words);

/// <summary>Reads the method file with the lexicon.</summary>
public static class DifferenceLexiconReader
{
    /// <summary>Reads one file; the refusal <c>content.invalid</c> names what is wrong and where.</summary>
    public static Decided<DifferenceLexicon> Read(string json) =>
        MethodFile.Read(
            json,
            file =>
            {
                file.WithOnly("$schema", "key", "version", "whyOnlyOne", "aspects", "units");
                return new DifferenceLexicon(
                    file.Get("key").Key(),
                    file.Get("version").Count(),
                    Different(file.Get("aspects"), ReadAspect, aspect => aspect.Key),
                    ReadConcepts(file.Get("units"))
                )
                {
                    WhyOnlyOne = file.Find("whyOnlyOne") is { } found ? ReadEvidence(found) : null,
                };
            }
        );

    private static Evidence ReadEvidence(JsonPlace found)
    {
        found.WithOnly("why", "source");
        return new Evidence(found.Get("why").Wording(), found.Get("source").Text());
    }

    private static Aspect ReadAspect(JsonPlace aspect)
    {
        aspect.WithOnly("key", "ask", "takes", "concepts");
        var takes = aspect.Find("takes") is { } named
            ? named.OneOf(("names", AspectTakes.Names), ("years", AspectTakes.Years), ("numbers", AspectTakes.Numbers))
            : AspectTakes.Words;
        return new Aspect(aspect.Get("key").Key(), aspect.Get("ask").Wording(), takes, ReadConcepts(aspect.Get("concepts")));
    }

    private static List<Concept> ReadConcepts(JsonPlace concepts) => Different(concepts, ReadConcept, concept => concept.Key);

    private static Concept ReadConcept(JsonPlace concept)
    {
        concept.WithOnly("key", "name", "words");
        var words = concept.Get("words").Items().Select(ReadWord).ToList();
        if (words.Count == 0)
            throw concept.Wrong("words: at least one");
        return new Concept(concept.Get("key").Key(), concept.Get("name").Wording(), words);
    }

    // A * within a word would never fit: it takes what goes before or after.
    private static string ReadWord(JsonPlace place)
    {
        var word = PlainText.Line(place.Text()).ToLowerInvariant();
        return word.Split(' ').All(part => part.Trim('*') is { Length: > 0 } text && !text.Contains('*'))
            ? word
            : throw place.Wrong($"\"{word}\": a * stands only before or after the letters of a word");
    }

    private static List<T> Different<T>(JsonPlace list, Func<JsonPlace, T> read, Func<T, string> key)
    {
        var items = list.Items().Select(read).ToList();
        return items.Select(key).Distinct().Count() == items.Count ? items : throw list.Wrong("a key stands twice");
    }
}
