using System.Net;
using Meerlaags.Web.Features.Notices;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Jobs;
using Meerlaags.Web.Platform.Notices;
using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Notices;

/// <summary>The menu says that there is something new; who looks at it has read it.</summary>
public sealed class Being_told(Databases databases)
{
    [Theory, OnEveryDatabase]
    public async Task The_menu_counts_what_is_new_and_looking_at_it_reads_it(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app);
        var home = deal.Home["/api/v1".Length..];
        var speaker = await app.As(RegionalDeal.SpeakerOf("PV21"));

        Assert.Equal("2 nieuwe meldingen", Badge(await speaker.Get("/mijn-overzicht")));
        var page = await speaker.Get("/meldingen");
        Assert.Equal("Meldingen", page.Heading);
        Assert.Contains("Vandaag", page.Text);
        Assert.Contains("heeft in ronde 1 de teksten onthuld", page.Text);
        Assert.Equal(2, page.Document.QuerySelectorAll(".utrecht-status-badge--active").Length);

        var seen = await page.Submit(".ml-log li:first-child form");
        Assert.Equal(home + "/rondes/1/naast-elkaar", seen.Address);
        Assert.Equal("Eén nieuwe melding", Badge(seen));
        var again = await page.Submit(".ml-log li:first-child form");
        Assert.Equal((200, home + "/rondes/1/naast-elkaar"), (again.Status, again.Address));
        Assert.DoesNotContain("onthuld", (await speaker.Get("/meldingen?ongelezen=true")).Text);
        Assert.Contains("onthuld", (await speaker.Get("/meldingen")).Text);
        Assert.Equal("", Badge(await app.Anonymous().Get("/")));
    }

    [Theory, OnEveryDatabase]
    public async Task All_that_was_shown_is_read_and_what_came_in_meanwhile_is_not(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app);
        var speaker = await app.As(RegionalDeal.SpeakerOf("PV21"));
        var page = await speaker.Get("/meldingen?ongelezen=true");
        app.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(204, (await deal.Facilitator.Put(deal.Home + "/gesprek", new { dag = "2026-12-24" })).Status);

        var read = await page.Submit("form:has(input[name=tot])");

        Assert.Equal("Wat u zag, staat nu op gelezen.", read.Done);
        Assert.Equal("/meldingen?ongelezen=true", read.Address);
        Assert.Equal("Eén nieuwe melding", Badge(read));
        Assert.Contains("volgende gesprek", read.Text);
        Assert.DoesNotContain("onthuld", read.Text);
        read = await read.Submit("form:has(input[name=tot])");
        Assert.Equal("", Badge(read));
        Assert.Contains("U hebt alles gelezen.", read.Text);
        Assert.Equal(HttpStatusCode.BadRequest, (await speaker.Post("/meldingen", ("tot", "ooit"))).StatusCode);
    }

    [Theory, OnEveryDatabase]
    public async Task A_notice_of_somebody_else_does_not_exist(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        await RevealedAsync(app);
        var (mine, other) = (await app.As(RegionalDeal.SpeakerOf("PV21")), await app.As(RegionalDeal.SpeakerOf("GM1891")));
        var id = (await mine.Get("/meldingen")).Document.QuerySelector("input[name=melding]")!.GetAttribute("value")!;

        Assert.Equal(HttpStatusCode.NotFound, (await other.Post("/meldingen?handler=Open", ("melding", id))).StatusCode);

        Assert.Equal("2 nieuwe meldingen", Badge(await mine.Get("/meldingen")));
        var key = Guid.Parse(id);
        Assert.Null(await app.Data(async db => (await db.Set<NoticeLine>().SingleAsync(notice => notice.Id == key)).ReadAt));
        Assert.Equal(HttpStatusCode.Redirect, (await mine.Post("/meldingen?handler=Open", ("melding", id))).StatusCode);
    }

    [Theory, OnEveryDatabase]
    public async Task Who_leaves_the_table_sees_and_counts_its_notices_no_longer(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app);
        var speaker = await app.As(RegionalDeal.SpeakerOf("PV21"));
        var page = await speaker.Get("/meldingen");

        Assert.Equal(204, (await deal["PV21"].Post($"{deal.Home}/partijen/{deal.Id("PV21")}/vertrek")).Status);

        var after = await speaker.Get("/meldingen");
        Assert.Equal(("", "U hebt nog geen meldingen."), (Badge(after), WebPage.Words(after.Document.QuerySelector(".ml-empty__title"))));
        Assert.Equal(HttpStatusCode.NotFound, (await page.Post(".ml-log li:first-child form")).StatusCode);
        Assert.Contains("is vertrokken", (await (await app.As(RegionalDeal.SpeakerOf("GM1891"))).Get("/meldingen")).Text);
    }

    [Theory, OnEveryDatabase]
    public async Task Words_of_people_stay_words_and_english_is_english(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app);
        await deal.InviteAsync(new Someone("<b>Iemand</b>", "iemand@voorbeeld.nl"), "PV21");
        Assert.Equal(204, (await deal.Facilitator.Send(HttpMethod.Patch, deal.Home, new { opgave = "Blijven <i>wonen</i>" })).Status);

        var told = await (await app.As(People.Facilitator)).Get("/meldingen");
        Assert.Contains("<b>Iemand</b> doet mee", told.Text);
        Assert.Contains("Blijven <i>wonen</i>", told.Text);
        Assert.Empty(told.Document.QuerySelectorAll("main b, main i"));

        var english = await (await app.As(RegionalDeal.SpeakerOf("PV21"))).Get("/meldingen?taal=en");
        Assert.Equal("Notices", english.Heading);
        Assert.Equal("3 new notices", Badge(english));
        Assert.Contains("Today", english.Text);
    }

    [Theory, OnEveryDatabase]
    public async Task A_notice_goes_after_a_year_and_the_logbook_keeps_what_it_told(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RevealedAsync(app);
        var home = deal.Home["/api/v1".Length..];
        app.Clock.Pass(ForgetNotices.Kept - TimeSpan.FromMinutes(1));
        var program = await app.Api(People.Facilitator, Scopes.Facilitate);
        Assert.Equal(204, (await program.Put(deal.Home + "/gesprek", new { dag = "2027-12-24" })).Status);
        Assert.Equal(0, await ForgetAsync(app));

        app.Clock.Pass(TimeSpan.FromMinutes(2));

        Assert.NotEqual(0, await ForgetAsync(app));
        Assert.Equal(0, await ForgetAsync(app));
        var speaker = await app.As(RegionalDeal.SpeakerOf("GM1891"));
        var told = await speaker.Get("/meldingen");
        Assert.Contains("volgende gesprek", told.Text);
        Assert.DoesNotContain("onthuld", told.Text);
        Assert.Equal("Eén nieuwe melding", Badge(told));
        Assert.Contains("onthuld", (await speaker.Get(home + "/logboek")).Text);
    }

    private static async Task<int> ForgetAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetServices<IChore>().OfType<ForgetNotices>().Single().RunAsync(CancellationToken.None);
    }

    private static async Task<RegionalDeal> RevealedAsync(TestApp app)
    {
        var deal = await RegionalDeal.OpenedAsync(app);
        await deal.HandInAsync("PV21", "Waarom het hier gaat om wonen", "Een gedachte");
        await deal.HandInAsync("GM1891", "Waarom het hier gaat om werken", "Een gedachte");
        app.Clock.Pass(TimeSpan.FromSeconds(1));
        await deal.RevealAsync();
        return deal;
    }

    // What a screen reader says after the word in the menu.
    private static string Badge(WebPage page) => WebPage.Words(page.Document.QuerySelector("a[href='/meldingen'] .ml-visually-hidden"));
}
