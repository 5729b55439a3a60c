namespace Meerlaags.Tests.Shared;

/// <summary>The folders of this repository, found from where the tests run.</summary>
public static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules"];

    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>An absolute path below the root.</summary>
    public static string At(string path) => Path.Combine(Root, path.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>Files below a folder, as paths from the root with forward slashes; built and fetched things left out.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Directory
            .EnumerateFiles(At(folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/'))
            .Where(file => !file.Split('/').Any(NotOurs.Contains) && endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Order(StringComparer.Ordinal);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Meerlaags.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests look at the files of the repository, but do not run inside it.");
    }
}
