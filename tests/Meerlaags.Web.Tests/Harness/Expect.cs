using Meerlaags.Web.Platform.Api;

namespace Meerlaags.Web.Tests.Harness;

/// <summary>Expectations whose failure shows everything that is wrong.</summary>
public static class Expect
{
    /// <summary>There is nothing wrong; else every line is shown.</summary>
    public static void Nothing(IEnumerable<string> wrong)
    {
        var lines = wrong.ToList();
        if (lines.Count > 0)
            Assert.Fail($"{lines.Count} wrong:\n  " + string.Join("\n  ", lines));
    }

    /// <summary>A program was told no, with this status and code, and in words.</summary>
    public static void Problem(int status, string code, ApiAnswer answer)
    {
        Assert.Equal((status, ApiProblem.MediaType), (answer.Status, answer.Type));
        Assert.Equal(code, answer.Code);
        Assert.False(string.IsNullOrWhiteSpace(answer.Json.GetProperty("detail").GetString()));
    }
}
