using System.Globalization;
using Meerlaags.Domain.Common;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>A name on the map: a party, or the tier above its parties.</summary>
public sealed record MapName(string Text, int Y, bool IsTier);

/// <summary>A line between two parties.</summary>
/// <param name="Path">The way it goes.</param>
/// <param name="IsOpposed">Whether they stand opposed somewhere; else one shares more words with the other than with anybody else.</param>
public sealed record MapLine(string Path, bool IsOpposed);

/// <summary>The map of a table: every party on a line of its own below its tier, so that names never cover each other, with arcs between parties. Places say nothing but the order of the table.</summary>
public sealed record WordMap(int Height, IReadOnlyList<MapName> Names, IReadOnlyList<MapLine> Lines)
{
    /// <summary>How wide it is drawn.</summary>
    public const int Width = 360;

    /// <summary>Most characters of a name; the whole name stands in the list.</summary>
    public const int LongestName = 26;

    /// <summary>Where names begin.</summary>
    public const int Margin = 8;

    /// <summary>Where the arcs begin: right of all names.</summary>
    public const int Axis = 216;

    /// <summary>Room for one name.</summary>
    public const int Row = 30;

    private const int Narrowest = 20;
    private const int Widest = Width - Axis - Margin;

    /// <summary>Draws it.</summary>
    /// <param name="parties">The parties in the order of the table, with the name of their tier.</param>
    /// <param name="likeness">What was found.</param>
    public static WordMap Of(IReadOnlyList<(PartyId Party, string Name, string Tier)> parties, WordLikeness likeness)
    {
        var names = new List<MapName>();
        var heights = new Dictionary<PartyId, int>();
        foreach (var tier in parties.GroupBy(party => party.Tier))
        {
            names.Add(new MapName(Short(tier.Key), (names.Count + 1) * Row, IsTier: true));
            foreach (var party in tier)
            {
                heights[party.Party] = (names.Count + 1) * Row;
                names.Add(new MapName(Short(party.Name), heights[party.Party], IsTier: false));
            }
        }
        var height = (names.Count + 1) * Row;
        return new WordMap(
            height,
            names,
            [
                .. likeness
                    .Pairs.Where(pair => pair.Against.Count > 0 || pair.IsNearest)
                    .Select(pair => new MapLine(Arc(heights[pair.One], heights[pair.Other], height), pair.Against.Count > 0)),
            ]
        );
    }

    // Parties further apart in the list get a wider arc, so that arcs within one another can be told apart.
    private static string Arc(int one, int other, int height)
    {
        var (top, bottom) = (Math.Min(one, other), Math.Max(one, other));
        var wide = Narrowest + (Widest - Narrowest) * (bottom - top) / height;
        return string.Create(CultureInfo.InvariantCulture, $"M{Axis} {top}A{wide} {(bottom - top) / 2} 0 0 1 {Axis} {bottom}");
    }

    private static string Short(string name)
    {
        var letters = new StringInfo(name);
        return letters.LengthInTextElements <= LongestName ? name : letters.SubstringByTextElements(0, LongestName - 1).TrimEnd() + "…";
    }
}
