namespace Meerlaags.Deliberation.Bench;

/// <summary>Processor seconds that programs of others took for the same work, measured on a machine like this one at another time.</summary>
internal sealed record Published(string Work, string On, string By, double Seconds)
{
    private const string Js = "equalshares-compute-tool (floats)";
    private const string Pabutools = "pabutools (fractions)";
    private const string Clojure = "Polis (Clojure)";
    private const string Numpy = "numpy";

    public static IReadOnlyList<Published> All { get; } =
    [
        .. Mes("Netherlands_Assen_2024", 0.005, 0.005),
        .. Mes("Netherlands_Amsterdam_166", 0.077, 0.086),
        .. Mes("Netherlands_Amsterdam_622", 0.067, 0.52),
        .. Mes("Poland_Wieliczka_2023_Green_Budget", 0.057, 1.07),
        .. Mes("France_Toulouse_2022", 0.14, 2.2),
        .. Mes("Netherlands_Amsterdam_285", 0.22, 1.64),
        .. Mes("Poland_Warszawa_2020_Wawer", 0.67, 2.9),
        .. Mes("Poland_Warszawa_2021_Bielany", 1.37, 4.7),
        .. Mes("Netherlands_Amsterdam_621", 2.8, 6.2),
        .. Mes(BenchData.LargeElection, 1.4, 22.2),
        new("Phragmen", "Poland_Warszawa_2020_Wawer", Pabutools, 8.5),
        new("Phragmen", "Netherlands_Amsterdam_621", Pabutools, 9.0),
        new("Phragmen", BenchData.LargeElection, Pabutools, 16.4),
        new("Add1", "Netherlands_Amsterdam_588", Pabutools, 1.3),
        new("Add1", "Netherlands_Assen_2024", Js, 0.47),
        new("Add1", "Netherlands_Amsterdam_166", Js, 3.0),
        new("Add1", "Netherlands_Amsterdam_622", Js, 0.78),
        new("Add1", BenchData.LargeElection, Js, 29),
        .. Polis("brexit-consensus", 1.6, 0.078),
        .. Polis("scoop-hivemind.biodiversity", 8.7, 0.108),
        .. Polis("vtaiwan.uberx", 11.5, 0.34),
    ];

    /// <summary>Elections of 5,000 voters and more, which the goals on speed are about.</summary>
    public static readonly string[] Large =
    [
        "Poland_Wieliczka_2023_Green_Budget",
        "Netherlands_Amsterdam_285",
        "Poland_Warszawa_2020_Wawer",
        "Poland_Warszawa_2021_Bielany",
        "Netherlands_Amsterdam_621",
        BenchData.LargeElection,
    ];

    /// <summary>How many times as long the slowest of ours would have to take to be level.</summary>
    public static double Least(string work, string by, Func<string, string, double> ours) =>
        All.Where(p => p.Work == work && p.By.StartsWith(by, StringComparison.Ordinal) && (work != "EqualSharesOnce" || Large.Contains(p.On)))
            .Min(p => 1000 * p.Seconds / ours(p.Work, p.On));

    private static Published[] Mes(string on, double js, double pabutools) =>
        [new("EqualSharesOnce", on, Js, js), new("EqualSharesOnce", on, Pabutools, pabutools)];

    private static Published[] Polis(string on, double clojure, double numpy) =>
        [new("PolisPipelineOnce", on, Clojure, clojure), new("PolisPipelineOnce", on, Numpy, numpy)];
}
