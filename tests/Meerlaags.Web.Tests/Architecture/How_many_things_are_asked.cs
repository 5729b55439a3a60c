using Meerlaags.Web.Tests.Harness;
using Mono.Cecil;

namespace Meerlaags.Web.Tests.Architecture;

/// <summary>A method asks for four things at most; more are one thing with a name. Who acts and when, and a token to stop with, are not counted.</summary>
public sealed class How_many_things_are_asked
{
    private const int Most = 4;

    private static readonly string[] NotCounted = ["Act", nameof(CancellationToken)];

    [Fact]
    public void No_method_asks_for_more_than_four_things()
    {
        Expect.Nothing(((IEnumerable<AssemblyDefinition>)[Compiled.Domain, Compiled.Web, .. Compiled.Deliberation]).SelectMany(TooMany));
        Assert.NotEmpty(TooMany(Compiled.Planted("class X { void Y(int a, int b, int c, int d, int e) { } }")));
        Assert.Empty(TooMany(Compiled.Planted("class X { void Y(int a, int b, int c, int d, System.Threading.CancellationToken stop) { } }")));
    }

    // Constructors, and the ends of the API, are given what they need; what a compiler or the framework shapes is not ours to shorten.
    private static List<string> TooMany(AssemblyDefinition assembly) =>
        [
            .. assembly
                .Types()
                .Where(type => type.Namespace != "AspNetCoreGeneratedDocument" && !type.FullName.Contains('<'))
                .SelectMany(type => type.Methods)
                .Where(method =>
                    !method.IsConstructor
                    && !method.Name.Contains('<')
                    && method.Name != "Deconstruct"
                    && !method.IsVirtual
                    && !method.ReturnType.FullName.Contains("Http.IResult")
                )
                .Where(method => method.Parameters.Count(parameter => !NotCounted.Contains(parameter.ParameterType.Name)) > Most)
                .Select(method => method.FullName),
        ];
}
