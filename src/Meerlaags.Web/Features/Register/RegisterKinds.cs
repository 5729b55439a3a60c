using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Features.Register;

/// <summary>The kinds of organisation and of region, in the words of the register.</summary>
public static class RegisterKinds
{
    /// <summary>Code of the composite organisation in which the ministries speak.</summary>
    public const string Central = "RIJK";

    /// <summary>Kind of a ministry.</summary>
    public const string Ministry = "ministerie";

    /// <summary>Kind of a body under a joint arrangement, and of the region that its members form.</summary>
    public const string JointArrangement = "samenwerkingsorganisatie";

    private static readonly Dictionary<string, GovernmentTier> Tiers = new(StringComparer.Ordinal)
    {
        ["rijk"] = GovernmentTier.Central,
        [Ministry] = GovernmentTier.Central,
        ["provincie"] = GovernmentTier.Province,
        ["waterschap"] = GovernmentTier.WaterAuthority,
        ["gemeente"] = GovernmentTier.Municipality,
        ["caribisch_openbaar_lichaam"] = GovernmentTier.Municipality,
        [JointArrangement] = GovernmentTier.JointArrangement,
        ["koepel"] = GovernmentTier.Umbrella,
        ["agentschap"] = GovernmentTier.Central,
        ["inspectie"] = GovernmentTier.Central,
        ["hoog_college"] = GovernmentTier.Central,
    };

    /// <summary>The kinds of organisation there are, in the order in which people look for them.</summary>
    public static IReadOnlyList<string> Organisations { get; } = [.. Tiers.Keys];

    /// <summary>The kinds of region there are, in the order in which people look for them.</summary>
    public static IReadOnlyList<string> Regions { get; } =
    ["provincie", "veiligheidsregio", "arbeidsmarktregio", "corop", "res_regio", "novex_gebied", JointArrangement, Region.OwnKind];

    /// <summary>The tier of government of a kind of organisation.</summary>
    public static GovernmentTier TierOf(string kind) => Tiers.GetValueOrDefault(kind);
}
