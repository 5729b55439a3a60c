using System.Collections.Frozen;
using System.Text.Json;
using Meerlaags.Domain.Common;

namespace Meerlaags.Web.Platform.Journal;

/// <summary>Reads facts from lines: what begins a seal, what opens it, and what people are told.</summary>
public static class JournalFacts
{
    private static readonly FrozenDictionary<string, Type> AboutSeals = typeof(Fact)
        .Assembly.GetTypes()
        .Where(type =>
            type is { IsAbstract: false, IsInterface: false } && (type.IsAssignableTo(typeof(IBeginsSeal)) || type.IsAssignableTo(typeof(IOpensSeal)))
        )
        .ToFrozenDictionary(JournalWriter.CodeOf);

    /// <summary>The fact, when it begins or opens a seal; null otherwise.</summary>
    public static Fact? AboutSeal(this JournalLine line) => AboutSeals.TryGetValue(line.Fact, out var type) ? line.As(type) : null;

    /// <summary>The fact of a line, of which one knows what it is.</summary>
    public static Fact As(this JournalLine line, Type type)
    {
        using var content = JsonDocument.Parse(line.Content);
        return (Fact)content.RootElement.GetProperty("data").Deserialize(type, JournalWriter.Form)!;
    }
}
