using Meerlaags.Web.Tests.Blind;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing.Candidates;

/// <summary>A round in which people talk first and write afterwards: another order, the same questions, nothing locked.</summary>
public sealed class Meeting_first(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task The_talk_is_asked_first_and_the_writing_after_it(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        var home = $"/samenwerkingen/{table.Id.Value}";
        var facilitator = await app.As(People.Facilitator);
        var party = await app.As(People.Fryslan);

        var opened = await (await facilitator.Get(home + "/rondes/nieuw")).Submit("main form", ("Format", "MeetingFirst"));

        Assert.Contains("Plan nu het gesprek", opened.Done);
        Assert.Equal(home + "/gesprek", opened.Document.QuerySelector("main .ml-now .nl-button--primary")!.GetAttribute("href"));
        Assert.Contains("Praat eerst met elkaar", (await party.Get(home)).Text);
        Assert.DoesNotContain("Schrijf op wat volgens", (await party.Get("/mijn-overzicht")).Text);
        var desk = Pen.Address(table, table.Fryslan);
        Assert.Contains("U mag wel vast schrijven.", (await party.Get(desk)).Text);
        await Pen.KeepAsync(party, desk, Pen.Short("Vast een gedachte."));
        Assert.Equal(422, (int)(await party.Post(home + "/rondes/1?handler=Met")).StatusCode);

        var met = await opened.Submit("form[action$='handler=Met']");

        Assert.Contains("Nu schrijft elke partij ongezien", met.Done);
        Assert.Contains("Schrijf op wat volgens", (await party.Get(home)).Text);
        Assert.DoesNotContain("U mag wel vast schrijven.", (await party.Get(desk)).Text);
        Assert.Contains("gesproken voor het schrijven", (await party.Get(home + "/logboek")).Text);
        Assert.Empty(met.Document.QuerySelectorAll("form[action$='handler=Format']"));
    }

    [Theory, OnEveryDatabase]
    public async Task The_facilitator_may_choose_again_until_the_reveal_and_a_program_does_the_same(Database database)
    {
        var deal = await RegionalDeal.StartAsync(await apps.On(database), "PV21", "GM1891");
        var opened = await deal.Facilitator.Post(deal.Home + "/rondes", new { vorm = "meeting-first" });
        Assert.Equal((201, "meeting-first"), (opened.Status, opened.Json.GetProperty("vorm").GetString()));
        var chosen = await deal.Facilitator.Put(deal.Round + "/vorm", new { vorm = "write-first" });
        Assert.Equal((200, "write-first"), (chosen.Status, chosen.Json.GetProperty("vorm").GetString()));
        Expect.Problem(400, "round.writes-first", await deal.Facilitator.Post(deal.Round + "/voorgesprek"));
        await deal.Facilitator.Put(deal.Round + "/vorm", new { vorm = "meeting-first" });
        var met = await deal.Facilitator.Post(deal.Round + "/voorgesprek");
        Assert.Equal((201, System.Text.Json.JsonValueKind.String), (met.Status, met.Json.GetProperty("gesprokenVoorafOp").ValueKind));
        foreach (var code in new[] { "PV21", "GM1891" })
            await deal.HandInAsync(code, "Waarom het gaat om " + code, "Punt van " + code);
        await deal.RevealAsync();
        Assert.Equal(409, (await deal.Facilitator.Put(deal.Round + "/vorm", new { vorm = "write-first" })).Status);
    }
}
