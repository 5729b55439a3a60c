using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Collaborations;

/// <summary>A collaboration of governments and partners.</summary>
public readonly record struct CollaborationId(Guid Value) : IId<CollaborationId>
{
    /// <inheritdoc/>
    public static CollaborationId From(Guid value) => new(value);
}

/// <summary>Governments and partners who need each other for one societal challenge, with their seats at the table.</summary>
public sealed partial class Collaboration : Aggregate<CollaborationId>
{
    /// <summary>Most graphemes of the challenge: one sentence.</summary>
    public const int ChallengeLimit = 200;

    /// <summary>Most graphemes of the region in words.</summary>
    public const int RegionLimit = 120;

    /// <summary>Most parties at one table.</summary>
    public const int MostParties = 60;

    private readonly List<Party> parties = [];

    private Collaboration() { }

    /// <inheritdoc/>
    public override Guid? Chain => Id.Value;

    /// <summary>The challenge in one sentence.</summary>
    public string Challenge { get; private set; } = "";

    /// <summary>The region in words.</summary>
    public string Region { get; private set; } = "";

    /// <summary>When it started.</summary>
    public DateTimeOffset StartedAt { get; private init; }

    /// <summary>The next talk that is planned, or null.</summary>
    public NextTalk? NextTalk { get; private set; }

    /// <summary>The computed views that this collaboration does not want to see.</summary>
    public IReadOnlyList<ComputedView> HiddenViews { get; private set; } = [];

    /// <summary>Everyone who has or had a seat, in order of arrival.</summary>
    public IReadOnlyList<Party> Parties => parties;

    /// <summary>Those who are at the table now.</summary>
    public IEnumerable<Party> Seated => parties.Where(party => party.IsSeated);

    /// <summary>Starts a collaboration; its starter is the first facilitator.</summary>
    public static Decided<Collaboration> Start(CollaborationId id, string challenge, string region, Act act)
    {
        challenge = PlainText.Line(challenge);
        region = PlainText.Line(region);
        if (PlainText.Check(challenge, nameof(Challenge), ChallengeLimit) is { } wrongChallenge)
            return wrongChallenge;
        if (PlainText.Check(region, nameof(Region), RegionLimit) is { } wrongRegion)
            return wrongRegion;

        var started = new Collaboration
        {
            Id = id,
            Challenge = challenge,
            Region = region,
            StartedAt = act.At,
        };
        started.Record(new CollaborationStarted(), act);
        return started;
    }

    /// <summary>Gives a party a seat: whole and bound, until agreed otherwise. The facilitator does so.</summary>
    public Refusal? Seat(PartyId id, PartyOrigin origin, Act act)
    {
        origin = origin with { Name = PlainText.Line(origin.Name) };
        if (act.Actor is not Actor.ForCollaboration)
            return new Refusal("access.facilitator-only");
        if (PlainText.Check(origin.Name, nameof(PartyOrigin.Name), Collaborations.Party.NameLimit) is { } wrong)
            return wrong;
        if (Party(id) is not null)
            return new Refusal("party.already-seated", origin.Name);
        if (origin.Organisation is { } organisation && Seated.Any(party => party.Organisation == organisation))
            return new Refusal("party.already-seated", origin.Name);
        if (origin.Organisation is null && Seated.Any(party => SearchKey.Fold(party.Name) == SearchKey.Fold(origin.Name)))
            return new Refusal("party.already-seated", origin.Name) { Field = nameof(PartyOrigin.Name) };
        if (Seated.Count() >= MostParties)
            return new Refusal("party.table-full", MostParties);

        parties.Add(new Party(id, origin, act.At));
        Record(new PartySeated(id), act);
        return null;
    }

    /// <summary>Changes how fully a party takes part and whether its answer decides, from today on: an act of the facilitator or of the party itself.</summary>
    public Refusal? ChangeSeat(PartyId id, SeatDegree degree, bool bound, Act act) => PlanSeat(id, new SeatTerm(act.Today, null, degree, bound), act);

    /// <summary>The same for a time: from a day, if wished until a day after which the seat is again as it would be without. What was said later goes before what was said earlier.</summary>
    public Refusal? PlanSeat(PartyId id, SeatTerm term, Act act)
    {
        if (!MaySpeakAbout(id, act))
            return new Refusal("access.facilitator-only");
        if (Party(id) is not { IsSeated: true } party)
            return new Refusal("party.not-seated");
        if (term is { Bound: true, Decides: false })
            return new Refusal("party.only-whole-or-partial-binds") { Field = nameof(SeatTerm.Bound) };
        if (term.From < act.Today)
            return new Refusal("seat.in-the-past") { Field = nameof(SeatTerm.From) };
        if (term.Until < term.From)
            return new Refusal("seat.ends-before-it-begins") { Field = nameof(SeatTerm.Until) };
        if (!party.Differs(term))
            return null;
        if (party.Terms.Count >= Collaborations.Party.MostTerms)
            return new Refusal("seat.too-many-changes", Collaborations.Party.MostTerms);

        party.Sit(term);
        Record(
            term.From == act.Today && term.Until is null
                ? new SeatChanged(id, term.Degree, term.Bound)
                : new SeatPlanned(id, term.Degree, term.Bound, term.From, term.Until),
            act
        );
        return null;
    }

    /// <summary>
    /// Another organisation goes on where the organisation of a party ended: an act of the facilitator or of the party itself. The seat, its words, its mandates and its answers
    /// stay those of the party that gave them; who came after is shown beside it.
    /// </summary>
    /// <param name="id">The party.</param>
    /// <param name="heir">The organisation that goes on.</param>
    /// <param name="standing">The organisations that stand today where the party's own once stood.</param>
    /// <param name="act">The facilitator, or somebody of the party.</param>
    public Refusal? Continue(PartyId id, Heir heir, IReadOnlyCollection<OrganisationId> standing, Act act)
    {
        if (!MaySpeakAbout(id, act))
            return new Refusal("access.facilitator-only");
        if (Party(id) is not { IsSeated: true } party)
            return new Refusal("party.not-seated");
        if (party.Present == heir.Organisation)
            return null;
        if (party.Present is not { } present || standing.Contains(present) || !standing.Contains(heir.Organisation))
            return new Refusal("party.no-heir", heir.Name);

        party.GoOnAs(heir);
        Record(new PartyContinued(id, heir.Organisation), act);
        return null;
    }

    /// <summary>The party leaves the table; its words stay. An act of the facilitator or of the party itself.</summary>
    public Refusal? Leave(PartyId id, Act act)
    {
        if (!MaySpeakAbout(id, act))
            return new Refusal("access.facilitator-only");
        if (Party(id) is not { IsSeated: true } party)
            return new Refusal("party.not-seated");

        party.Leave(act.At);
        Record(new PartyLeft(id), act);
        return null;
    }

    /// <summary>Plans the next talk, or takes it off with no date.</summary>
    public Refusal? PlanTalk(DateOnly? on, string about, Act act)
    {
        about = PlainText.Line(about);
        if (on is { } day && day < act.Today)
            return new Refusal("talk.in-the-past") { Field = "On" };
        if (PlainText.Check(about, "About", 200, required: false) is { } wrong)
            return wrong;

        NextTalk = on is { } planned ? new NextTalk(planned, about) : null;
        Record(new TalkPlanned(on), act);
        return null;
    }

    /// <summary>The party with this id, seated or not.</summary>
    public Party? Party(PartyId id) => parties.FirstOrDefault(party => party.Id == id);

    /// <summary>Whether a computed view is wanted here.</summary>
    public bool Wants(ComputedView view) => !HiddenViews.Contains(view);

    /// <summary>Switches a computed view on or off for the whole collaboration. The facilitator does so; twice is once.</summary>
    public Refusal? Want(ComputedView view, bool wanted, Act act)
    {
        if (act.Actor is not Actor.ForCollaboration)
            return new Refusal("access.facilitator-only");
        if (Wants(view) == wanted)
            return null;

        HiddenViews = wanted ? [.. HiddenViews.Where(hidden => hidden != view)] : [.. HiddenViews, view];
        Record(new ComputedViewSwitched(view, wanted), act);
        return null;
    }

    private static bool MaySpeakAbout(PartyId id, Act act) =>
        act.Actor is Actor.ForCollaboration || (act.Actor is Actor.ForParty { Party: var party } && party == id);
}

/// <summary>The moment people will speak next.</summary>
/// <param name="On">The day.</param>
/// <param name="About">What it is about, or empty.</param>
public sealed record NextTalk(DateOnly On, string About);
