using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Bench.Country;

/// <summary>One table while it is played: its time, who may act there, and everything that came of it so far.</summary>
/// <param name="dice">The dice of this table.</param>
/// <param name="start">The day on which it starts.</param>
/// <param name="facilitator">Who leads the process.</param>
internal sealed class Stage(Dice dice, DateOnly start, PersonId facilitator)
{
    private const int FirstHour = 8;
    private const int LastHour = 16;
    private const int LongestPause = 22;

    private readonly Dictionary<PartyId, (PersonId Person, MandateId? Mandate)> speakers = [];
    private DateTimeOffset now = new(start, new TimeOnly(FirstHour, 0), TimeSpan.Zero);

    /// <summary>The dice of this table.</summary>
    public Dice Dice => dice;

    /// <summary>Everything that came of it, to be kept.</summary>
    public List<object> Things { get; } = [];

    /// <summary>The collaboration, once it has started.</summary>
    public Collaboration Table { get; private set; } = null!;

    /// <summary>The parties at the table, by id.</summary>
    public IReadOnlyList<PartyId> Parties => [.. Table.Seated.Select(party => party.Id)];

    /// <summary>A new id.</summary>
    public TId Id<TId>()
        where TId : struct, IId<TId> => TId.From(dice.Id(now));

    /// <summary>Some days go by.</summary>
    public void Wait(int days) => now = new DateTimeOffset(now.UtcDateTime.Date.AddDays(days).AddHours(FirstHour), TimeSpan.Zero);

    /// <summary>The table is there.</summary>
    public void Opens(Collaboration table) => Things.Add(Table = table);

    /// <summary>From now on this person speaks for a party, and with a mandate may bind it.</summary>
    public void Seats(PartyId party, PersonId person, MandateId? mandate) => speakers.TryAdd(party, (person, mandate));

    /// <summary>The facilitator acts.</summary>
    public Act Facilitates() => new(new Actor.ForCollaboration(facilitator), Next());

    /// <summary>Somebody acts for the whole, such as who takes a seat.</summary>
    public Act Arrives(PersonId person) => new(new Actor.ForCollaboration(person), Next());

    /// <summary>A party acts.</summary>
    public Act Speaks(PartyId party) => new(new Actor.ForParty(speakers[party].Person, party), Next());

    /// <summary>A party acts in a way that binds it, where its speaker has a mandate.</summary>
    public (Act Act, bool Binds) Binds(PartyId party) =>
        (new Act(new Actor.ForParty(speakers[party].Person, party, speakers[party].Mandate), Next()), speakers[party].Mandate is not null);

    /// <summary>Keeps what was made; the rules must not refuse it.</summary>
    public T Made<T>(Decided<T> decided)
        where T : class
    {
        var made = decided.Is(out var thing, out var refusal) ? thing : throw new InvalidDataException(refusal.Code);
        Things.Add(made);
        return made;
    }

    /// <summary>What must not be refused.</summary>
    public static void Fine(Refusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidDataException(refusal.Code);
    }

    // In office hours, one act after the other.
    private DateTimeOffset Next()
    {
        now = now.AddMinutes(dice.Between(1, LongestPause));
        if (now.Hour > LastHour)
            Wait(1);
        return now;
    }
}
