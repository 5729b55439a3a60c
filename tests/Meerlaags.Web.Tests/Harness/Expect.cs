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
}
