using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Architecture;

/// <summary>Sizes, places and names of files.</summary>
public sealed class How_files_are_kept
{
    private const int MostLines = 300;

    // Who catches here, and why.
    private static readonly string[] MayCatch =
    [
        // A file with a fault is answered with its line and an exit code; a rule beyond its limit leaves its place empty.
        "src/Meerlaags.Deliberation.Cli/CommitteesCommand.cs",
        "src/Meerlaags.Deliberation.Cli/JsonFile.cs",
        "src/Meerlaags.Deliberation.Cli/PriceabilityCommand.cs",
        "src/Meerlaags.Deliberation.Cli/Program.cs",
        // A model that fails is an answer: the words alone then decide.
        "src/Meerlaags.Deliberation.Embeddings/OpenAiEmbeddings.cs",
        // A boundary file that cannot be read is refused with the place of the fault.
        "src/Meerlaags.Domain/Register/Boundaries/BoundaryFile.cs",
        // A method file that cannot be read is refused with the place of the fault.
        "src/Meerlaags.Domain/Content/MethodFile.cs",
        // Nobody awaits the verification of the journal, so it reports its own end.
        "src/Meerlaags.Web/Features/Administration/VerificationRun.cs",
        // A page mark that was tampered with is no mark.
        "src/Meerlaags.Web/Features/Collaborations/Logbook.cs",
        // Nobody awaits the chores of the installation; one that the database stops is tried again an hour later.
        "src/Meerlaags.Web/Platform/Jobs/HourlyChores.cs",
        // Nobody awaits the filling of search; a database that gives way is tried again.
        "src/Meerlaags.Web/Platform/Search/SearchFilling.cs",
        // An example that cannot be read is named.
        "src/Meerlaags.Web/Features/Demo/ExampleFile.cs",
        // A link that was cut off is no link.
        "src/Meerlaags.Web/Platform/Identity/PasswordLink.cs",
        // A start that is refused says why in one line.
        "src/Meerlaags.Web/Program.cs",
        // A file that was tampered with on its way is no file.
        "src/Meerlaags.Web/Features/Register/Maps/CarriedFile.cs",
        // A row of the register that cannot be read is named with its line.
        "src/Meerlaags.Web/Features/Register/Files/RegisterLines.cs",
        // A database that does not open stops the start with a sentence.
        "src/Meerlaags.Web/Platform/Data/Migrator.cs",
        // A change that cannot begin leaves its place and throws on.
        "src/Meerlaags.Web/Platform/Data/Writing.cs",
        // The edge of the API: a bug becomes problem details with a reference, a bad body a list of its faults.
        "src/Meerlaags.Web/Platform/Api/ApiMiddleware.cs",
        "src/Meerlaags.Web/Platform/Api/RequestFaults.cs",
        // A journal line that cannot be read is reported as a broken line.
        "src/Meerlaags.Web/Platform/Journal/JournalVerification.cs",
        // Waiting ends by the clock; a lost line to the database is tried again.
        "src/Meerlaags.Web/Platform/Live/Bell.cs",
        "src/Meerlaags.Web/Platform/Live/BellRope.cs",
        // Waits until the database, or the product, of the tests answers.
        "tests/Meerlaags.Web.Tests/Harness/Postgres.cs",
        "tests/Meerlaags.Browser.Tests/Harness/Installation.cs",
        // A listener stops listening.
        "tests/Meerlaags.Deliberation.Tests/Similarity/StubModel.cs",
        // A listener stops listening; a writer whose product was killed stops writing; a product that starts is asked again.
        "tests/Meerlaags.Web.Tests/Blind/Nothing_is_heard.cs",
        "tests/Meerlaags.Web.Tests/Faults/A_killed_process.cs",
    ];

    private static readonly string[] InTheRoot =
    [
        ".ci",
        ".csharpierignore",
        ".csharpierrc.yaml",
        ".editorconfig",
        ".git",
        ".gitattributes",
        ".gitignore",
        "BannedSymbols.txt",
        "CHANGELOG.md",
        "Directory.Build.props",
        "Directory.Packages.props",
        "LICENSE",
        "Meerlaags.slnx",
        "README.md",
        "assets",
        "bench",
        "check",
        "content",
        "docs",
        "dotnet-tools.json",
        "global.json",
        "publiccode.yml",
        "run",
        "src",
        "tests",
    ];

    [Fact]
    public void No_file_is_longer_than_one_can_hold_in_mind()
    {
        var pages = Repository.Files("src", ".cshtml", ".js").Where(path => !path.EndsWith(".min.js", StringComparison.Ordinal)).Select(Source.Read);

        Expect.Nothing(TooLong(Source.All.Concat(pages)));
        Assert.NotEmpty(TooLong([new Source("planted", string.Concat(Enumerable.Repeat("x\n", MostLines + 1)))]));
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        Expect.Nothing(Elsewhere(Source.All));
        Assert.NotEmpty(Elsewhere([new Source("src/Meerlaags.Domain/Framing/X.cs", "namespace Meerlaags.Domain.Register; class X;")]));
    }

    [Fact]
    public void Exceptions_are_caught_only_at_the_edges()
    {
        Expect.Nothing(Catching(Source.All).Except(MayCatch).Select(path => $"catches: {path}"));
        Expect.Nothing(MayCatch.Except(Catching(Source.All)).Select(path => $"does not catch: {path}"));
        Assert.NotEmpty(Catching([new Source("planted", "class X { void Y() { try { Y(); } catch { } } }")]));
    }

    [Fact]
    public void The_root_holds_only_what_a_newcomer_needs()
    {
        var ignored = File.ReadLines(Repository.At(".gitignore")).Select(line => line.TrimEnd('/')).ToList();
        var there = Directory.EnumerateFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)).Where(name => !ignored.Contains(name));

        Expect.Nothing(there.Except(InTheRoot));
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = File.ReadAllText(Repository.At("Meerlaags.slnx"));
        var projects = Repository.Files("src", ".csproj").Concat(Repository.Files("tests", ".csproj"));
        if (Directory.Exists(Repository.At("bench")))
            projects = projects.Concat(Repository.Files("bench", ".csproj"));

        Assert.All(projects, project => Assert.Contains($"\"{project}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void The_drawn_tree_names_only_folders_that_exist()
    {
        Assert.All(Drawn(File.ReadAllText(Repository.At("docs/architecture.md"))), folder => Assert.True(Directory.Exists(Repository.At(folder)), folder));
        Assert.Equal(["src", "src/Castle/Air"], Drawn("```tree\nsrc/            the code\nsrc/Castle/Air/ nowhere\n```"));
    }

    private static List<string> TooLong(IEnumerable<Source> sources) =>
        [.. sources.Where(source => source.Lines > MostLines).Select(source => $"{source.Path}: {source.Lines} lines")];

    private static List<string> Catching(IEnumerable<Source> sources) => [.. sources.Where(source => source.Catches.Any()).Select(source => source.Path)];

    private static List<string> Elsewhere(IEnumerable<Source> sources) =>
        [.. from source in sources from space in source.Namespaces where space != FolderOf(source.Path) select $"{source.Path}: {space}"];

    // src/Meerlaags.Web/Platform/Data/Db.cs belongs in Meerlaags.Web.Platform.Data.
    private static string FolderOf(string path) => string.Join('.', path.Split('/')[1..^1]);

    // In the block that begins with ```tree each line starts with a path; folders end with a slash.
    private static List<string> Drawn(string page) =>
        [
            .. page.Split('\n')
                .SkipWhile(line => line != "```tree")
                .Skip(1)
                .TakeWhile(line => line != "```")
                .Select(line => line.Split(' ')[0])
                .Where(path => path.EndsWith('/'))
                .Select(path => path.TrimEnd('/')),
        ];
}
