namespace Meerlaags.Bench.Country;

/// <summary>Something that governments work on together, with the words in which they speak of it, the usual ones first.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Things">What it is about, with their articles.</param>
internal sealed record Theme(string Name, IReadOnlyList<string> Things);

/// <summary>The words of the texts: real words of Dutch policy. Names of people do not occur.</summary>
internal static class Vocabulary
{
    /// <summary>A word that only the tables of the measured person use: what search must find among everything.</summary>
    public const string Rare = "veenmosrietland";

    /// <summary>The themes, the usual ones first.</summary>
    public static IReadOnlyList<Theme> Themes { get; } =
    [
        Of(
            "wonen",
            "de woningbouw, de betaalbare woning, de starterslening, de wachtlijst, de sociale huur, de bouwgrond, de doorstroming, het woonzorgcomplex, de flexwoning"
        ),
        Of(
            "energie",
            "het energienet, de netcongestie, de warmtepomp, het warmtenet, het zonnepark, de windmolen, de energiearmoede, het stroomstation, de isolatie"
        ),
        Of(
            "water",
            "het grondwater, de wateroverlast, de droogte, de dijkversterking, het gemaal, de waterberging, het beekdal, het drinkwater, de verzilting"
        ),
        Of("jeugd", "de jeugdzorg, de wachttijd, het wijkteam, de pleegzorg, het gezin, de schoolmaatschappelijk werker, het jongerenwerk, de beschikking"),
        Of(
            "stikstof",
            "de stikstof, de natuurvergunning, de boer, het natuurgebied, de uitkoopregeling, de veehouderij, de neerslag, de drempelwaarde, de PAS-melder"
        ),
        Of(
            "bereikbaarheid",
            "de buslijn, het deelvervoer, de provinciale weg, het station, de snelfietsroute, de spoorbrug, het knooppunt, de halte, de veerpont"
        ),
        Of(
            "zorg",
            "de huisarts, de mantelzorger, het verpleeghuis, de thuiszorg, het hospice, de wijkverpleging, het gezondheidscentrum, de positieve gezondheid"
        ),
        Of(
            "werk en inkomen",
            "de schuldhulp, de bijstand, het minimabeleid, de sociale werkplaats, de toeslag, het leerwerkbedrijf, de vakkracht, de arbeidsmigrant"
        ),
        Of("landelijk gebied", "het veenweidegebied, de bodemdaling, het boerenerf, de agrarische natuur, het landschap, de kavelruil, de pachter, de houtwal"),
        Of("veiligheid", "de ondermijning, de brandweer, de weerbaarheid, de noodopvang, het drugsafval, de wijkagent, de crisisoefening, de cyberaanval"),
        Of(
            "opvang",
            "de opvanglocatie, de statushouder, de spreidingsopgave, het asielzoekerscentrum, de taalles, de noodwoning, de inburgering, de huisvesting"
        ),
        Of(
            "digitalisering",
            "het datastelsel, het loket, het algoritme, de gegevensdeling, de digitale kloof, de inlogcode, de basisregistratie, het glasvezelnet"
        ),
        Of("erfgoed", "het monument, het museum, de archeologie, de streektaal, het bibliotheekwerk, het carillon, de molen, het herdenkingsjaar"),
    ];

    /// <summary>Words that all themes share, the usual ones first.</summary>
    public static IReadOnlyList<string> Common { get; } =
        Split(
            "de gemeente, de inwoner, de regio, het dorp, de provincie, het geld, de ruimte, de afspraak, het plan, de wijk, het rijk, de buurt, de raad, het budget, de kern, "
                + "de toekomst, de uitvoering, de ondernemer, het waterschap, de jongere, de oudere, de vergunning, de locatie, het besluit, het tekort, de vrijwilliger, "
                + "het akkoord, de school, de kosten, het bestuur, de planning, de capaciteit, het draagvlak, de grens, het toezicht, de regeling, het onderhoud, de noodzaak"
        );

    /// <summary>First halves of words that are put together.</summary>
    public static IReadOnlyList<string> Halves { get; } =
        Split(
            "woning, energie, water, jeugd, natuur, verkeers, klimaat, zorg, regio, grond, bodem, bus, fiets, spoor, school, arbeids, armoede, schuld, droogte, kust, dijk, veen, "
                + "landbouw, mest, lucht, geluids, afval, data, veiligheids, opvang, erfgoed, cultuur, sport, haven, industrie, recreatie, toerisme, platteland, binnenstads, "
                + "centrum, gezondheids, ouderen, jongeren, mantelzorg, inburgerings, participatie, warmte, wind, zonne, waterstof, opslag, riool, drinkwater, zoetwater, kwel, "
                + "polder, rivier, delta, eiland, heide, bos, weide, vogel, bijen, vis, markt, winkel, horeca, onderwijs, peuter, taal, digitaliserings, glasvezel, brandweer"
        );

    /// <summary>Second halves, with their articles.</summary>
    public static IReadOnlyList<string> Tails { get; } =
        Split(
            "de opgave, het beleid, het plan, het akkoord, het fonds, het budget, het tekort, de vraag, het aanbod, het net, de kaart, de raad, de visie, de norm, de toets, "
                + "de grens, de ruimte, de locatie, het project, de regeling, het programma, de agenda, de coalitie, de aanpak, het loket, de corridor, de zone, de transitie, "
                + "de monitor, de verordening, de subsidie, de heffing, het convenant, de pilot, de schakel, de hub, de campus, de coach, de regisseur, de makelaar, de vouchers, "
                + "het dossier, het gebied, de strategie, de strook, de buffer, de dialoog, de tafel, de ambassadeur, de verkenning, het onderzoek, de reserve, de garantie"
        );

    /// <summary>What people do with it.</summary>
    public static IReadOnlyList<string> Deeds { get; } =
        Split(
            "versterken, betalen, versnellen, samen dragen, verdelen, beter benutten, op orde brengen, uitstellen, vastleggen, afbouwen, verbreden, opnieuw bekijken, openhouden, "
                + "naar voren halen, eerlijk verdelen, in beeld brengen, behouden, verplaatsen, vereenvoudigen, met elkaar afstemmen, loslaten, uitleggen, volhouden, bundelen"
        );

    /// <summary>How it is.</summary>
    public static IReadOnlyList<string> Ways { get; } =
        Split(
            "te duur, onzeker, achter op schema, hard nodig, van ons allemaal, te versnipperd, kwetsbaar, niet uit te leggen, in de knel, dichterbij dan wij dachten, beter dan gedacht, "
                + "uit het zicht, een zaak van lange adem, te ver weg van inwoners, afhankelijk van anderen, nog niet geregeld, ongelijk verdeeld, goed begonnen, op zijn grens"
        );

    private static Theme Of(string name, string things) => new(name, Split(things));

    private static string[] Split(string words) => words.Split(", ");
}
