namespace Meerlaags.Web.Features.Administration;

/// <summary>Leafing through one of the lists.</summary>
/// <param name="Name">Name of the list in the address.</param>
/// <param name="Here">The page shown, from 1.</param>
/// <param name="Count">Rows in all.</param>
/// <param name="Label">What a screen reader calls it.</param>
public sealed record Pages(string Name, int Here, int Count, string Label)
{
    /// <summary>The last page.</summary>
    public int Last => Math.Max(1, (Count + Overview.PageSize - 1) / Overview.PageSize);

    /// <summary>Address of a page.</summary>
    public string AddressOf(int page) => $"/beheer?{Name}={page}#{Name}";
}
