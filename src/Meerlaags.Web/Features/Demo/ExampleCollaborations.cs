using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Demo;

/// <summary>Writes the example collaborations: one to write and reveal in, one with a text put forward, one with a shared issue.</summary>
public sealed class ExampleCollaborations(Db db, Viewer viewer, QuestionSets sets, TimeProvider clock) : IDemoPart
{
    /// <inheritdoc/>
    public int Order => 1;

    /// <inheritdoc/>
    public async Task WriteAsync(DemoContext demo, CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.Demo);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "content", "demo"), "*.json").Order(StringComparer.Ordinal))
        {
            var example = ExampleFile.Read(file);
            var codes = example.Parties.Select(party => party.Code).Concat(example.Parties.SelectMany(party => party.Voices)).ToList();
            var organisations = await db.Organisations.AsNoTracking().Where(known => codes.Contains(known.Code)).ToDictionaryAsync(known => known.Code, stop);
            var id = new CollaborationId(Guid.CreateVersion7());
            await using var writing = await db.WriteAsync(id.Value, submit: null, stop);
            var table = new ExampleTable(example, organisations, demo, Moment.Of(clock));
            db.AddRange(table.Set(id));
            db.AddRange(new ExampleFraming(table, sets).Play());
            await writing.CommitAsync(stop);
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>The table of an example: who sits where, and acts on days gone by.</summary>
public sealed class ExampleTable(ExampleFile example, IReadOnlyDictionary<string, Organisation> organisations, DemoContext demo, DateTimeOffset now)
{
    private readonly Dictionary<string, PartyId> parties = example.Parties.ToDictionary(party => party.Code, _ => new PartyId(Guid.CreateVersion7()));
    private const int MinutesOfWork = 8 * 60;

    private readonly Dictionary<string, (PersonId Person, MandateId? Mandate)> speakers = [];
    private int acts;

    /// <summary>The example.</summary>
    public ExampleFile Example => example;

    /// <summary>The collaboration, once set.</summary>
    public Collaboration Collaboration { get; private set; } = null!;

    /// <summary>The party with this code.</summary>
    public PartyId Party(string code) => parties[code];

    /// <summary>The organisation with this code.</summary>
    public OrganisationId Organisation(string code) => organisations[code].Id;

    /// <summary>The facilitator acts, so many days ago.</summary>
    public Act Facilitates(int daysAgo) => new(new Actor.ForCollaboration(demo.Person("begeleider")), On(daysAgo));

    /// <summary>A party acts, so many days ago.</summary>
    public Act Speaks(string code, int daysAgo, bool binding = false) =>
        new(new Actor.ForParty(speakers[code].Person, parties[code], binding ? speakers[code].Mandate : null), On(daysAgo));

    /// <summary>Starts the collaboration and lets everyone sit down.</summary>
    public IEnumerable<object> Set(CollaborationId id)
    {
        var start = Facilitates(example.StartedDaysAgo);
        Collaboration = Made(Collaboration.Start(id, example.Challenge, example.Region, start));
        foreach (var party in example.Parties)
        {
            var organisation = organisations[party.Code];
            var origin = new PartyOrigin(
                organisation.Id,
                organisation.Kind == "rijk" ? organisation.Name : organisation.OfficialName,
                organisation.Tier,
                [.. party.Voices.Select(Organisation)]
            );
            Fine(Collaboration.Seat(parties[party.Code], origin, start));
            if (party.Seat != SeatDegree.Whole || !party.Bound)
                Fine(Collaboration.ChangeSeat(parties[party.Code], party.Seat, party.Bound, start));
        }
        if (example.NextTalk is { } talk)
            Fine(Collaboration.PlanTalk(DutchTime.DayOf(now).AddDays(talk.InDays), talk.About, Facilitates(1)));
        return [Collaboration, Membership.Facilitator(new MembershipId(Guid.CreateVersion7()), id, demo.Person("begeleider"), start), .. Seats()];
    }

    /// <summary>What must not be refused.</summary>
    public static T Made<T>(Decided<T> decided) => decided.Is(out var made, out var refusal) ? made : throw new InvalidDataException(refusal.Code);

    /// <summary>What must not be refused.</summary>
    public static void Fine(Refusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidDataException(refusal.Code);
    }

    private IEnumerable<object> Seats()
    {
        foreach (var party in example.Parties)
        {
            foreach (var person in party.People)
            {
                var function = person.HoldsOffice ? MemberFunction.OfficeHolder : MemberFunction.Representative;
                foreach (
                    var thing in Sit(
                        person.Cast,
                        new InvitedSeat(function, parties[party.Code], person.Voice is { } voice ? Organisation(voice) : null, person.Cast),
                        (party.Code, person.Mandate)
                    )
                )
                    yield return thing;
            }
        }
        foreach (var thing in Sit("waarnemer", new InvitedSeat(MemberFunction.Observer, null, null, "waarnemer"), (null, null)))
            yield return thing;
    }

    private IEnumerable<object> Sit(string cast, InvitedSeat seat, (string? Party, string? Mandate) speaks)
    {
        var person = demo.Person(cast);
        var invitation = Made(
            Invitation.Make(
                new InvitationId(Guid.CreateVersion7()),
                Collaboration,
                seat,
                Platform.Identity.Secret.Hash(Platform.Identity.Secret.New()),
                Facilitates(example.StartedDaysAgo)
            )
        );
        var place = Made(
            invitation.Accept(
                new MembershipId(Guid.CreateVersion7()),
                person,
                Collaboration,
                [],
                new Act(new Actor.ForCollaboration(person), On(example.StartedDaysAgo - 1))
            )
        );
        MandateId? mandate = speaks.Mandate is null ? null : new MandateId(Guid.CreateVersion7());
        if (mandate is { } given)
            Fine(
                place.RecordMandate(
                    given,
                    new MandateTerms(DutchTime.DayOf(On(example.StartedDaysAgo)), null, speaks.Mandate!, ""),
                    Facilitates(example.StartedDaysAgo - 1)
                )
            );
        if (speaks.Party is { } code)
            speakers.TryAdd(code, (person, mandate));
        return [invitation, place];
    }

    // In office hours, one act after the other.
    private DateTimeOffset On(int daysAgo)
    {
        var day = DutchTime.Of(now).Date.AddDays(-daysAgo).AddHours(9).AddMinutes(++acts * 7 % MinutesOfWork);
        return new DateTimeOffset(day, TimeSpan.FromHours(1)).ToUniversalTime();
    }
}
