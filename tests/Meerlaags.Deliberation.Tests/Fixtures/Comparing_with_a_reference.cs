using System.Text.Json;

namespace Meerlaags.Deliberation.Tests.Fixtures;

/// <summary>The comparison all references go through can fail.</summary>
public class Comparing_with_a_reference
{
    [Theory]
    [InlineData("[1, 2]", "[1]", 1, 2)]
    [InlineData("[1]", "[1, 2]", 1, 2)]
    [InlineData("[]", "[1]", 0, 1)]
    [InlineData("[]", "{}", 0, 1)]
    [InlineData("{ \"a\": 1 }", "{}", 0, 1)]
    [InlineData("{ \"a\": 1 }", "{ \"a\": 1, \"b\": 2 }", 1, 2)]
    [InlineData("{ \"a\": [\"x\", true] }", "{ \"a\": [\"x\", false] }", 1, 2)]
    [InlineData("1000", "1000.0000009", 1, 1)]
    [InlineData("1000", "1000.000002", 0, 1)]
    [InlineData("0.001", "0.0010000000000009", 1, 1)]
    [InlineData("0.001", "0.001000000002", 0, 1)] // far nearer than 1e-9 in itself, but not relative to 0.001
    [InlineData("0", "0.0000000000000009", 1, 1)]
    [InlineData("0", "0.000000000000002", 0, 1)]
    [InlineData("1", "\"1\"", 0, 1)]
    [InlineData("null", "0", 0, 1)]
    public void Missing_further_and_different_values_count(string expected, string actual, int equal, int compared) =>
        Assert.Equal(new Agreement(equal, compared), Agreement.Of(Json(expected), Json(actual), 1e-9));

    [Fact]
    public void Rows_may_have_another_sign_and_may_not_be_missing()
    {
        double[][] rows =
        [
            [1, 2],
            [3, 4],
        ];

        Assert.Equal(
            new(4, 4),
            Agreement.UpToSign(
                rows,
                [
                    [-1, -2],
                    [3, 4],
                ],
                1e-9
            )
        );
        Assert.Equal(
            new(2, 3),
            Agreement.UpToSign(
                rows,
                [
                    [1, 2],
                ],
                1e-9
            )
        );
        Assert.Equal(
            new(3, 4),
            Agreement.UpToSign(
                rows,
                [
                    [1, -2],
                    [3, 4],
                ],
                1e-9
            )
        );
    }

    [Fact]
    public void A_list_beside_a_longer_one_fails() => Assert.ThrowsAny<Exception>(() => Agreement.Pairs(Json("[1, 2]"), Json("[1]")));

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
