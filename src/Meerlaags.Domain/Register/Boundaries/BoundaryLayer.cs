namespace Meerlaags.Domain.Register.Boundaries;

/// <summary>What kind of area a boundary goes around.</summary>
public enum BoundaryLayer
{
    /// <summary>Municipalities, GM0000.</summary>
    Municipalities,

    /// <summary>Provinces, PV00.</summary>
    Provinces,

    /// <summary>Water authorities, WS0000.</summary>
    WaterAuthorities,

    /// <summary>Statistical regions (COROP), CR00.</summary>
    StatisticalRegions,

    /// <summary>Safety regions, VR00.</summary>
    SafetyRegions,

    /// <summary>Labour market regions, AM00.</summary>
    LabourMarketRegions,

    /// <summary>Regions of the energy strategy, RES00.</summary>
    EnergyRegions,

    /// <summary>Areas of the spatial strategy, NOVEX00.</summary>
    SpatialStrategyAreas,
}

/// <summary>An official code as files write it: GM0518, gm0518, or 0518 alone.</summary>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Value">The code as the register writes it.</param>
public readonly record struct BoundaryCode(BoundaryLayer Layer, string Value)
{
    /// <summary>The layers: how codes begin, how many digits follow, the kind in the words of the register, and words by which a file names it.</summary>
    private static readonly (BoundaryLayer Layer, string Prefix, int Digits, string Kind, string[] Words)[] Layers =
    [
        (BoundaryLayer.Municipalities, "GM", 4, "gemeente", ["gemeente", "gm_"]),
        (BoundaryLayer.Provinces, "PV", 2, "provincie", ["provincie", "pv_"]),
        (BoundaryLayer.WaterAuthorities, "WS", 4, "waterschap", ["waterschap", "ws_"]),
        (BoundaryLayer.StatisticalRegions, "CR", 2, "corop", ["corop", "cr_"]),
        (BoundaryLayer.SafetyRegions, "VR", 2, "veiligheidsregio", ["veiligheid", "vr_"]),
        (BoundaryLayer.LabourMarketRegions, "AM", 2, "arbeidsmarktregio", ["arbeidsmarkt", "am_"]),
        (BoundaryLayer.EnergyRegions, "RES", 2, "res_regio", ["res_", "energie"]),
        (BoundaryLayer.SpatialStrategyAreas, "NOVEX", 2, "novex_gebied", ["novex"]),
    ];

    /// <summary>The kind of a layer in the words of the register, such as <c>gemeente</c>.</summary>
    public static string KindOf(BoundaryLayer layer) => Array.Find(Layers, known => known.Layer == layer).Kind;

    /// <summary>The layer of a kind, or null when there are no boundaries of that kind.</summary>
    public static BoundaryLayer? LayerOf(string kind) => Array.Find(Layers, known => known.Kind == kind) is { Kind: not null } found ? found.Layer : null;

    /// <summary>Reads a code; null when it is none of ours.</summary>
    /// <param name="text">What the file says.</param>
    /// <param name="named">What the file calls the place where it stands: digits alone need it to be told apart.</param>
    public static BoundaryCode? Read(string text, string named)
    {
        var code = text.Trim().ToUpperInvariant();
        foreach (var (layer, prefix, digits, _, _) in Layers)
            if (code.Length == prefix.Length + digits && code.StartsWith(prefix, StringComparison.Ordinal) && code[prefix.Length..].All(char.IsAsciiDigit))
                return new BoundaryCode(layer, code);
        if (code.Length is 0 or > 4 || !code.All(char.IsAsciiDigit))
            return null;
        var words = named.ToLowerInvariant();
        var meant = Array.Find(Layers, known => known.Words.Any(words.Contains));
        if (meant.Prefix is null && code.Length == 4)
            meant = Layers[0];
        return meant.Prefix is null || code.Length > meant.Digits ? null : new BoundaryCode(meant.Layer, meant.Prefix + code.PadLeft(meant.Digits, '0'));
    }
}
