using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register;

namespace Meerlaags.Bench.Country;

/// <summary>The organisations of the register that can sit at a table, and which of them lie near each other.</summary>
internal sealed class Atlas
{
    private const string Municipality = "gemeente";

    // A handful of municipalities is at far more tables than the others.
    private const int Hubs = 30;

    private readonly IReadOnlyList<Organisation> municipalities;
    private readonly IReadOnlyList<Organisation> hubs;
    private readonly IReadOnlyList<Organisation> waterAuthorities;
    private readonly IReadOnlyList<Organisation> arrangements;
    private readonly IReadOnlyDictionary<string, Organisation> provinces;
    private readonly IReadOnlyList<Organisation> ministries;
    private readonly Organisation central;
    private readonly Dictionary<string, IReadOnlyList<Organisation>> near = [];

    /// <summary>The atlas of a register.</summary>
    /// <param name="register">Its organisations.</param>
    /// <param name="dice">Decides who sits at many tables.</param>
    public Atlas(IEnumerable<Organisation> register, Dice dice)
    {
        var present = register.Where(known => known.ValidTo is null).OrderBy(known => known.Code, StringComparer.Ordinal).ToList();
        municipalities = [.. present.Where(known => known is { Kind: Municipality, Longitude: not null, Latitude: not null })];
        hubs = [.. dice.Shuffled(municipalities).Take(Hubs)];
        waterAuthorities = [.. present.Where(known => known.Tier == GovernmentTier.WaterAuthority)];
        arrangements = [.. present.Where(known => known.Kind == RegisterKinds.JointArrangement)];
        ministries = [.. present.Where(known => known.Kind == RegisterKinds.Ministry)];
        provinces = present.Where(known => known.Kind == "provincie").ToDictionary(known => known.Code);
        central = present.Single(known => known.Code == RegisterKinds.Central);
    }

    /// <summary>Who sits around one table: municipalities that are neighbours, mostly their province and a water authority, often the Rijk with some ministries.</summary>
    /// <param name="parties">How many parties.</param>
    /// <param name="dice">The dice of the table.</param>
    public IReadOnlyList<(Organisation Organisation, IReadOnlyList<Organisation> Voices)> Around(int parties, Dice dice)
    {
        var middle = dice.Chance(0.25) ? dice.PickEarly(hubs) : dice.Pick(municipalities);
        var others = new List<(Organisation, IReadOnlyList<Organisation>)>();
        if (dice.Chance(0.45))
            others.Add((central, [.. dice.Shuffled(ministries).Take(dice.Between(1, 3)).OrderBy(ministry => ministry.Code, StringComparer.Ordinal)]));
        if (dice.Chance(0.75) && provinces.TryGetValue(middle.Province, out var province))
            others.Add((province, []));
        if (dice.Chance(0.6))
            others.Add((WaterAuthorityOf(middle, dice), []));
        if (dice.Chance(0.3) && arrangements.Count > 0)
            others.Add((dice.Pick(arrangements), []));
        var most = Math.Min(others.Count, parties - 1);
        return [.. others.Take(most), .. Near(middle).Take(parties - most).Select(known => (known, (IReadOnlyList<Organisation>)[]))];
    }

    // Which water authority lies where the register does not say; those of one province are mostly the same ones here.
    private Organisation WaterAuthorityOf(Organisation municipality, Dice dice)
    {
        var first = provinces.Keys.Order(StringComparer.Ordinal).Index().FirstOrDefault(known => known.Item == municipality.Province).Index;
        return waterAuthorities[((first * 2) + dice.Below(3)) % waterAuthorities.Count];
    }

    // A degree of longitude is shorter here than a degree of latitude, by about the cosine of 52 degrees.
    private IReadOnlyList<Organisation> Near(Organisation middle)
    {
        if (near.TryGetValue(middle.Code, out var known))
            return known;
        return near[middle.Code] = [.. municipalities.OrderBy(Distance).ThenBy(other => other.Code, StringComparer.Ordinal).Take(CountryPlan.MostParties)];

        double Distance(Organisation other)
        {
            var (east, north) = ((other.Longitude!.Value - middle.Longitude!.Value) * 0.61, other.Latitude!.Value - middle.Latitude!.Value);
            return (east * east) + (north * north);
        }
    }
}
