using System.Text.Json;

namespace Meerlaags.Deliberation.Tests.Fixtures;

/// <summary>The reference outcomes, in shared/fixtures beside the repository. Absent: skipped with that reason, a failure in CI.</summary>
public static class FixtureFolder
{
    public static string? Root { get; } = Find();

    /// <summary>Names without extension, or one null entry so that a theory shows its skip.</summary>
    public static IEnumerable<TheoryDataRow<string?>> Names(string folder, string pattern) =>
        Root is null
            ? [new TheoryDataRow<string?>(null)]
            : Directory
                .GetFiles(Path.Combine(Root, folder), pattern)
                .Order(StringComparer.Ordinal)
                .Select(f => new TheoryDataRow<string?>(Path.GetFileNameWithoutExtension(f)));

    public static string Input(params string[] parts)
    {
        Require();
        return Path.Combine([Root!, "inputs", .. parts]);
    }

    public static JsonElement Expected(params string[] parts) => Json(Path.Combine(["expected", .. parts]));

    public static JsonElement Json(string path)
    {
        Require();
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Root!, path)));
        return document.RootElement.Clone();
    }

    public static void Require()
    {
        if (Root is not null)
            return;
        const string reason = "shared/fixtures is not beside the repository.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
            Assert.Fail(reason);
        Assert.Skip(reason);
    }

    private static string? Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var folder = Path.Combine(at.FullName, "shared", "fixtures");
            if (Directory.Exists(Path.Combine(folder, "expected")))
                return folder;
        }
        return null;
    }
}
