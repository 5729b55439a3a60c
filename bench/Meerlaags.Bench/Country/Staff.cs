using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Bench.Country;

/// <summary>Somebody with an account.</summary>
/// <param name="Id">The person.</param>
/// <param name="Name">The name others see: a function, never the name of a human being.</param>
internal sealed record PlannedPerson(PersonId Id, string Name);

/// <summary>The people of all organisations. Most sit at one table, some at several, the busiest at 25.</summary>
/// <param name="dice">Decides who sits where.</param>
/// <param name="since">From when accounts are.</param>
internal sealed class Staff(Dice dice, DateTimeOffset since)
{
    private const int MostTables = 25;
    private const int Tries = 4;
    private const double IsNew = 0.68;

    private static readonly IReadOnlyList<string> Functions =
    [
        "Beleidsadviseur",
        "Programmamanager",
        "Wethouder",
        "Strateeg",
        "Projectleider",
        "Bestuursadviseur",
        "Gebiedsmanager",
        "Regioadviseur",
    ];

    private readonly Dictionary<string, List<PersonId>> seats = [];
    private readonly Dictionary<PersonId, int> tables = [];
    private readonly List<PlannedPerson> people = [];

    /// <summary>Everybody, in the order in which they came.</summary>
    public IReadOnlyList<PlannedPerson> People => people;

    /// <summary>Most tables of one person.</summary>
    public int Busiest => tables.Values.DefaultIfEmpty().Max();

    /// <summary>Somebody of an organisation takes a seat: somebody new, or somebody who sits elsewhere too; who sits at many tables is asked most.</summary>
    /// <param name="organisation">The organisation; null for who belongs to none, such as a facilitator.</param>
    /// <param name="at">Who sits at this table already.</param>
    public PersonId Seat(Organisation? organisation, ISet<PersonId> at)
    {
        var known = seats.TryGetValue(organisation?.Code ?? "", out var taken) ? taken : seats[organisation?.Code ?? ""] = [];
        var person = Somebody(known, at) ?? Join(organisation?.OfficialName ?? "het bureau");
        known.Add(person);
        at.Add(person);
        tables[person] = tables.GetValueOrDefault(person) + 1;
        return person;
    }

    /// <summary>Others have an account and sit nowhere, until there are so many people.</summary>
    public void FillUp(int count)
    {
        while (people.Count < count)
            Join("nog nergens aan tafel");
    }

    private PersonId? Somebody(List<PersonId> known, ISet<PersonId> at)
    {
        if (known.Count == 0 || dice.Chance(IsNew))
            return null;
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var chosen = dice.Pick(known);
            if (!at.Contains(chosen) && tables[chosen] < MostTables)
                return chosen;
        }
        return null;
    }

    private PersonId Join(string where)
    {
        var id = new PersonId(dice.Id(since.AddSeconds(people.Count)));
        people.Add(new PlannedPerson(id, $"{dice.Pick(Functions)} {people.Count + 1}, {where}"));
        return id;
    }
}
