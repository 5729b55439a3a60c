using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Platform.Notices;
using Meerlaags.Web.Tests.Framing;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Notices;

/// <summary>Neither that something came unseen nor how much of it: no capability can say so, and nothing is kept of it.</summary>
public sealed class Nobody_is_told_of_what_is_sealed(Databases databases)
{
    [Fact]
    public void No_capability_tells_of_a_sealed_fact()
    {
        var told = Startup.Features.SelectMany(feature => feature.Notices).Select(notice => notice.Fact).ToList();

        Assert.Contains(typeof(TextsRevealed), told);
        Expect.Nothing(told.Where(fact => fact.IsAssignableTo(typeof(ISealedFact))).Select(fact => fact.Name));
        Assert.Equal(told.Count, told.Distinct().Count());
    }

    [Fact]
    public void Who_tries_is_stopped_at_the_start()
    {
        Assert.Throws<InvalidOperationException>(() => Notice.On<FormulationSubmitted>(Audience.Table));
        Assert.Throws<InvalidOperationException>(() => Notice.On<FormulationTakenBack>(fact => Audience.Of(fact.Party)));
        Assert.Throws<InvalidOperationException>(() => Notice.On<PositionGiven>(Audience.Leading));
    }

    [Theory, OnEveryDatabase]
    public async Task Writing_and_handing_in_leaves_no_notice(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var deal = await RegionalDeal.OpenedAsync(app);
        var before = await KeptAsync(app);

        await deal.HandInAsync("PV21", "Waarom het hier gaat om water", "Een gedachte");
        await deal.HandInAsync("GM1891", "Waarom het hier gaat om wonen", "Een gedachte");

        Assert.Equal(before, await KeptAsync(app));
        await deal.RevealAsync();
        Assert.NotEqual(before, await KeptAsync(app));
    }

    private static Task<int> KeptAsync(TestApp app) => app.Data(db => db.Set<NoticeLine>().CountAsync());
}
