using System.Collections.Frozen;
using System.Text.Json;
using Meerlaags.Domain.Common;

namespace Meerlaags.Web.Platform.Journal;

/// <summary>Reads what a line says of seals: what begins one, and what opens it.</summary>
public static class JournalFacts
{
    private static readonly FrozenDictionary<string, Type> AboutSeals = typeof(Fact)
        .Assembly.GetTypes()
        .Where(type =>
            type is { IsAbstract: false, IsInterface: false } && (type.IsAssignableTo(typeof(IBeginsSeal)) || type.IsAssignableTo(typeof(IOpensSeal)))
        )
        .ToFrozenDictionary(JournalWriter.CodeOf);

    /// <summary>The fact, when it begins or opens a seal; null otherwise.</summary>
    public static Fact? AboutSeal(this JournalLine line)
    {
        if (!AboutSeals.TryGetValue(line.Fact, out var type))
            return null;
        using var content = JsonDocument.Parse(line.Content);
        return (Fact?)content.RootElement.GetProperty("data").Deserialize(type, JournalWriter.Form);
    }
}
