using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Harness;

/// <summary>A table that tests sit down at: Dantumadiel and the province write, a facilitator leads, an observer reads along. Made with the domain, as the pages do.</summary>
public sealed class Table
{
    private static readonly QuestionSetReference Questions = new("vraagstuk", 1);

    private readonly TestApp app;
    private readonly Collaboration collaboration;
    private readonly Dictionary<Someone, PersonId> people = [];

    private Table(TestApp app, Collaboration collaboration) => (this.app, this.collaboration) = (app, collaboration);

    /// <summary>The collaboration.</summary>
    public CollaborationId Id => collaboration.Id;

    /// <summary>The municipality.</summary>
    public PartyId Dantumadiel { get; } = new(Guid.CreateVersion7());

    /// <summary>The province.</summary>
    public PartyId Fryslan { get; } = new(Guid.CreateVersion7());

    /// <summary>The round, once it is open.</summary>
    public RoundId Round { get; private set; }

    /// <summary>Sets the table and lets the cast sit down.</summary>
    public static async Task<Table> SetAsync(TestApp app)
    {
        var facilitator = await app.Id(People.Facilitator);
        var act = new Act(new Actor.ForCollaboration(facilitator), app.Clock.Now);
        Collaboration
            .Start(new CollaborationId(Guid.CreateVersion7()), "Wonen voor wie er nu geen plek vindt", "Noordoost-Fryslân", act)
            .Is(out var collaboration, out _);
        var table = new Table(app, collaboration!);
        Fine(collaboration!.Seat(table.Dantumadiel, new PartyOrigin(null, "Gemeente Dantumadiel", GovernmentTier.Municipality, []), act));
        Fine(collaboration.Seat(table.Fryslan, new PartyOrigin(null, "Provincie Fryslân", GovernmentTier.Province, []), act));
        await table.WriteAsync(db =>
        {
            db.Add(collaboration);
            db.Add(Membership.Facilitator(new MembershipId(Guid.CreateVersion7()), table.Id, facilitator, act));
        });
        await table.InviteAsync(People.Dantumadiel, MemberFunction.Representative, table.Dantumadiel);
        await table.InviteAsync(People.DantumadielColleague, MemberFunction.OfficeHolder, table.Dantumadiel);
        await table.InviteAsync(People.Fryslan, MemberFunction.Representative, table.Fryslan);
        await table.InviteAsync(People.Observer, MemberFunction.Observer, party: null);
        return table;
    }

    /// <summary>Opens a round.</summary>
    public async Task OpenRoundAsync()
    {
        var act = new Act(new Actor.ForCollaboration(await app.Id(People.Facilitator)), app.Clock.Now);
        Round = new RoundId(Guid.CreateVersion7());
        FramingRound.Open(Round, collaboration, [], Questions, act).Is(out var round, out var refusal);
        Fine(refusal);
        await WriteAsync(db => db.Add(round!));
    }

    /// <summary>Ends the place of someone.</summary>
    public async Task EndAsync(Someone member)
    {
        var person = await app.Id(member);
        var act = new Act(new Actor.ForCollaboration(await app.Id(People.Facilitator)), app.Clock.Now);
        await app.Data(async db =>
        {
            await using var writing = await db.WriteAsync(Id.Value, submit: null, CancellationToken.None);
            var place = await db.Set<Membership>().SingleAsync(place => place.Collaboration == Id && place.Person == person);
            Fine(place.End(act));
            await writing.CommitAsync(CancellationToken.None);
            return 0;
        });
    }

    /// <summary>Puts on record that someone may bind the own party from today on.</summary>
    public async Task GiveMandateAsync(Someone holder)
    {
        var person = await app.Id(holder);
        var act = new Act(new Actor.ForCollaboration(await app.Id(People.Facilitator)), app.Clock.Now);
        await app.Data(async db =>
        {
            await using var writing = await db.WriteAsync(Id.Value, submit: null, CancellationToken.None);
            var place = await db.Set<Membership>().SingleAsync(place => place.Collaboration == Id && place.Person == person);
            Fine(place.RecordMandate(new MandateId(Guid.CreateVersion7()), new MandateTerms(act.Today, null, "Besluit van het bestuur", ""), act));
            await writing.CommitAsync(CancellationToken.None);
            return 0;
        });
    }

    private async Task InviteAsync(Someone guest, MemberFunction function, PartyId? party)
    {
        var act = new Act(new Actor.ForCollaboration(await app.Id(People.Facilitator)), app.Clock.Now);
        people[guest] = await app.Id(guest);
        Invitation
            .Make(
                new InvitationId(Guid.CreateVersion7()),
                collaboration,
                new InvitedSeat(function, party, null, guest.Name),
                Guid.CreateVersion7().ToString("N"),
                act
            )
            .Is(out var invitation, out var refusal);
        Fine(refusal);
        var guestAct = new Act(new Actor.ForCollaboration(people[guest]), app.Clock.Now);
        invitation!.Accept(new MembershipId(Guid.CreateVersion7()), people[guest], collaboration, [], guestAct).Is(out var membership, out refusal);
        Fine(refusal);
        await WriteAsync(db => db.AddRange(invitation, membership!));
    }

    private Task<int> WriteAsync(Action<Db> change) =>
        app.Data(async db =>
        {
            await using var writing = await db.WriteAsync(Id.Value, submit: null, CancellationToken.None);
            change(db);
            await writing.CommitAsync(CancellationToken.None);
            return 0;
        });

    private static void Fine(Refusal? refusal) => Assert.Null(refusal?.Code);
}
