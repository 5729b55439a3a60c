using System.Text.Json;

namespace Meerlaags.Deliberation.Tests.Fixtures;

/// <summary><see cref="Agreement"/> in every single value, or a failure that names where it ends.</summary>
public static class Near
{
    public static void Equal(JsonElement expected, JsonElement actual, double tolerance, string at = "") =>
        Assert.Empty(Agreement.Values(expected, actual, tolerance, at).Where(value => !value.Equal).Select(value => value.Said).Take(5));

    public static void EqualUpToSign(double[][] expected, double[][] actual, double tolerance)
    {
        var agreement = Agreement.UpToSign(expected, actual, tolerance);
        Assert.Equal(agreement.Compared, agreement.Equal);
    }
}
