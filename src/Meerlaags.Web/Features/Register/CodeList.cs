namespace Meerlaags.Web.Features.Register;

/// <summary>Codes as people type them: in capitals or not, with commas, semicolons, spaces or lines between.</summary>
public static class CodeList
{
    private static readonly char[] Between = [',', ';', ' ', '\n', '\r', '\t'];

    /// <summary>The codes that were typed, each once.</summary>
    public static IReadOnlyList<string> Of(string? typed) =>
        [.. (typed ?? "").ToUpperInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries).Distinct()];
}
