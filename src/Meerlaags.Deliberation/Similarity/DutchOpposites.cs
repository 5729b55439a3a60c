namespace Meerlaags.Deliberation.Similarity;

/// <summary>Words that turn a statement round: negations, and pairs of words that say the opposite of each other.</summary>
internal static class DutchOpposites
{
    private const int ShortestPrefixed = 4;

    private static readonly HashSet<string> Negations =
    [
        "niet",
        "geen",
        "niemand",
        "nooit",
        "niets",
        "zonder",
        "nergens",
        "niks",
        "noch",
        "evenmin",
        "geenszins",
        "nimmer",
    ];

    // Pairs as a problem text uses them; each form counts by its stem.
    private const string Pairs = """
        aan/uit binnen/buiten boven/onder open/dicht open/gesloten openen/sluiten opent/sluit op/af omhoog/omlaag opgaan/afgaan
        meer/minder toename/afname toenemen/afnemen groei/krimp groeien/krimpen stijgen/dalen stijgt/daalt stijging/daling
        verhogen/verlagen verhoging/verlaging hoog/laag hoger/lager groot/klein groter/kleiner lang/kort langer/korter breed/smal dik/dun zwaar/licht
        veel/weinig vol/leeg vullen/legen snel/langzaam vroeg/laat oud/jong oud/nieuw warm/koud heet/koud nat/droog hard/zacht luid/zacht stil/luid sterk/zwak
        goed/slecht beter/slechter best/slechtst mooi/lelijk schoon/vuil veilig/onveilig duidelijk/onduidelijk mogelijk/onmogelijk voldoende/onvoldoende
        genoeg/tekort overschot/tekort winst/verlies voordeel/nadeel kans/bedreiging steun/verzet voor/tegen voorstander/tegenstander
        eens/oneens akkoord/bezwaar toestaan/verbieden toegestaan/verboden verplicht/vrijwillig publiek/privaat openbaar/besloten
        centraal/decentraal centraliseren/decentraliseren lokaal/landelijk samen/apart gezamenlijk/afzonderlijk verenigen/scheiden verbinden/scheiden
        beginnen/stoppen begint/stopt starten/stoppen start/stopt komen/gaan aankomen/vertrekken instappen/uitstappen zitten/staan zit/staat zittend/staand
        liggen/staan ligt/staat lachen/huilen lacht/huilt slapen/waken slaapt/waakt winnen/verliezen geven/nemen geeft/neemt kopen/verkopen koopt/verkoopt
        bouwen/slopen bouwt/sloopt maken/breken maakt/breekt vinden/verliezen duwen/trekken duwt/trekt werpen/vangen gooit/vangt
        links/rechts voorkant/achterkant begin/einde eerste/laatste dag/nacht zomer/winter licht/donker zwart/wit rijk/arm gezond/ziek
        levend/dood altijd/nooit alles/niets iedereen/niemand ergens/nergens iemand/niemand wel/niet met/zonder versterken/verzwakken
        verbeteren/verslechteren verbetert/verslechtert uitbreiden/inkrimpen versnellen/vertragen stimuleren/ontmoedigen bevorderen/belemmeren
        """;

    private static readonly Dictionary<string, HashSet<string>> Opposites = Read();

    public static bool IsNegation(string word) => Negations.Contains(word);

    /// <summary>"onveilig": a word that "on" turns round, and that is not something else altogether ("onder").</summary>
    public static bool IsTurnedByPrefix(string word) =>
        word.Length >= 2 + ShortestPrefixed
        && word.StartsWith("on", StringComparison.Ordinal)
        && !word.StartsWith("ond", StringComparison.Ordinal)
        && !word.StartsWith("ont", StringComparison.Ordinal);

    /// <summary>Stems that say the opposite of a stem: its known pairs, and what is left without "on" or "niet" before it.</summary>
    public static IEnumerable<string> Of(string stem)
    {
        if (Opposites.TryGetValue(stem, out var known))
            foreach (var other in known)
                yield return other;
        foreach (var prefix in (string[])["on", "niet"])
            if (stem.Length >= prefix.Length + ShortestPrefixed && stem.StartsWith(prefix, StringComparison.Ordinal))
                yield return stem[prefix.Length..];
    }

    private static Dictionary<string, HashSet<string>> Read()
    {
        var read = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var pair in Pairs.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            var sides = pair.Split('/');
            Add(DutchStemmer.Stem(sides[0]), DutchStemmer.Stem(sides[1]));
            Add(DutchStemmer.Stem(sides[1]), DutchStemmer.Stem(sides[0]));
        }
        return read;

        void Add(string word, string opposite)
        {
            if (!read.TryGetValue(word, out var set))
                read[word] = set = new(StringComparer.Ordinal);
            set.Add(opposite);
        }
    }
}
