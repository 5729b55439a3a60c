using System.Text.Json;

namespace Meerlaags.Deliberation.Tests.Fixtures;

/// <summary>How many single values of a reference are equal, out of how many.</summary>
public readonly record struct Agreement(int Equal, int Compared)
{
    public static Agreement operator +(Agreement a, Agreement b) => new(a.Equal + b.Equal, a.Compared + b.Compared);

    public static Agreement Of(bool equal) => new(equal ? 1 : 0, 1);

    /// <summary>Counts texts, flags and numbers (within the relative tolerance); one that is missing is not equal.</summary>
    public static Agreement Of(JsonElement expected, JsonElement? actual, double tolerance = 0)
    {
        var sum = new Agreement();
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in expected.EnumerateObject())
                {
                    var there = actual is { ValueKind: JsonValueKind.Object } o && o.TryGetProperty(property.Name, out var value) ? value : (JsonElement?)null;
                    // The reference rounds this one to a 32-bit float.
                    sum += Of(property.Value, there, property.Name == "repness-test" ? Math.Max(tolerance, 3e-7) : tolerance);
                }
                return sum;
            case JsonValueKind.Array:
                JsonElement[] items = actual is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
                foreach (var (item, i) in expected.EnumerateArray().Select((item, i) => (item, i)))
                    sum += Of(item, i < items.Length ? items[i] : null, tolerance);
                return items.Length > expected.GetArrayLength() ? sum + Of(false) : sum;
            case JsonValueKind.Number when tolerance > 0:
                return Of(
                    actual is { ValueKind: JsonValueKind.Number } number
                        && Math.Abs(number.GetDouble() - expected.GetDouble()) <= tolerance * Math.Max(1, Math.Abs(expected.GetDouble()))
                );
            default:
                return Of(actual is { } same && JsonElement.DeepEquals(expected, same));
        }
    }
}
