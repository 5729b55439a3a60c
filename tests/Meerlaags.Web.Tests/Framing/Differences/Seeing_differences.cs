using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Blind;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Framing.Differences;

/// <summary>The page with differences in words: after people spoke, for members only, and off when the collaboration wants it off.</summary>
public sealed class Seeing_differences(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task It_opens_when_the_facilitator_says_that_people_spoke(Database database)
    {
        var (app, table, address) = await RevealedAsync(database);
        var party = await app.As(People.Dantumadiel);
        Assert.DoesNotContain("Jongeren", (await party.Get(address)).Text, StringComparison.Ordinal);

        var opened = await (await (await app.As(People.Facilitator)).Get(address)).Submit("form[action$='handler=Spoken']");

        Assert.NotEmpty(opened.Done);
        var page = await party.Get(address);
        Assert.Contains("Om wie gaat het?", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Ouderen", "Jongeren"], page.Document.QuerySelectorAll(".ml-says q").Select(WebPage.Words));
        Assert.Equal(1, await app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Chain == table.Id.Value && line.Fact == "people-spoke")));
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_done_is_said_even_when_an_open_page_fetches_a_part_in_between(Database database)
    {
        var (app, table, address) = await RevealedAsync(database);
        var facilitator = await app.As(People.Facilitator);
        var opened = await (await facilitator.Get(address)).Post("form[action$='handler=Spoken']");

        var part = await facilitator.Get($"/samenwerkingen/{table.Id.Value}/rondes/1/naast-elkaar?handler=Points");

        Assert.Equal((302, 200), ((int)opened.StatusCode, part.Status));
        Assert.NotEmpty((await facilitator.Get(address)).Done);
        Assert.Empty((await facilitator.Get(address)).Done);
    }

    [Theory, OnEveryDatabase]
    public async Task It_is_off_for_everyone_when_the_facilitator_switches_it_off_and_on_again(Database database)
    {
        var (app, _, address) = await RevealedAsync(database);
        var facilitator = await app.As(People.Facilitator);
        await (await facilitator.Get(address)).Submit("form[action$='handler=Spoken']");

        var off = await (await facilitator.Get(address)).Submit("form[action$='handler=Want']");
        Assert.Empty((await (await app.As(People.Dantumadiel)).Get(address)).Document.QuerySelectorAll(".ml-says"));
        await off.Submit("form[action$='handler=Want']");

        Assert.NotEmpty((await (await app.As(People.Dantumadiel)).Get(address)).Document.QuerySelectorAll(".ml-says"));
    }

    [Theory, OnEveryDatabase]
    public async Task It_is_not_there_before_the_reveal_nor_for_a_party_to_open(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        var address = $"/samenwerkingen/{table.Id.Value}/rondes/1/verschillen";
        Assert.Equal(404, (await (await app.As(People.Facilitator)).Get(address)).Status);
        var (other, _, revealed) = await RevealedAsync(database);

        var answer = await (await other.As(People.Dantumadiel)).Post(revealed + "?handler=Spoken");

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Null((await (await other.As(People.Dantumadiel)).Get(revealed)).Document.QuerySelector("#v-group"));
    }

    [Theory, OnEveryDatabase]
    public async Task The_logbook_says_which_view_was_switched(Database database)
    {
        var (app, table, address) = await RevealedAsync(database);
        await (await (await app.As(People.Facilitator)).Get(address)).Submit("form[action$='handler=Want']");

        var log = (await (await app.As(People.Dantumadiel)).Get($"/samenwerkingen/{table.Id.Value}/logboek")).Text;

        Assert.Contains("heeft de weergave ‘verschillen in woorden’ uitgezet", log, StringComparison.Ordinal);
    }

    [Theory, OnEveryDatabase]
    public async Task A_program_sees_and_does_the_same(Database database)
    {
        var (app, table, _) = await RevealedAsync(database);
        var home = $"/api/v1/samenwerkingen/{table.Id.Value}";
        var facilitator = await app.Api(People.Facilitator, Scopes.All);
        var party = await app.Api(People.Dantumadiel, Scopes.All);
        Assert.Equal("speak-first", await StateAsync());
        Expect.Problem(403, "access.facilitator-only", await party.Post(home + "/rondes/1/gesproken"));
        Expect.Problem(403, "access.facilitator-only", await party.Put(home + "/weergaven/differences", new { gewenst = false }));

        Assert.Equal(204, (await facilitator.Post(home + "/rondes/1/gesproken")).Status);

        var group = (await party.Get(home + "/rondes/1/verschillen")).Json.GetProperty("deelvragen").EnumerateArray().Single();
        Assert.Equal("group", group.GetProperty("deelvraag").GetString());
        Assert.Equal(["elderly", "young"], group.GetProperty("genoemd").EnumerateArray().Select(thing => thing.GetProperty("naam").GetString()));
        Assert.Equal(204, (await facilitator.Put(home + "/weergaven/differences", new { gewenst = false })).Status);
        Assert.Equal("off", await StateAsync());
        Assert.Equal(404, (await facilitator.Put(home + "/weergaven/ranglijst", new { gewenst = false })).Status);

        async Task<string?> StateAsync() => (await party.Get(home + "/rondes/1/verschillen")).Json.GetProperty("stand").GetString();
    }

    private async Task<(TestApp App, Table Table, string Address)> RevealedAsync(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        await Pen.HandInAsync(await app.As(People.Dantumadiel), Pen.Address(table, table.Dantumadiel), Pen.Short("Jongeren vinden hier geen plek."));
        await Pen.HandInAsync(await app.As(People.Fryslan), Pen.Address(table, table.Fryslan), Pen.Short("Ouderen blijven te lang alleen."));
        var round = $"/samenwerkingen/{table.Id.Value}/rondes/1";
        await (await (await app.As(People.Facilitator)).Get($"{round}/onthullen")).Submit("main form.ml-card");
        return (app, table, round + "/verschillen");
    }
}
