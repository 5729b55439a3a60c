using Meerlaags.Web.Features.Framing.Differences;

namespace Meerlaags.Web.Tests.Framing.Differences;

/// <summary>A group of texts written from subjects of real agreements, not from the words that the product looks for.</summary>
/// <param name="Name">What the group is about.</param>
/// <param name="Texts">What each party wrote.</param>
/// <param name="Expected">Sub-questions on which a careful reader sees them differ, with a word of each text that shows it: <c>place: zee | land</c>; nothing for who is silent.</param>
/// <param name="Opposed">Per pair that says the opposite, a word of what turns one against the other.</param>
public sealed record Unprepared(string Name, string[] Texts, string[] Expected, params string[] Opposed)
{
    /// <summary>The texts as the product reads them.</summary>
    public IReadOnlyList<PartyText> ByParty => [.. Texts.Index().Select(text => new PartyText(Known.Party(text.Index), [text.Item]))];

    /// <summary>The groups.</summary>
    public static IReadOnlyList<Unprepared> All { get; } =
    [
        new(
            "youth care",
            [
                "Ouders wachten maanden op hulp voor hun kind. Wij zetten in ieder dorp een stevig lokaal team neer, met minder bedden in instellingen.",
                "De uitgaven lopen uit de hand. Daarvoor komen landelijke tarieven en een eigen bijdrage, vanaf 2027.",
            ],
            ["scale: dorp | landelijke", "means: team | tarieven", "value: hulp | uitgaven"]
        ),
        new(
            "harbour and estuary",
            [
                "De vaargeul bij Delfzijl moet dieper. Dat levert banen op.",
                "Het slib verstikt het leven in het water. De vaargeul bij Delfzijl moet niet dieper. Vogels en vissen gaan voor.",
            ],
            ["value: banen | vogels"],
            "niet"
        ),
        new(
            "housing deal",
            [
                "Overijssel bouwt 42.300 woningen, waarvan twee derde betaalbaar.",
                "In Zwolle kunnen 12.000 woningen komen. Zonder stroom en wegen komt er geen enkele.",
            ],
            ["place: Overijssel | Zwolle", "amount: 42.300 | 12.000"]
        ),
        new(
            "wind and sun",
            [
                "Windmolens op zee kunnen het werk doen. Op land is geen draagvlak.",
                "Elke gemeente wekt haar deel van de stroom op, vóór 2030.",
                "Leg zonnepanelen op daken. Pas daarna op akkers.",
            ],
            ["place: zee | | daken", "means: Windmolens | | zonnepanelen", "time: | 2030 | daarna"]
        ),
        new(
            "accounting for a regional deal",
            ["Wij willen minder verantwoording over kleine projecten.", "Wij willen meer verantwoording over kleine projecten: de doelen zijn vaag."],
            [],
            "minder / meer"
        ),
        new(
            "vital regions",
            [
                "In de Achterhoek vinden mensen geen huisarts meer. De vergrijzing vraagt om verpleging aan huis.",
                "Twente heeft technisch talent nodig. Afgestudeerden vertrekken naar de Randstad.",
            ],
            ["place: Achterhoek | Twente", "group: vergrijzing | Afgestudeerden", "value: verpleging | talent"]
        ),
        new(
            "peat meadow",
            [
                "Het grondwater moet hoger, want het veen zakt en stoot broeikasgas uit.",
                "Het grondwater moet lager, want anders kan een melkveehouder het land niet op.",
            ],
            ["value: broeikasgas | melkveehouder"],
            "hoger / lager"
        ),
        new(
            "debts",
            [
                "Wie in de schulden zit, durft de post niet te openen. Ga erheen en help.",
                "Incassobureaus en de Belastingdienst moeten zich aan dezelfde wet houden.",
            ],
            ["group: schulden | Incassobureaus", "means: help | wet"]
        ),
        new(
            "late to the council: the same in other words",
            ["De raad hoort pas achteraf wat er is besloten.", "Gemeenteraden krijgen besluiten van samenwerkingsverbanden te laat te zien."],
            []
        ),
        new(
            "thirty years of repair",
            ["Dertig jaar lang werken wij aan herstel van het vertrouwen.", "Versterk de huizen onmiddellijk. Bewoners wachten al te lang."],
            ["time: jaar lang | onmiddellijk"]
        ),
    ];
}
