namespace Meerlaags.Domain.Register.Boundaries;

/// <summary>A place on the map and the region it belongs to.</summary>
/// <param name="Region">Code of the region.</param>
/// <param name="At">Where it lies.</param>
public readonly record struct RegionPlace(string Region, DrawnPoint At);

/// <summary>Gives regions that lie beside each other different tones, out of a few.</summary>
public static class MapTones
{
    /// <summary>How many tones there are.</summary>
    public const int Count = 5;

    // Municipalities have about six neighbours.
    private const int Nearest = 7;

    /// <summary>The tone of each region, from 0.</summary>
    public static IReadOnlyDictionary<string, int> Of(IReadOnlyList<RegionPlace> places)
    {
        var beside = places.Select(place => place.Region).Distinct().ToDictionary(region => region, _ => new HashSet<string>(), StringComparer.Ordinal);
        foreach (var place in places)
        foreach (var other in places.OrderBy(other => Squared(place.At, other.At)).Take(Nearest).Where(other => other.Region != place.Region))
        {
            beside[place.Region].Add(other.Region);
            beside[other.Region].Add(place.Region);
        }
        var tones = new Dictionary<string, int>(StringComparer.Ordinal);
        // Who has most neighbours chooses first (Welsh and Powell, 1967), the tone that is used least among those that are free.
        foreach (var (region, others) in beside.OrderByDescending(region => region.Value.Count).ThenBy(region => region.Key, StringComparer.Ordinal))
            tones[region] = Enumerable
                .Range(0, Count)
                .OrderBy(tone => others.Count(other => tones.TryGetValue(other, out var taken) && taken == tone))
                .ThenBy(tone => tones.Values.Count(taken => taken == tone))
                .First();
        return tones;
    }

    private static long Squared(DrawnPoint one, DrawnPoint other)
    {
        var (x, y) = ((long)one.X - other.X, (long)one.Y - other.Y);
        return (x * x) + (y * y);
    }
}
