using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing;

/// <summary>The last party without an answer leaves: then nobody's answer is waited for, and the facilitator says that the text is shared. Open pages get the button too.</summary>
public sealed class Only_the_word_of_the_facilitator(Apps apps) : IClassFixture<Apps>
{
    private const string Establish = "form[action$='handler=Establish']";

    [Theory, OnEveryDatabase]
    public async Task Is_waited_for_when_the_last_silent_party_left(Database database)
    {
        var app = await apps.On(database);
        var deal = await RegionalDeal.StartAsync(app, "PV21", "GM1891", "GM1970");
        await deal.GiveMandatesAsync();
        await deal.OpenAsync();
        foreach (var code in new[] { "PV21", "GM1891", "GM1970" })
            await deal.HandInAsync(code, "Waarom het hier gaat om " + code, "Punt van " + code);
        await deal.RevealAsync();
        await deal.Sentence("PV21", "Wie hier opgroeit, vindt geen huis.");
        Assert.Equal(201, (await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01" })).Status);
        foreach (var code in new[] { "PV21", "GM1891" })
            Assert.Equal(201, (await deal.Bind(code, 1, "consent")).Status);
        var facilitator = await app.As(People.Facilitator);
        var page = deal.Round["/api/v1".Length..] + "/instemming";
        var part = page + "?handler=Answers";
        Assert.Empty((await facilitator.Get(part)).Document.QuerySelectorAll(Establish));

        Assert.Equal(204, (await deal.Facilitator.Post($"{deal.Home}/partijen/{deal.Id("GM1970")}/vertrek")).Status);

        Assert.Single((await facilitator.Get(part)).Document.QuerySelectorAll(Establish));
        var other = await app.As(RegionalDeal.SpeakerOf("PV21"));
        Assert.Empty((await other.Get(part)).Document.QuerySelectorAll(Establish));
        var shared = await (await facilitator.Get(page)).Submit(Establish);
        Assert.NotEmpty(shared.Done);
        Assert.Contains("Dit is nu ons gedeelde vraagstuk", shared.Text, StringComparison.Ordinal);
        Assert.Contains("Dit is nu ons gedeelde vraagstuk", (await other.Get(part)).Html, StringComparison.Ordinal);
    }
}
