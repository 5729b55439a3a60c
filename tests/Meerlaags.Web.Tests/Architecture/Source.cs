using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Meerlaags.Web.Tests.Architecture;

/// <summary>A source file, read once.</summary>
/// <param name="Path">From the root, with forward slashes.</param>
/// <param name="Text">Its text.</param>
public sealed record Source(string Path, string Text)
{
    private static readonly string[] Folders = ["src", "tests", "bench"];

    /// <summary>All C# of the repository.</summary>
    public static readonly IReadOnlyList<Source> All =
    [
        .. Folders.Where(folder => Directory.Exists(Repository.At(folder))).SelectMany(folder => Repository.Files(folder, ".cs")).Select(Read),
    ];

    /// <summary>Reads a file.</summary>
    public static Source Read(string path) => new(path, File.ReadAllText(Repository.At(path)));

    /// <summary>Its catch blocks.</summary>
    public IEnumerable<CatchClauseSyntax> Catches => Root.DescendantNodes().OfType<CatchClauseSyntax>();

    /// <summary>Its namespaces.</summary>
    public IEnumerable<string> Namespaces => Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(space => space.Name.ToString());

    /// <summary>Its lines, a last line end not counted.</summary>
    public int Lines => Text.TrimEnd('\n').Count(sign => sign == '\n') + 1;

    private SyntaxNode Root => CSharpSyntaxTree.ParseText(Text).GetRoot();
}
