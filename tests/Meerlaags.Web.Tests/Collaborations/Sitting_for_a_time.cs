using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Collaborations;

/// <summary>A seat changes on its day by itself, and is as before after its last day.</summary>
public sealed class Sitting_for_a_time(Databases databases)
{
    [Theory, OnEveryDatabase]
    public async Task A_rest_is_planned_on_the_page_holds_on_its_days_and_passes(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.StartAsync(app, "PV21", "GM1891", "GM1970");
        var home = deal.Home["/api/v1".Length..];
        var seat = $"{home}/partijen/{deal.Id("GM1891")}/stoel";
        var speaker = await app.As(RegionalDeal.SpeakerOf("GM1891"));

        var turned = await (await speaker.Get(seat)).Submit(
            ("Input.Degree", "Resting"),
            ("Input.Bound", "false"),
            ("Input.From", "2026-12-20"),
            ("Input.Until", "2026-12-19")
        );
        Assert.Equal((422, "2026-12-19"), (turned.Status, turned.Document.QuerySelector("#Input-Until")!.GetAttribute("value")));
        Assert.Equal(422, (await (await speaker.Get(seat)).Submit(("Input.From", "2026-11-30"))).Status);
        var done = await turned.Submit(("Input.Until", "2026-12-28"));
        Assert.Contains("gewijzigd", done.Done);
        Assert.Contains("van 20 december 2026 tot en met 28 december 2026 gepland", done.Text);
        Assert.Contains("gemeente Dantumadiel zit van zondag 20 december 2026", (await speaker.Get(home + "/logboek")).Text);
        Assert.Equal(("whole", true), await SeatAsync(deal));

        app.Clock.Now = new DateTimeOffset(2026, 12, 20, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(("resting", false), await SeatAsync(deal));
        Assert.Contains("rust", (await (await app.As(RegionalDeal.SpeakerOf("PV21"))).Get(home)).Text);

        app.Clock.Now = new DateTimeOffset(2026, 12, 29, 8, 0, 0, TimeSpan.Zero);
        Assert.Equal(("whole", true), await SeatAsync(deal));
    }

    [Theory, OnEveryDatabase]
    public async Task By_program_too_and_a_version_is_put_to_who_decides_that_day(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        var address = $"{deal.Home}/partijen/{deal.Id("GM1891")}";
        var rest = new
        {
            stoel = "resting",
            beslist = false,
            vanaf = "2026-12-05",
            totEnMet = "2026-12-06",
        };

        var planned = await deal["GM1891"].Send(HttpMethod.Patch, address, rest);
        Assert.True(planned.Status == 204, planned.Body);
        Assert.Equal(403, (await deal["PV21"].Send(HttpMethod.Patch, address, rest)).Status);
        Assert.Equal(400, (await deal["GM1891"].Send(HttpMethod.Patch, address, new { vanaf = "2026-11-01" })).Status);
        foreach (var code in new[] { "PV21", "GM1891", "GM1970" })
            await deal.HandInAsync(code, "Waarom het hier gaat om " + code, "Een gedachte");
        await deal.RevealAsync();
        await deal.Sentence("PV21", "Samen zorgen we voor woningen.");

        app.Clock.Now = new DateTimeOffset(2026, 12, 6, 9, 0, 0, TimeSpan.Zero);
        var put = await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01" });
        Assert.True(put.Status == 201, put.Body);
        Assert.DoesNotContain(deal.Id("GM1891").ToString(), put.Json.GetProperty("gevraagd").ToString(), StringComparison.Ordinal);
        Assert.Contains(deal.Id("PV21").ToString(), put.Json.GetProperty("gevraagd").ToString(), StringComparison.Ordinal);
    }

    private static async Task<(string?, bool)> SeatAsync(RegionalDeal deal)
    {
        var parties = (await deal["PV21"].Get(deal.Home)).Json.GetProperty("partijen");
        var seat = parties.EnumerateArray().Single(party => party.GetProperty("id").GetGuid() == deal.Id("GM1891"));
        return (seat.GetProperty("stoel").GetString(), seat.GetProperty("beslist").GetBoolean());
    }
}
