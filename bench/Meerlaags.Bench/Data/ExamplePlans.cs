using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Demo;
using Meerlaags.Web.Features.Register;

namespace Meerlaags.Bench.Data;

/// <summary>A collaboration to be played.</summary>
/// <param name="Example">What happens in it.</param>
/// <param name="Cast">Who plays in it.</param>
/// <param name="Measured">The part that the measured person plays, or null.</param>
internal sealed record ExamplePlan(ExampleFile Example, IReadOnlyList<string> Cast, string? Measured);

/// <summary>Collaborations of nine parties, half of them before and half of them after the reveal, with the texts of an example. The measured person is in ten of them, however many there are.</summary>
internal sealed class ExamplePlans
{
    /// <summary>The part of a representative that the measured person plays.</summary>
    public const string Speaker = "p3a";

    /// <summary>The seat of that representative.</summary>
    public const int SpeakerSeat = 3;

    private const string Facilitator = "begeleider";
    private const string Observer = "waarnemer";
    private const int Municipalities = 6;
    private const int OwnCount = 10;
    private const int HandedInBeforeReveal = 5;
    private const int PointsEach = 3;

    private readonly int stride;
    private readonly IReadOnlyList<string> municipalities;
    private readonly IReadOnlyList<string> provinces;
    private readonly IReadOnlyList<string> waterBoards;
    private readonly IReadOnlyList<ExampleText> texts;

    /// <summary>Plans for a number of collaborations, with organisations of the register.</summary>
    public ExamplePlans(IReadOnlyList<Organisation> register, int count)
    {
        var present = register.Where(organisation => organisation.ValidTo is null).OrderBy(organisation => organisation.Code, StringComparer.Ordinal).ToList();
        Organisations = present.ToDictionary(organisation => organisation.Code);
        stride = Math.Max(1, count / OwnCount);
        municipalities = CodesOf("gemeente");
        provinces = CodesOf("provincie");
        waterBoards = CodesOf("waterschap");
        texts = ExampleFile.Read(Path.Combine(AppContext.BaseDirectory, "content", "demo", "wonen.json")).Round.Texts;

        IReadOnlyList<string> CodesOf(string kind) => [.. present.Where(organisation => organisation.Kind == kind).Select(organisation => organisation.Code)];
    }

    /// <summary>The present organisations by code.</summary>
    public IReadOnlyDictionary<string, Organisation> Organisations { get; }

    /// <summary>The plan with this number, from 0.</summary>
    public ExamplePlan this[int place]
    {
        get
        {
            var own = place % stride == 0 && place / stride < OwnCount ? place / stride : (int?)null;
            var parties = Parties(place);
            var revealed = ((place / stride) + (place % stride)) % 2 == 0;
            var writing = revealed
                ? parties
                : [.. parties.Index().Where(party => (party.Index + place) % parties.Count < HandedInBeforeReveal).Select(party => party.Item)];
            var example = new ExampleFile(
                $"Opgave {place}: wonen, zorg en bereikbaarheid blijven gewoon in de kleine kernen van onze regio",
                $"Regio {place % 40}, van de kust tot de stad",
                StartedDaysAgo: 60,
                place % 3 == 0 ? new ExampleTalk(14, "Wat wij in elkaars teksten lezen") : null,
                parties,
                new ExampleRound(OpenedDaysAgo: 40, revealed ? 4 : null, [.. writing.Select((party, number) => Text(party, number))])
            );
            return new ExamplePlan(example, [Facilitator, Observer, .. parties.SelectMany(party => party.People).Select(person => person.Cast)], PartIn(own));
        }
    }

    private static string? PartIn(int? own) => own is { } number ? (number % 5 == 0 ? Facilitator : Speaker) : null;

    private IReadOnlyList<ExampleParty> Parties(int place)
    {
        string[] codes =
        [
            RegisterKinds.Central,
            provinces[place % provinces.Count],
            waterBoards[place % waterBoards.Count],
            .. Enumerable.Range(0, Municipalities).Select(number => municipalities[((place * Municipalities) + number) % municipalities.Count]),
        ];
        return [.. codes.Select((code, seat) => Party(code, seat))];
    }

    private static ExampleParty Party(string code, int seat)
    {
        string? Voice(string ministry) => code == RegisterKinds.Central ? ministry : null;
        return new ExampleParty(
            code,
            [
                new ExamplePerson($"p{seat}a", Voice("MNRE1034"), HoldsOffice: false, Mandate: null),
                new ExamplePerson($"p{seat}b", Voice("MNRE1153"), HoldsOffice: true, "Besluit van het dagelijks bestuur"),
            ]
        )
        {
            Voices = code == RegisterKinds.Central ? ["MNRE1034", "MNRE1153"] : [],
        };
    }

    private ExampleText Text(ExampleParty party, int number)
    {
        var text = texts[number % texts.Count];
        return new ExampleText(
            party.Code,
            DaysAgo: 20,
            text.Answers,
            [
                .. Enumerable
                    .Range(0, PointsEach)
                    .Select(point => new ExamplePoint($"Gedachte {point + 1} van {party.Code}: een huis, een bus en een dokter in het dorp", null)),
            ]
        );
    }
}
