using System.Text.Json;

namespace Meerlaags.Deliberation.Tests.Fixtures;

/// <summary>
/// How many single values of a reference are equal, out of how many. Objects may come in any order of keys, lists may not; what is missing
/// is not equal, and what nobody expected is one value that is not equal. Numbers are equal within a tolerance relative to the reference;
/// one nearer to 0 than <see cref="NearZero"/> counts as that, since sums in doubles leave rounding where fractions leave nothing.
/// </summary>
public readonly record struct Agreement(int Equal, int Compared)
{
    public const double NearZero = 1e-6;

    // The reference rounds this one to a 32-bit float.
    private static readonly (string Name, double Tolerance) SinglePrecision = ("repness-test", 3e-7);

    public static Agreement operator +(Agreement a, Agreement b) => new(a.Equal + b.Equal, a.Compared + b.Compared);

    public static Agreement Of(bool equal) => new(equal ? 1 : 0, 1);

    public static Agreement Of(JsonElement expected, JsonElement? actual, double tolerance = 0) =>
        Values(expected, actual, tolerance, "").Aggregate(new Agreement(), (sum, value) => sum + Of(value.Equal));

    /// <summary>Rows of coordinates, each of which may have the other sign; the tolerance is absolute.</summary>
    public static Agreement UpToSign(double[][] expected, double[][] actual, double tolerance)
    {
        var sum = new Agreement(0, Math.Abs(expected.Length - actual.Length));
        foreach (var (e, a) in expected.Zip(actual))
        {
            int Near(int sign) => e.Zip(a).Count(v => Math.Abs(v.First - sign * v.Second) <= tolerance);
            sum += new Agreement(Math.Max(Near(1), Near(-1)), Math.Max(e.Length, a.Length));
        }
        return sum;
    }

    /// <summary>The items of two lists side by side; fails when one list is longer.</summary>
    public static IEnumerable<(JsonElement Expected, JsonElement Actual)> Pairs(JsonElement expected, JsonElement actual)
    {
        Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
        return expected.EnumerateArray().Zip(actual.EnumerateArray());
    }

    /// <summary>Every single value with the place where it stands.</summary>
    public static IEnumerable<(string Said, bool Equal)> Values(JsonElement expected, JsonElement? actual, double tolerance, string at)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                var named = actual is { ValueKind: JsonValueKind.Object } o ? o.EnumerateObject().ToDictionary(p => p.Name, p => p.Value) : [];
                foreach (var property in expected.EnumerateObject())
                {
                    var known = named.Remove(property.Name, out var value);
                    var within = property.Name == SinglePrecision.Name ? Math.Max(tolerance, SinglePrecision.Tolerance) : tolerance;
                    foreach (var one in Values(property.Value, known ? value : null, within, $"{at}/{property.Name}"))
                        yield return one;
                }
                foreach (var name in named.Keys)
                    yield return ($"{at}/{name} is not in the reference", false);
                break;
            case JsonValueKind.Array:
                JsonElement[] items = actual is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];
                var length = expected.GetArrayLength();
                for (var i = 0; i < length; i++)
                    foreach (var one in Values(expected[i], i < items.Length ? items[i] : null, tolerance, $"{at}[{i}]"))
                        yield return one;
                // An empty list has no values: that there is one has to be seen all the same.
                if (items.Length > length || length == 0)
                    yield return ($"{at}: {items.Length} items instead of {length}", actual is { ValueKind: JsonValueKind.Array } && items.Length == length);
                break;
            default:
                yield return ($"{at}: {actual?.ToString() ?? "nothing"} instead of {expected}", actual is { } same && IsSame(expected, same, tolerance));
                break;
        }
    }

    private static bool IsSame(JsonElement expected, JsonElement actual, double tolerance)
    {
        if (tolerance == 0 || expected.ValueKind != JsonValueKind.Number || actual.ValueKind != JsonValueKind.Number)
            return JsonElement.DeepEquals(expected, actual);
        var (x, y) = (expected.GetDouble(), actual.GetDouble());
        return Math.Abs(x - y) <= tolerance * Math.Max(NearZero, Math.Abs(x));
    }
}
