using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Collaborations;

/// <summary>How fully a party takes part. Resting is not leaving.</summary>
public enum SeatDegree
{
    /// <summary>At the table for everything.</summary>
    Whole,

    /// <summary>At the table for a part.</summary>
    Partial,

    /// <summary>Follows and helps where it can, decides nothing.</summary>
    MovingAlong,

    /// <summary>Steps back for a while.</summary>
    Resting,
}

/// <summary>How a party takes part for a time.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day, or null.</param>
/// <param name="Degree">How fully it takes part.</param>
/// <param name="Bound">Whether its answer is bound to count; only for whole and partial seats.</param>
public sealed record SeatTerm(DateOnly From, DateOnly? Until, SeatDegree Degree, bool Bound)
{
    /// <summary>Whether an answer decides.</summary>
    public bool Decides => Bound && (Degree is SeatDegree.Whole or SeatDegree.Partial);

    /// <summary>Whether it holds on a day; both ends count.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is not { } until || day <= until);

    /// <summary>Whether a party takes part in the same way, whatever the days are.</summary>
    public bool IsLike(SeatTerm other) => Degree == other.Degree && Bound == other.Bound;
}

/// <summary>Where a party comes from: the register, or added by name.</summary>
/// <param name="Organisation">The organisation in the register, or null for a partner added by name.</param>
/// <param name="Name">The name on its seat.</param>
/// <param name="Tier">Its tier of government.</param>
/// <param name="Voices">For a composite party such as the Rijk: the organisations that speak within it.</param>
public sealed record PartyOrigin(OrganisationId? Organisation, string Name, GovernmentTier Tier, IReadOnlyList<OrganisationId> Voices);

/// <summary>An organisation at one table. People come and go; the party's words stay.</summary>
public sealed class Party
{
    /// <summary>Most graphemes of a name.</summary>
    public const int NameLimit = 160;

    /// <summary>Most changes of one seat.</summary>
    public const int MostTerms = 200;

    private Party() { }

    internal Party(PartyId id, PartyOrigin origin, DateTimeOffset at)
    {
        Id = id;
        Organisation = origin.Organisation;
        Name = origin.Name;
        Tier = origin.Tier;
        SeatedAt = at;
        FirstBound = true;
        Voices = [.. origin.Voices.Distinct().Select(organisation => new Voice(organisation))];
    }

    /// <summary>Its id.</summary>
    public PartyId Id { get; private init; }

    /// <summary>The organisation in the register, or null when added by name.</summary>
    public OrganisationId? Organisation { get; private init; }

    /// <summary>The name on the seat; stays as it was when the organisation is renamed later.</summary>
    public string Name { get; private init; } = "";

    /// <summary>The organisation that goes on since the party's own ended, as was confirmed; null while nothing was.</summary>
    public Heir? Heir { get; private set; }

    /// <summary>The organisation that stands behind the party as far as was confirmed: the heir, or its own.</summary>
    public OrganisationId? Present => Heir?.Organisation ?? Organisation;

    /// <summary>Tier of government.</summary>
    public GovernmentTier Tier { get; private init; }

    /// <summary>How fully it took part on the days for which nothing else was said since.</summary>
    public SeatDegree FirstDegree { get; private init; }

    /// <summary>Whether its answer decided on those days; only for whole and partial seats.</summary>
    public bool FirstBound { get; private init; }

    /// <summary>What was said of its seat since, in the order in which it was said; the last that holds on a day counts.</summary>
    public IReadOnlyList<SeatTerm> Terms { get; private set; } = [];

    /// <summary>Whether the party lets others outside the collaboration know that it takes part.</summary>
    public bool IsShown { get; internal set; }

    /// <summary>When it took its seat.</summary>
    public DateTimeOffset SeatedAt { get; private init; }

    /// <summary>When it left, or null.</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>The organisations that speak within a composite party; empty for a single one.</summary>
    public IReadOnlyList<Voice> Voices { get; private init; } = [];

    /// <summary>Whether it is at the table now.</summary>
    public bool IsSeated => LeftAt is null;

    /// <summary>The seat on a day.</summary>
    public SeatTerm SeatOn(DateOnly day) =>
        Terms.LastOrDefault(term => term.HoldsOn(day)) ?? new SeatTerm(DutchTime.DayOf(SeatedAt), null, FirstDegree, FirstBound);

    /// <summary>Whether its answer decides on a day.</summary>
    public bool DecidesOn(DateOnly day) => IsSeated && SeatOn(day).Decides;

    /// <summary>How it sat, sits and is going to sit: period after period, each other than the one before.</summary>
    public IReadOnlyList<SeatTerm> SeatHistory
    {
        get
        {
            var first = DutchTime.DayOf(SeatedAt);
            var last = LeftAt is { } left ? DutchTime.DayOf(left) : (DateOnly?)null;
            var history = new List<SeatTerm>();
            foreach (var day in Turns().Where(day => day > first && !(day > last)).Prepend(first))
            {
                var seat = SeatOn(day);
                if (history is [.., var before] && before.IsLike(seat))
                    continue;
                if (history.Count > 0)
                    history[^1] = history[^1] with { Until = day.AddDays(-1) };
                history.Add(seat with { From = day, Until = last });
            }
            return history;
        }
    }

    // The days on which the seat may become another one.
    private IEnumerable<DateOnly> Turns() =>
        Terms.SelectMany(term => term.Until is { } until && until < DateOnly.MaxValue ? new[] { term.From, until.AddDays(1) } : [term.From]).Distinct().Order();

    internal bool Differs(SeatTerm term) => Turns().Where(term.HoldsOn).Append(term.From).Any(day => !SeatOn(day).IsLike(term));

    internal void Sit(SeatTerm term) => Terms = [.. Terms, term];

    internal void GoOnAs(Heir heir) => Heir = heir;

    internal void Leave(DateTimeOffset at) => LeftAt = at;
}

/// <summary>An organisation that goes on where another ended.</summary>
/// <param name="Organisation">The organisation in the register.</param>
/// <param name="Name">Its name, as it was when this was confirmed.</param>
public sealed record Heir(OrganisationId Organisation, string Name);

/// <summary>One organisation that speaks within a composite party, such as a ministry within the Rijk.</summary>
public sealed record Voice(OrganisationId Organisation);
