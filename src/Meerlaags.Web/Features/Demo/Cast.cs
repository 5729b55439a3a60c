using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Demo;

/// <summary>One member of the demo cast: a function at an organisation, not an invented person.</summary>
/// <param name="Key">Name in the address: <c>dantumadiel.localhost</c>.</param>
/// <param name="Role">Code of the function; its words stand in the texts.</param>
/// <param name="Organisation">Where, as the display name says it; empty for who belongs to none.</param>
/// <param name="Mark">The mark beside the name: its shape (tier) and its letters.</param>
public sealed record CastMember(string Key, string Role, string Organisation, CastMark Mark)
{
    /// <summary>The address of the account; nobody receives mail there.</summary>
    public string Email => Key + "@voorbeeld.invalid";

    /// <summary>The name others see, in Dutch: part of the invented data.</summary>
    public string DisplayName(Texts texts) => Organisation.Length == 0 ? texts["Demo.Role." + Role] : $"{texts["Demo.Role." + Role]}, {Organisation}";
}

/// <summary>The mark beside the name of a cast member.</summary>
/// <param name="Shape">The tier, which decides the shape.</param>
/// <param name="Letters">Two to four letters.</param>
public sealed record CastMark(string Shape, string Letters);

/// <summary>Everyone in the demo, in the groups of the front page.</summary>
public static class Cast
{
    /// <summary>The groups, each with the key of its heading.</summary>
    public static readonly IReadOnlyList<(string Heading, IReadOnlyList<CastMember> Members)> Groups =
    [
        (
            "Demo.Group.Guiding",
            [
                new("begeleider", "facilitator", "Noordoost-Fryslân", new("waarnemer", "PB")),
                new("waarnemer", "observer", "", new("waarnemer", "W")),
                new("beheerder", "administrator", "", new("waarnemer", "B")),
            ]
        ),
        (
            "Demo.Group.Municipalities",
            [
                new("achtkarspelen", "adviser", "gemeente Achtkarspelen", new("gemeente", "AC")),
                new("dantumadiel", "alderman", "gemeente Dantumadiel", new("gemeente", "DA")),
                new("noardeast-fryslan", "alderman", "gemeente Noardeast-Fryslân", new("gemeente", "NF")),
                new("tytsjerksteradiel", "adviser", "gemeente Tytsjerksteradiel", new("gemeente", "TY")),
            ]
        ),
        (
            "Demo.Group.Others",
            [
                new("fryslan", "deputy", "provincie Fryslân", new("provincie", "FR")),
                new("wetterskip", "board-member", "Wetterskip Fryslân", new("waterschap", "WF")),
                new("bzk", "programme-manager", "ministerie van BZK", new("rijk", "BZK")),
                new("lvvn", "programme-manager", "ministerie van LVVN", new("rijk", "LVVN")),
            ]
        ),
    ];

    /// <summary>The member who looks after the installation.</summary>
    public const string Administrator = "beheerder";

    /// <summary>All members.</summary>
    public static IEnumerable<CastMember> All => Groups.SelectMany(group => group.Members);
}
