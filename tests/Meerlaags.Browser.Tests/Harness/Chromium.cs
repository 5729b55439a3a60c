namespace Meerlaags.Browser.Tests.Harness;

/// <summary>The browser of this machine: the program that <c>CHROMIUM</c> names, or Chromium on PATH. Nothing is downloaded.</summary>
public static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    /// <summary>Its program, or null.</summary>
    public static string? Program { get; } = Find();

    /// <summary>Why tests in a browser are left out, or null. In CI nothing is left out: there the tests fail.</summary>
    public static string? Missing =>
        Program is not null || Environment.GetEnvironmentVariable("CI") == "true" ? null : "Chromium is neither on PATH nor named by CHROMIUM";

    /// <summary>No sandbox for root in a container, no calls home.</summary>
    public static IReadOnlyList<string> Flags { get; } =
    ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
            return named;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return Names.SelectMany(_ => folders, (name, folder) => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }
}
