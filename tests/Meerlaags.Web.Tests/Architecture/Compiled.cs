using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Meerlaags.Web.Tests.Architecture;

/// <summary>One type that names another.</summary>
/// <param name="From">The outermost type that does it.</param>
/// <param name="To">The outermost type that is named.</param>
public sealed record Use(TypeReference From, TypeReference To);

/// <summary>One call.</summary>
/// <param name="From">Full name of the outermost type that calls.</param>
/// <param name="Method">What is called.</param>
/// <param name="At">Where in the code.</param>
public sealed record Call(string From, MethodReference Method, Instruction At);

/// <summary>Reads compiled code: the product's, or a violation planted by a test.</summary>
public static class Compiled
{
    /// <summary>The domain.</summary>
    public static readonly AssemblyDefinition Domain = Of(typeof(Domain.Common.Act).Assembly);

    /// <summary>The web application.</summary>
    public static readonly AssemblyDefinition Web = Of(typeof(Startup).Assembly);

    /// <summary>The deliberation library, its command-line tool and its client of sentence models.</summary>
    public static readonly IReadOnlyList<AssemblyDefinition> Deliberation =
    [
        Of(typeof(Meerlaags.Deliberation.Proportional.EqualShares).Assembly),
        Of(Assembly.Load("meerlaags-deliberation")),
        Of(typeof(Meerlaags.Deliberation.Embeddings.OpenAiEmbeddings).Assembly),
    ];

    /// <summary>Compiles a few lines that break a rule, so that the rule can be seen to catch them.</summary>
    public static AssemblyDefinition Planted(string code)
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Planted",
            [CSharpSyntaxTree.ParseText(code)],
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        stream.Position = 0;
        return AssemblyDefinition.ReadAssembly(stream);
    }

    /// <summary>Every type that names another, once.</summary>
    public static IEnumerable<Use> Uses(this AssemblyDefinition assembly) =>
        assembly
            .Types()
            .SelectMany(type => Named(type).SelectMany(Parts).Select(named => new Use(Outermost(type), Outermost(named))))
            .DistinctBy(use => (use.From.FullName, use.To.FullName));

    /// <summary>Every call.</summary>
    public static IEnumerable<Call> Calls(this AssemblyDefinition assembly) =>
        from type in assembly.Types()
        from method in type.Methods.Where(method => method.HasBody)
        from instruction in method.Body.Instructions
        where instruction.Operand is MethodReference
        select new Call(Outermost(type).FullName, (MethodReference)instruction.Operand, instruction);

    private static AssemblyDefinition Of(Assembly assembly) => AssemblyDefinition.ReadAssembly(assembly.Location);

    /// <summary>Every type, nested ones too.</summary>
    public static IEnumerable<TypeDefinition> Types(this AssemblyDefinition assembly) => assembly.MainModule.Types.SelectMany(WithNested);

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);

    private static IEnumerable<TypeReference?> Named(TypeDefinition type)
    {
        yield return type.BaseType;
        foreach (var face in type.Interfaces)
            yield return face.InterfaceType;
        foreach (var attribute in type.CustomAttributes)
            yield return attribute.AttributeType;
        foreach (var field in type.Fields)
            yield return field.FieldType;
        foreach (var method in type.Methods)
        {
            yield return method.ReturnType;
            foreach (var parameter in method.Parameters)
                yield return parameter.ParameterType;
            foreach (var attribute in method.CustomAttributes)
                yield return attribute.AttributeType;
            if (!method.HasBody)
                continue;
            foreach (var variable in method.Body.Variables)
                yield return variable.VariableType;
            foreach (var named in method.Body.Instructions.SelectMany(instruction => Named(instruction.Operand)))
                yield return named;
        }
    }

    private static IEnumerable<TypeReference?> Named(object? operand) =>
        operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod method => [method.DeclaringType, method.ReturnType, .. method.GenericArguments],
            MethodReference method => [method.DeclaringType, method.ReturnType],
            _ => [],
        };

    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
            TypeSpecification made => Parts(made.ElementType),
            _ => [type],
        };

    private static TypeReference Outermost(TypeReference type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
