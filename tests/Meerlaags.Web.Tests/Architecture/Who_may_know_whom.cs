using Meerlaags.Web.Tests.Harness;
using Mono.Cecil;

namespace Meerlaags.Web.Tests.Architecture;

/// <summary>The arrows between capabilities run one way, in both projects. This table is the one in docs/architecture.md.</summary>
public sealed class Who_may_know_whom
{
    private const string Platform = "Platform";
    private static readonly string[] ForAll = ["Common", "Content"];

    private static readonly Dictionary<string, string[]> Known = new()
    {
        ["Common"] = [],
        ["Content"] = [],
        ["Register"] = [],
        ["Account"] = [],
        ["Collaborations"] = ["Register", "Account"],
        ["Framing"] = ["Register", "Collaborations"],
        ["Sessions"] = ["Register", "Collaborations", "Framing"],
        ["Statements"] = ["Register", "Collaborations", "Framing"],
        ["Notices"] = ["Collaborations"],
        ["Administration"] = ["Account", "Collaborations"],
        ["Search"] = ["Register", "Collaborations", "Framing"],
        ["Demo"] = ["Register", "Account", "Collaborations", "Framing", "Sessions", "Statements"],
        ["Home"] = ["Register", "Account", "Collaborations", "Framing", "Sessions", "Statements"],
    };

    [Fact]
    public void The_domain_knows_the_framework_only()
    {
        Expect.Nothing(Foreign(Compiled.Domain));
        Assert.NotEmpty(Foreign(Compiled.Planted("class X { Microsoft.EntityFrameworkCore.DbContext? d; }")));
    }

    [Fact]
    public void Capabilities_of_the_domain_know_only_those_they_lean_on()
    {
        Expect.Nothing(Wrong(Compiled.Domain));
        Assert.NotEmpty(
            Wrong(
                Compiled.Planted(
                    "namespace Meerlaags.Domain.Register { class X { System.Type Y() => typeof(System.Collections.Generic.List<Meerlaags.Domain.Framing.Point>); } }"
                )
            )
        );
    }

    [Fact]
    public void Features_know_only_those_they_lean_on()
    {
        Expect.Nothing(Wrong(Compiled.Web));
        Assert.NotEmpty(
            Wrong(
                Compiled.Planted(
                    "namespace Meerlaags.Web.Features.Collaborations { class X { object Y() => new Meerlaags.Web.Features.Framing.FramingFeature(); } }"
                )
            )
        );
        Assert.NotEmpty(
            Wrong(
                Compiled.Planted(
                    "namespace Meerlaags.Web.Features.Framing { class X { object Y() => new Meerlaags.Web.Features.Statements.StatementsFeature(); } }"
                )
            )
        );
        Assert.NotEmpty(Wrong(Compiled.Planted("namespace Meerlaags.Domain.Sessions { class X { Meerlaags.Domain.Statements.Statement? s; } }")));
        Assert.NotEmpty(Wrong(Compiled.Planted("namespace AspNetCoreGeneratedDocument { class Features_Register_X { Meerlaags.Domain.Framing.Point? p; } }")));
    }

    [Fact]
    public void The_platform_knows_no_feature()
    {
        Assert.NotEmpty(Wrong(Compiled.Planted("namespace Meerlaags.Web.Platform.Data { class X { Meerlaags.Web.Features.Home.HomeFeature? f; } }")));
    }

    [Fact]
    public void Every_capability_stands_in_the_table()
    {
        var found = Compiled
            .Domain.Uses()
            .Concat(Compiled.Web.Uses())
            .Select(use => CapabilityOf(use.From) ?? Platform)
            .Where(capability => capability != Platform)
            .Distinct();

        Expect.Nothing(found.Except(Known.Keys).Select(capability => $"not in the table: {capability}"));
    }

    private static List<string> Foreign(AssemblyDefinition assembly) =>
        [.. assembly.MainModule.AssemblyReferences.Select(reference => reference.Name).Where(name => !name.StartsWith("System.", StringComparison.Ordinal))];

    private static List<string> Wrong(AssemblyDefinition assembly) =>
        [
            .. assembly
                .Uses()
                .Select(use => (use, from: CapabilityOf(use.From), to: CapabilityOf(use.To)))
                .Where(found => found.from is not null && found.to is not null && !May(found.use, found.from, found.to))
                .Select(found => $"{found.use.From.FullName} knows {found.use.To.FullName}"),
        ];

    private static bool May(Use use, string from, string to) =>
        from == to
        || to == Platform
        || ForAll.Contains(to)
        // The platform knows who sits where, so that its filters can be asked.
        || (from == Platform && use.To.Namespace.StartsWith("Meerlaags.Domain.", StringComparison.Ordinal))
        || (Known.TryGetValue(from, out var known) && known.Contains(to));

    // Meerlaags.Domain.X.*, Meerlaags.Web.Features.X.*, Meerlaags.Web.Platform.*, and the classes that pages are compiled to.
    private static string? CapabilityOf(TypeReference type)
    {
        var place = type.Namespace == "AspNetCoreGeneratedDocument" ? "Meerlaags.Web." + type.Name.Replace('_', '.') : type.Namespace;
        return place.Split('.') switch
        {
            ["Meerlaags", "Domain", var capability, ..] => capability,
            ["Meerlaags", "Web", Platform, ..] => Platform,
            ["Meerlaags", "Web", "Features", "", ..] => null,
            ["Meerlaags", "Web", "Features", var capability, ..] => capability,
            _ => null,
        };
    }
}
