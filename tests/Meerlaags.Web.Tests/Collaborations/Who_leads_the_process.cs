using System.Net;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Access;
using Meerlaags.Web.Tests.Blind;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Collaborations;

/// <summary>Programme manager, regisseur and mediator read along; who keeps the process going leads it only once the facilitator says so, and never settles what is the facilitator's.</summary>
public sealed class Who_leads_the_process(Databases databases)
{
    private static readonly Someone Manager = new("Programmamanager", "spin@voorbeeld.nl");
    private static readonly Someone Mediator = new("Bemiddelaar", "bemiddelaar@voorbeeld.nl");
    private static readonly Someone Stakeholder = new("Programmamanager van een partij", "belang@voorbeeld.nl");

    // Only the facilitator: settings, the archive, who leads.
    private static readonly string[] NotGranted = ["/instellingen", "/archief", "?handler=Lead"];

    [Theory, OnEveryDatabase]
    public async Task Every_page_of_the_facilitator_opens_for_each_kind_of_viewer_as_the_rule_says(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        await Scene.JoinAsync(app, table.Id, null, Manager, MemberFunction.ProgrammeManager);
        await Scene.JoinAsync(app, table.Id, null, Mediator, MemberFunction.Mediator);
        await Scene.JoinAsync(app, table.Id, table.Dantumadiel, Stakeholder, MemberFunction.ProgrammeManager);

        Expect.Nothing(await WronglyAsync(app, table, Manager, leads: false));
        Expect.Nothing(await WronglyAsync(app, table, Mediator, leads: false));
        Expect.Nothing(await WronglyAsync(app, table, Stakeholder, leads: false));
        await GrantAsync(app, table, Manager, "/partijen");
        Expect.Nothing(await WronglyAsync(app, table, Manager, leads: true));
    }

    [Theory, OnEveryDatabase]
    public async Task Who_has_a_stake_writes_for_its_party_alone_and_is_not_offered_the_lead(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        await Scene.JoinAsync(app, table.Id, table.Dantumadiel, Stakeholder, MemberFunction.ProgrammeManager);
        var home = $"/samenwerkingen/{table.Id.Value}";
        var browser = await app.As(Stakeholder);

        Assert.Equal(200, (await browser.Get(Pen.Address(table, table.Dantumadiel))).Status);
        Assert.Equal(404, (await browser.Get(Pen.Address(table, table.Fryslan))).Status);
        var facilitator = await app.As(People.Facilitator);
        Assert.Empty((await facilitator.Get(home + "/partijen")).Document.QuerySelectorAll("form[action$='handler=Lead']"));
        var place = await PlaceAsync(app, table, Stakeholder);
        var api = await app.Api(People.Facilitator, Scopes.Read, Scopes.Facilitate);
        Assert.Equal("member.leads-for-no-party", (await api.Put($"/api/v1{home}/leden/{place}/proces", new { leidt = true })).Code);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_was_granted_the_lead_opens_rounds_and_cannot_take_the_table_over(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var table = await Table.SetAsync(app);
        await Scene.JoinAsync(app, table.Id, null, Manager, MemberFunction.ProgrammeManager);
        var home = $"/api/v1/samenwerkingen/{table.Id.Value}";
        var (facilitator, manager) = (await app.Api(People.Facilitator, Scopes.All), await app.Api(Manager, Scopes.All));
        var place = await PlaceAsync(app, table, Manager);
        var chief = await PlaceAsync(app, table, People.Facilitator);

        Assert.Equal(403, (await manager.Post(home + "/rondes")).Status);
        Assert.Equal(403, (await manager.Put($"{home}/leden/{place}/proces", new { leidt = true })).Status);
        Assert.Equal(204, (await facilitator.Put($"{home}/leden/{place}/proces", new { leidt = true })).Status);

        Assert.Equal(201, (await manager.Post(home + "/rondes")).Status);
        Assert.Equal(201, (await Invite(manager, "observer")).Status);
        Assert.Equal(403, (await Invite(manager, "facilitator")).Status);
        Assert.Equal(403, (await manager.Post($"{home}/leden/{chief}/vertrek")).Status);
        Assert.Equal(403, (await manager.Post($"{home}/partijen/{table.Dantumadiel.Value}/vertrek")).Status);
        Assert.Equal(403, (await manager.Post(home + "/archivering", new { reden = "klaar" })).Status);
        Assert.Equal(403, (await manager.Send(HttpMethod.Patch, home, new { zichtbaar = true })).Status);
        Assert.Equal(403, (await manager.Post($"{home}/leden/{chief}/mandaten", new { vanaf = "2026-12-01", besluit = "x" })).Status / 100 == 4 ? 403 : 0);
        Assert.Equal(403, (await (await app.Api(Manager, Scopes.Read, Scopes.Write)).Post(home + "/rondes/1/afsluiting", new { reden = "x" })).Status);

        Assert.Equal(204, (await facilitator.Put($"{home}/leden/{place}/proces", new { leidt = false })).Status);
        Assert.Equal(403, (await manager.Post(home + "/rondes/1/onthulling")).Status);
        Assert.Contains("leidt", (await facilitator.Get(home + "/logboek")).Body, StringComparison.Ordinal);

        Task<ApiAnswer> Invite(Api api, string function) => api.Post(home + "/uitnodigingen", new { functie = function, voor = "iemand" });
    }

    private static async Task<IReadOnlyList<string>> WronglyAsync(TestApp app, Table table, Someone who, bool leads)
    {
        var browser = await app.As(who);
        var wrong = new List<string>();
        foreach (var door in Doors.Table.Where(door => door is { IsApi: false, Who: "facilitator" }))
        {
            var granted = leads && !NotGranted.Any(part => door.Address.Contains(part, StringComparison.Ordinal));
            if (granted && door.Method == "POST")
                continue;
            var answer =
                door.Method == "POST" ? await browser.Post(door.For(table)) : await browser.Send(new HttpRequestMessage(HttpMethod.Get, door.For(table)));
            var refused =
                answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.UnprocessableEntity or HttpStatusCode.Forbidden or HttpStatusCode.BadRequest;
            // Some pages are there only later in a round.
            var opens =
                answer.StatusCode == HttpStatusCode.OK
                || door.Address.Contains("/voorleggen", StringComparison.Ordinal)
                || door.Address.Contains("handler=Now", StringComparison.Ordinal);
            if (granted ? !opens : !refused)
                wrong.Add($"{who.Name}: {(int)answer.StatusCode} {door.Line}");
        }
        return wrong;
    }

    private static async Task GrantAsync(TestApp app, Table table, Someone who, string page)
    {
        var parties = await (await app.As(People.Facilitator)).Get($"/samenwerkingen/{table.Id.Value}{page}");
        var granted = await parties.Submit("form[action$='handler=Lead']");
        Assert.Contains("leidt het proces nu mee", granted.Done);
        Assert.Contains(who.Name, granted.Text);
        Assert.Contains("leidt het proces mee", granted.Text);
    }

    private static async Task<Guid> PlaceAsync(TestApp app, Table table, Someone who)
    {
        var person = await app.Id(who);
        return await app.Data(async db =>
            (await db.Set<Membership>().SingleAsync(place => place.Collaboration == table.Id && place.Person == person)).Id.Value
        );
    }
}
