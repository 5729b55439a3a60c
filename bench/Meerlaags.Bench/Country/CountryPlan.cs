using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Bench.Country;

/// <summary>How large a country is, and what decides about everything in it.</summary>
/// <param name="Collaborations">Number of collaborations.</param>
/// <param name="Seed">The same seed makes the same country.</param>
/// <param name="Until">The last day: everything happened before.</param>
internal sealed record CountrySize(int Collaborations, int Seed, DateOnly Until)
{
    /// <summary>The whole country.</summary>
    public const int Whole = 5_000;

    /// <summary>People with an account for each collaboration.</summary>
    public const int PeopleEach = 10;

    /// <summary>The last day unless another is asked: a fixed one, so that the same seed makes the same country tomorrow too.</summary>
    public static DateOnly UsualUntil { get; } = new(2026, 10, 1);
}

/// <summary>Who sits where in a whole country, and how far each table came. The ten tables of the measured person are the same in every country of a seed, however large.</summary>
internal sealed class CountryPlan
{
    /// <summary>Most parties of a table here.</summary>
    public const int MostParties = 25;

    /// <summary>How many tables the measured person sits at.</summary>
    public const int OwnTables = 10;

    /// <summary>The table whose pages are measured.</summary>
    public const int MeasuredTable = 0;

    private const int FewestParties = 3;
    private const int OwnParties = 9;
    private const int MedianParties = 7;
    private const double Spread = 0.45;
    private const int Years = 6;
    private const int FirstOther = 1_000;
    private static readonly HashSet<int> TablesWithRareWord = [0, 2, 4];

    private static readonly IReadOnlyList<Reach> OwnReach =
    [
        Reach.Opened,
        Reach.Writing,
        Reach.Asking,
        Reach.Weighing,
        Reach.Shared,
        Reach.Again,
        Reach.Revealed,
        Reach.Drafting,
        Reach.Writing,
        Reach.Opened,
    ];

    // Of a hundred tables, and how many days it takes to come there.
    private static readonly IReadOnlyList<(Reach Reach, int Share, int Days)> Course =
    [
        (Reach.Seated, 3, 40),
        (Reach.Writing, 11, 70),
        (Reach.Revealed, 5, 90),
        (Reach.Weighing, 7, 110),
        (Reach.Opened, 8, 130),
        (Reach.Drafting, 8, 170),
        (Reach.Asking, 8, 200),
        (Reach.Undecided, 6, 190),
        (Reach.Shared, 18, 240),
        (Reach.Again, 10, 420),
        (Reach.Archived, 16, 320),
    ];

    private readonly CountrySize size;
    private readonly Atlas atlas;
    private readonly Staff staff;

    /// <summary>Plans a country on the organisations of a register.</summary>
    public CountryPlan(IEnumerable<Organisation> register, CountrySize size)
    {
        this.size = size;
        atlas = new Atlas(register, Dice.Of(size.Seed, -1));
        var since = new DateTimeOffset(size.Until.AddYears(-Years - 1), TimeOnly.MinValue, TimeSpan.Zero);
        var dice = Dice.Of(size.Seed, -2);
        Measured = new PersonId(dice.Id(since.AddDays(-1)));
        staff = new Staff(dice, since);
        // Those of the measured person are planned first: then they do not depend on how many others there are.
        Tables = [.. Enumerable.Range(0, size.Collaborations).Select(Plan).ToList().OrderBy(table => table.Start).ThenBy(table => table.Number)];
        staff.FillUp(size.Collaborations * CountrySize.PeopleEach - 1);
    }

    /// <summary>The person who is measured.</summary>
    public PersonId Measured { get; }

    /// <summary>Everybody else.</summary>
    public IReadOnlyList<PlannedPerson> People => staff.People;

    /// <summary>Most tables of one person.</summary>
    public int Busiest => staff.Busiest;

    /// <summary>All tables, the oldest first.</summary>
    public IReadOnlyList<TablePlan> Tables { get; }

    /// <summary>The municipality that sits at most tables.</summary>
    public string BusiestMunicipality =>
        Tables
            .SelectMany(table => table.Parties)
            .Where(party => party.Organisation.Kind == "gemeente")
            .CountBy(party => party.Organisation.Code)
            .OrderByDescending(known => known.Value)
            .ThenBy(known => known.Key, StringComparer.Ordinal)
            .First()
            .Key;

    /// <summary>The dice of a table: its own, so that tables can be played in any order.</summary>
    public Dice DiceOf(TablePlan table) => Dice.Of(size.Seed, FirstOther + table.Number);

    private TablePlan Plan(int number)
    {
        var dice = Dice.Of(size.Seed, -FirstOther - number);
        var own = number < OwnTables;
        var (reach, _, days) = own ? Course.Single(course => course.Reach == OwnReach[number]) : ReachOf(dice);
        var around = atlas.Around(own ? OwnParties : SizeOf(dice), dice);
        var at = new HashSet<PersonId> { Measured };
        return new TablePlan(number, reach, dice.PickEarly(Vocabulary.Themes), [.. around.Select((party, place) => Party(party, own && place == 1))])
        {
            Start = size.Until.AddDays(-days - Ago(reach, dice)),
            Facilitator = staff.Seat(null, at),
            Observer = dice.Chance(0.3) ? staff.Seat(null, at) : null,
            IsShown = dice.Chance(0.15),
            UsesRareWord = own && TablesWithRareWord.Contains(number),
        };

        PartyPlan Party((Organisation Organisation, IReadOnlyList<Organisation> Voices) party, bool measured)
        {
            var first = measured ? Measured : staff.Seat(party.Organisation, at);
            return new PartyPlan(party.Organisation, party.Voices, dice.Chance(0.6) ? [first, staff.Seat(party.Organisation, at)] : [first]);
        }
    }

    // What is over can be long ago; what runs, runs now.
    private static int Ago(Reach reach, Dice dice) =>
        reach is Reach.Shared or Reach.Archived or Reach.Undecided ? dice.Between(15, (Years * 365) - 320) : dice.Between(10, 70);

    private static int SizeOf(Dice dice) => Math.Clamp((int)Math.Round(MedianParties * Math.Exp(dice.FromTheMiddle() * Spread)), FewestParties, MostParties);

    private static (Reach Reach, int Share, int Days) ReachOf(Dice dice)
    {
        var left = dice.Below(Course.Sum(course => course.Share));
        foreach (var course in Course)
        {
            if (left < course.Share)
                return course;
            left -= course.Share;
        }
        return Course[^1];
    }
}
