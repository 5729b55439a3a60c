using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Tests;

/// <summary>The people at the table, named by what they do.</summary>
public static class People
{
    public static readonly PersonId FacilitatorOfTheRegion = Numbered(1);
    public static readonly PersonId AdministratorOfTheInstallation = Numbered(2);
    public static readonly PersonId ObserverFromTheUniversity = Numbered(3);
    public static readonly PersonId AldermanDantumadiel = Numbered(11);
    public static readonly PersonId OfficialDantumadiel = Numbered(12);
    public static readonly PersonId OfficialAchtkarspelen = Numbered(13);
    public static readonly PersonId DeputyFryslan = Numbered(14);

    /// <summary>Works for Dantumadiel and Noardeast-Fryslân, whose staff was one for years.</summary>
    public static readonly PersonId OfficialOfTwoMunicipalities = Numbered(15);

    /// <summary>Someone of a party, when it does not matter who.</summary>
    public static PersonId SomeoneOf(PartyId party) => new(party.Value);

    private static PersonId Numbered(int number) => PersonId.From(new Guid(number, 1, 7, 0x80, 0, 0, 0, 0, 0, 0, 0));
}
