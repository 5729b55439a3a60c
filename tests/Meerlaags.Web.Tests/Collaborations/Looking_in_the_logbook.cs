using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Collaborations;

/// <summary>One finds lines by person, party, kind and days, all in the address; what is sealed is found by nobody else.</summary>
public sealed class Looking_in_the_logbook(Databases databases)
{
    // These capabilities have no collaboration, so their facts stand in no logbook.
    private static readonly string[] WithoutLogbook = ["Register", "Boundaries", "Administration"];

    [Theory, OnEveryDatabase]
    public async Task By_person_party_kind_and_days_and_combined(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        var log = deal.Home + "/logboek";
        var province = (await app.Id(RegionalDeal.SpeakerOf("PV21"))).Value;
        app.Clock.Now = new DateTimeOffset(2026, 12, 3, 23, 30, 0, TimeSpan.Zero);
        Assert.Equal(204, (await deal.Facilitator.Put(deal.Home + "/gesprek", new { dag = "2026-12-24" })).Status);
        Assert.Equal(204, (await deal["PV21"].Send(HttpMethod.Patch, $"{deal.Home}/partijen/{deal.Id("PV21")}", new { stoel = "partial" })).Status);

        Assert.Equal(["seat-changed", "member-joined"], await FactsAsync($"{log}?persoon={province}"));
        Assert.Equal(["seat-changed", "member-joined", "person-invited", "party-seated"], await FactsAsync($"{log}?partij={deal.Id("PV21")}"));
        Assert.Equal(["seat-changed"], await FactsAsync($"{log}?partij={deal.Id("PV21")}&soort=partijen&van=2026-12-02"));
        Assert.Equal(["round-opened"], await FactsAsync($"{log}?soort=rondes"));
        // Half past eleven in the evening is the day after in the Netherlands.
        Assert.Empty(await FactsAsync($"{log}?van=2026-12-03&tot=2026-12-03"));
        Assert.Equal(["seat-changed", "talk-planned"], await FactsAsync($"{log}?van=2026-12-04&tot=2026-12-04"));
        Assert.Equal(400, (await deal["PV21"].Get($"{log}?van=gisteren")).Status);

        var browser = await app.As(RegionalDeal.SpeakerOf("PV21"));
        var page = await browser.Get($"{log["/api/v1".Length..]}?soort=partijen&van=2026-12-02");
        Assert.Single(page.Document.QuerySelectorAll(".ml-log__line"));
        Assert.Equal("partijen", page.Document.QuerySelector("#soort option[selected]")!.GetAttribute("value"));
        Assert.Equal("2026-12-02", page.Document.QuerySelector("#van")!.GetAttribute("value"));
        Assert.Contains("Hier is niets gebeurd", (await browser.Get($"{log["/api/v1".Length..]}?soort=zaal")).Text);
        Assert.Equal(200, (await browser.Get($"{log["/api/v1".Length..]}?van=gisteren&persoon=niemand")).Status);

        async Task<IReadOnlyList<string?>> FactsAsync(string address)
        {
            var answer = await deal["PV21"].Get(address);
            Assert.True(answer.Status == 200, answer.Body);
            return [.. answer.Json.GetProperty("regels").EnumerateArray().Select(line => line.GetProperty("feit").GetString())];
        }
    }

    [Theory, OnEveryDatabase]
    public async Task Pages_keep_the_filter(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        for (var time = 0; time < 60; time++)
            Assert.Equal(204, (await deal.Facilitator.Put(deal.Home + "/gesprek", new { dag = time % 2 == 0 ? "2026-12-24" : "2026-12-23" })).Status);
        var browser = await app.As(People.Facilitator);

        var first = await browser.Get(deal.Home["/api/v1".Length..] + "/logboek?soort=samenwerking");
        var older = first.Document.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        var second = await browser.Get(older);

        Assert.Equal(50, first.Document.QuerySelectorAll(".ml-log__line").Length);
        Assert.Equal(11, second.Document.QuerySelectorAll(".ml-log__line").Length);
        Assert.DoesNotContain("zit aan tafel", second.Text);
    }

    [Theory, OnEveryDatabase]
    public async Task No_filter_finds_what_is_sealed(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        await deal.HandInAsync("GM1891", "Ongezien", "Een gedachte");
        var author = (await app.Id(RegionalDeal.SpeakerOf("GM1891"))).Value;

        foreach (var filter in new[] { $"partij={deal.Id("GM1891")}", $"persoon={author}", "soort=rondes", "van=2026-12-01" })
        {
            Assert.DoesNotContain("formulation-submitted", (await deal["PV21"].Get($"{deal.Home}/logboek?{filter}")).Body, StringComparison.Ordinal);
            Assert.Contains("formulation-submitted", (await deal["GM1891"].Get($"{deal.Home}/logboek?{filter}")).Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_fact_of_a_collaboration_belongs_to_one_kind()
    {
        var facts = typeof(Fact)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Fact)) && !WithoutLogbook.Contains(type.Namespace!.Split('.')[^1]));
        var kinds = typeof(ILogKinds)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true } && type.IsAssignableTo(typeof(ILogKinds)))
            .SelectMany(type => ((ILogKinds)Activator.CreateInstance(type)!).Kinds)
            .ToList();

        Assert.Distinct(kinds.Select(kind => kind.Code));
        Expect.Nothing(
            facts
                .Where(fact => kinds.Count(kind => kind.Facts.Contains(fact)) != 1)
                .Select(fact => $"{JournalWriter.CodeOf(fact)} belongs to no kind, or to several")
        );
    }
}
