using System.Text.Json;

namespace Meerlaags.Deliberation.Tests.Fixtures;

/// <summary>Equality of JSON with numbers within a relative tolerance; objects may come in any order of keys, lists may not.</summary>
public static class Near
{
    // The reference rounds this one to a 32-bit float.
    private const string SinglePrecision = "repness-test";

    public static void Equal(JsonElement expected, JsonElement actual, double tolerance, string at = "")
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(Names(expected), Names(actual));
                foreach (var property in expected.EnumerateObject())
                    Equal(property.Value, actual.GetProperty(property.Name), property.Name == SinglePrecision ? 3e-7 : tolerance, $"{at}/{property.Name}");
                break;
            case JsonValueKind.Array:
                Assert.True(expected.GetArrayLength() == actual.GetArrayLength(), $"{at}: {actual} instead of {expected}");
                foreach (var ((e, a), i) in expected.EnumerateArray().Zip(actual.EnumerateArray()).Select((pair, i) => (pair, i)))
                    Equal(e, a, tolerance, $"{at}[{i}]");
                break;
            case JsonValueKind.Number:
                var (x, y) = (expected.GetDouble(), actual.GetDouble());
                Assert.True(Math.Abs(x - y) <= tolerance * Math.Max(1, Math.Abs(x)), $"{at}: {y} instead of {x}");
                break;
            default:
                Assert.True(JsonElement.DeepEquals(expected, actual), $"{at}: {actual} instead of {expected}");
                break;
        }
    }

    public static void EqualUpToSign(double[][] expected, double[][] actual, double tolerance)
    {
        foreach (var (e, a) in expected.Zip(actual))
            Assert.InRange(Math.Min(Largest(e, a, 1), Largest(e, a, -1)), 0, tolerance);
    }

    private static double Largest(double[] a, double[] b, int sign) => a.Zip(b, (x, y) => Math.Abs(x - sign * y)).Max();

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
}
