using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Framing.Differences;

namespace Meerlaags.Web.Tests.Framing.Differences;

/// <summary>A group of texts of our own making with the differences a careful reader finds in them.</summary>
/// <param name="Name">What the group is about.</param>
/// <param name="Texts">What each party wrote.</param>
/// <param name="Expected">Sub-questions on which they differ, each with who names what: <c>scale: A=village B=country</c>.</param>
/// <param name="Opposed">Per pair of sentences that say the opposite, the words that turn one against the other.</param>
public sealed record Known(string Name, string[] Texts, string[] Expected, params string[] Opposed)
{
    /// <summary>The texts as the product reads them; the parties are A, B, C in this order.</summary>
    public IReadOnlyList<PartyText> ByParty => [.. Texts.Index().Select(text => new PartyText(Party(text.Index), [text.Item]))];

    /// <summary>The party in a place.</summary>
    public static PartyId Party(int place) => new(new Guid(place + 1, 0, 0, new byte[8]));

    /// <summary>The letter of a party.</summary>
    public static char Letter(PartyId party) => (char)('A' + Enumerable.Range(0, 26).First(place => Party(place) == party));

    /// <summary>The groups.</summary>
    public static IReadOnlyList<Known> All { get; } =
    [
        new(
            "scale: village against country",
            [
                "In de dorpen verdwijnt de winkel en daarna de school. Dat moeten we in ieder dorp apart bekijken.",
                "Het woningtekort is landelijk. Alleen met nationale afspraken komen we verder.",
            ],
            ["scale: A=village B=country"]
        ),
        new(
            "scale: region against town",
            ["De regio is de maat: mensen wonen hier en werken daar.", "De stad barst uit haar voegen. Stedelijke wijken krijgen alles over zich heen."],
            ["scale: A=region B=village,town"]
        ),
        new(
            "place: names of the register",
            ["Het gaat om Noardeast-Fryslân en Dantumadiel.", "Leeuwarden heeft de problemen, daar moet het gebeuren."],
            ["place: A=name:Noardeast-Fryslân,name:Dantumadiel B=name:Leeuwarden"]
        ),
        new(
            "place: coast against countryside",
            ["Aan de kust staat alles onder druk.", "Het platteland loopt leeg, op de boerderijen blijft niemand over."],
            ["place: A=coast B=countryside"]
        ),
        new(
            "target group: young against old",
            ["Jongeren en starters vinden geen plek.", "Ouderen willen kleiner wonen maar kunnen nergens heen."],
            ["group: A=young B=elderly"]
        ),
        new(
            "target group and value: farmers against nature",
            ["Boeren moeten een bestaan houden.", "De natuur moet vooruit: de stikstof moet omlaag."],
            ["value: A=work B=nature"]
        ),
        new(
            "means: build against use what is there",
            ["We moeten bouwen, nieuwbouw op de grond die vrijkomt.", "Verbouw wat leegstaat en laat mensen doorstromen. Splitsen kan morgen al."],
            ["means: A=building,land B=reuse"]
        ),
        new(
            "time: now against long run",
            ["Dit moet nu, het kan niet wachten.", "Dit is een opgave voor de lange termijn, voor de volgende generatie."],
            ["time: A=now B=long"]
        ),
        new(
            "time and amount: numbers",
            ["Voor 2030 staan hier 75.000 woningen.", "In 2040 hebben we 900 betaalbare woningen nodig."],
            ["time: A=year:2030 B=year:2040", "amount: A=homes:75000 B=homes:900"]
        ),
        new("negation: opposed", ["Wij willen dat er windmolens langs de dijk komen.", "Wij willen niet dat er windmolens langs de dijk komen."], [], "niet"),
        new("antonyms: opposed", ["Er moeten meer toeristen naar de haven komen.", "Er moeten minder toeristen naar de haven komen."], [], "meer / minder"),
        new(
            "same in other words: no difference",
            [
                "Jonge gezinnen kunnen in hun eigen dorp geen betaalbaar huis vinden.",
                "Voor starters is in de dorpen niets betaalbaars te koop. Gezinnen trekken weg.",
            ],
            []
        ),
        new(
            "same numbers written differently: no difference",
            ["Er is € 1,5 miljoen voor tien woningen.", "Voor de 10 woningen ligt 1.500.000 euro klaar."],
            []
        ),
        new("the same words about different things: not opposed", ["Binnen vier weken begint de eerste les.", "De bus rijdt niet als de les begint."], []),
        new(
            "a number that counts is no year, and a year counts nothing",
            ["Er komen 2000 woningen.", "In 2030 woningen bouwen lukt niet meer.", "Voor 1 januari 2035 inwoners vragen."],
            ["time: B=year:2030 C=year:2035"]
        ),
        new("beyond all number: no amount", ["Het kost miljard miljard miljard miljard euro.", "Het kost 9999999999999999999999 miljard euro."], []),
        new("an expression is no road: no difference", ["Toerisme en rust zitten elkaar in de weg.", "Rust is er niet, de weg terug evenmin."], []),
        new(
            "three parties, one silent",
            ["Zonder bus komt niemand op zijn werk.", "Er moet geld bij: zonder subsidie gebeurt er niets.", "Mensen voelen zich niet gehoord."],
            ["means: A=transport B=money"]
        ),
    ];
}
