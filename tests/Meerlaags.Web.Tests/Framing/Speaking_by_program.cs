using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Framing;

/// <summary>For whom a program may speak at a table: the person behind the token, the scope of the token, the mandate.</summary>
public sealed class Speaking_by_program(Apps apps) : IClassFixture<Apps>
{
    private TestApp app = null!;

    [Theory, OnEveryDatabase]
    public async Task Another_party_is_not_yours_to_speak_for(Database database)
    {
        var deal = await OpenedAsync(database);
        var foreign = $"{deal.Round}/formuleringen/{deal.Id("GM1891")}";

        Expect.Problem(403, "access.party-only", await deal["PV21"].Put(foreign, RegionalDeal.Draft(0, "Niet van ons", "Niet van ons")));
        Expect.Problem(403, "access.party-only", await deal["PV21"].Post(foreign + "/indiening", new { versie = 0 }));
        Expect.Problem(403, "access.party-only", await deal["PV21"].Send(HttpMethod.Delete, foreign + "/indiening"));
        Expect.Problem(
            403,
            "access.facilitator-only",
            await (await app.Api(RegionalDeal.SpeakerOf("PV21"), Scopes.Facilitate)).Post(deal.Round + "/onthulling")
        );
        Expect.Problem(400, "reveal.too-few-texts", await deal.Facilitator.Post(deal.Round + "/onthulling"));
        await deal.HandInAsync("PV21", "Ons vraagstuk", "Eén punt");
        await deal.HandInAsync("GM1891", "Het onze", "Een ander punt");
        await deal.RevealAsync();
        Expect.Problem(
            403,
            "access.party-only",
            await deal["PV21"]
                .Post(
                    deal.Round + "/tekst/zinnen",
                    new
                    {
                        tekst = "Een zin.",
                        punten = Array.Empty<Guid>(),
                        namens = deal.Id("GM1891"),
                    }
                )
        );
        Expect.Problem(403, "access.scope", await deal["PV21"].Post(deal.Round + "/tekst/zinnen", new { tekst = "Een zin.", punten = Array.Empty<Guid>() }));
        Expect.Problem(
            403,
            "access.facilitator-only",
            await (await app.Api(RegionalDeal.SpeakerOf("PV21"), Scopes.Write, Scopes.Facilitate)).Post(
                deal.Round + "/tekst/zinnen",
                new { tekst = "Een zin.", punten = Array.Empty<Guid>() }
            )
        );
    }

    [Theory, OnEveryDatabase]
    public async Task Tokens_that_expired_were_revoked_or_are_good_for_something_else_open_nothing(Database database)
    {
        var deal = await OpenedAsync(database);
        await deal.GiveMandatesAsync();
        await deal.HandInAsync("PV21", "Ons vraagstuk", "Eén punt");
        await deal.HandInAsync("GM1891", "Het onze", "Een ander punt");
        await deal.RevealAsync();
        await deal.Sentence("PV21", "Eén zin.");
        var put = await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01" });
        var consent = deal.Consent("PV21", "consent", "", put.Json.GetProperty("hash").GetString());
        var answers = deal.Round + "/versies/1/instemmingen";

        Expect.Problem(403, "access.scope", await deal["PV21"].Post(answers, consent));
        Expect.Problem(401, "access.sign-in", await app.AnonymousApi().Post(answers, consent));
        var revoked = await deal.BinderAsync("PV21");
        var pv21 = await app.Id(RegionalDeal.SpeakerOf("PV21"));
        await app.Data(async db =>
        {
            foreach (var token in await db.Set<PersonalToken>().Where(token => token.Person == pv21 && token.Scopes == Scopes.Bind).ToListAsync())
                token.RevokedAt = app.Clock.Now;
            return await db.SaveChangesAsync();
        });
        Expect.Problem(401, "access.sign-in", await revoked.Post(answers, consent));
        var expired = await deal.BinderAsync("PV21");
        app.Clock.Pass(TimeSpan.FromMinutes(16));
        Expect.Problem(401, "access.sign-in", await expired.Post(answers, consent));
        Expect.Problem(403, "access.scope", await (await deal.BinderAsync("PV21")).Get(deal.Round));
        Expect.Problem(400, "consent.other-text", await (await deal.BinderAsync("PV21")).Post(answers, deal.Consent("PV21", "consent", "", "andere tekst")));
        Expect.Problem(400, "consent.concern-needs-harm", await deal.Bind("PV21", 1, "concern"));
        Expect.Problem(
            403,
            "access.party-only",
            await (await deal.BinderAsync("PV21")).Post(answers, deal.Consent("GM1891", "consent", "", put.Json.GetProperty("hash").GetString()))
        );
        Expect.Problem(404, "request.not-there", await (await deal.BinderAsync("PV21")).Post(deal.Round + "/versies/9/instemmingen", consent));
        Expect.Problem(400, "consent.silence-keeps-open", await deal.Facilitator.Post(deal.Round + "/versies/1/vaststelling"));
        Expect.Problem(400, "text.out-for-consent", await deal.Sentence("PV21", "Nog een zin."));
    }

    [Theory, OnEveryDatabase]
    public async Task Without_a_mandate_nobody_binds(Database database)
    {
        var deal = await OpenedAsync(database);
        await deal.HandInAsync("PV21", "Ons vraagstuk", "Eén punt");
        await deal.HandInAsync("GM1891", "Het onze", "Een ander punt");
        await deal.RevealAsync();
        await deal.Sentence("PV21", "Eén zin.");
        await deal.Facilitator.Post(deal.Round + "/versies", new { herzienOp = "2027-06-01" });

        Expect.Problem(400, "consent.mandate-needed", await deal.Bind("PV21", 1, "consent"));
    }

    private async Task<RegionalDeal> OpenedAsync(Database database) => await RegionalDeal.OpenedAsync(app = await apps.On(database));
}
