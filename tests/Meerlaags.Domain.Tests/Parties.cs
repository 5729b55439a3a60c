using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Tests;

/// <summary>The parties of the Regio Deal Noordoost-Fryslân II, and Wetterskip Fryslân as our own example.</summary>
public static class Parties
{
    public static readonly PartyId Rijk = PartyId.From(Numbered(1));
    public static readonly PartyId Fryslan = PartyId.From(Numbered(2));
    public static readonly PartyId WetterskipFryslan = PartyId.From(Numbered(3));
    public static readonly PartyId Achtkarspelen = PartyId.From(Numbered(4));
    public static readonly PartyId Dantumadiel = PartyId.From(Numbered(5));
    public static readonly PartyId NoardeastFryslan = PartyId.From(Numbered(6));
    public static readonly PartyId Tytsjerksteradiel = PartyId.From(Numbered(7));

    /// <summary>Never at this table.</summary>
    public static readonly PartyId Leeuwarden = PartyId.From(Numbered(8));

    public static readonly IReadOnlyList<PartyId> All = [Rijk, Fryslan, WetterskipFryslan, Achtkarspelen, Dantumadiel, NoardeastFryslan, Tytsjerksteradiel];

    public static PartyOrigin Origin(PartyId party) =>
        Cast[party] is var (name, tier) && party == Rijk
            ? new PartyOrigin(OrganisationOf(party), name, tier, [Ministries.BinnenlandseZaken, Ministries.Landbouw, Ministries.Volksgezondheid])
            : new PartyOrigin(OrganisationOf(party), name, tier, []);

    public static OrganisationId OrganisationOf(PartyId party) => new(party.Value);

    private static readonly Dictionary<PartyId, (string Name, GovernmentTier Tier)> Cast = new()
    {
        [Rijk] = ("Rijk", GovernmentTier.Central),
        [Fryslan] = ("Provincie Fryslân", GovernmentTier.Province),
        [WetterskipFryslan] = ("Wetterskip Fryslân", GovernmentTier.WaterAuthority),
        [Achtkarspelen] = ("Gemeente Achtkarspelen", GovernmentTier.Municipality),
        [Dantumadiel] = ("Gemeente Dantumadiel", GovernmentTier.Municipality),
        [NoardeastFryslan] = ("Gemeente Noardeast-Fryslân", GovernmentTier.Municipality),
        [Tytsjerksteradiel] = ("Gemeente Tytsjerksteradiel", GovernmentTier.Municipality),
        [Leeuwarden] = ("Gemeente Leeuwarden", GovernmentTier.Municipality),
    };

    private static Guid Numbered(int number) => new(number, 0, 7, 0x80, 0, 0, 0, 0, 0, 0, 0);
}

/// <summary>Voices within the Rijk.</summary>
public static class Ministries
{
    public static readonly OrganisationId BinnenlandseZaken = OrganisationId.From(new Guid("01900000-0000-7000-8000-00000000e034"));
    public static readonly OrganisationId Landbouw = OrganisationId.From(new Guid("01900000-0000-7000-8000-00000000e153"));
    public static readonly OrganisationId Volksgezondheid = OrganisationId.From(new Guid("01900000-0000-7000-8000-00000000e025"));

    /// <summary>Not a voice at this table.</summary>
    public static readonly OrganisationId Financien = OrganisationId.From(new Guid("01900000-0000-7000-8000-00000000e090"));
}
