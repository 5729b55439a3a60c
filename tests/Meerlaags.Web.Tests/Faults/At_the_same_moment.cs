using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Blind;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Faults;

/// <summary>People act at the same moment: nothing is lost, nothing happens twice, and the journal holds.</summary>
public sealed class At_the_same_moment(Apps apps) : IClassFixture<Apps>
{
    private static readonly Someone Third = new("Adviseur, Wetterskip Fryslân", "derde@voorbeeld.nl");
    private static readonly Someone CoFacilitator = new("Tweede begeleider", "tweede@voorbeeld.nl");

    [Theory, OnEveryDatabase]
    public async Task Of_two_colleagues_who_save_one_is_told_and_neither_loses_words(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        var desk = Pen.Address(table, table.Dantumadiel);
        for (var time = 0; time < 5; time++)
        {
            var pages = new[] { await (await app.As(People.Dantumadiel)).Get(desk), await (await app.As(People.DantumadielColleague)).Get(desk) };

            var answers = await Task.WhenAll(pages.Select((page, who) => page.Post("form.ml-form", Pen.Fields(Pen.Short($"woorden {time} van {who}")))));

            Assert.Equal([302, 409], answers.Select(answer => (int)answer.StatusCode).Order());
            var late = (int)answers[0].StatusCode == 409 ? 0 : 1;
            var told = await answers[late].Content.ReadAsStringAsync();
            Assert.Contains($"woorden {time} van {late}", told);
            Assert.Contains($"woorden {time} van {1 - late}", told);
            Assert.Contains($"woorden {time} van {1 - late}", (await (await app.As(People.Dantumadiel)).Get(desk)).Html);
        }
        await Chains.HoldAsync(app);
    }

    [Theory, OnEveryDatabase]
    public async Task Handing_in_twenty_times_at_once_is_one_act(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        var page = await (await app.As(People.Dantumadiel)).Get(Pen.Address(table, table.Dantumadiel));

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => page.Post("button[formaction$='handler=HandIn']", Pen.Fields(Pen.Short("dezelfde woorden"))))
        );

        Assert.All(answers, answer => Assert.Equal(302, (int)answer.StatusCode));
        Assert.Single(await FactsAsync(app, table, "formulation-submitted"));
        await Chains.HoldAsync(app);
    }

    [Theory, OnEveryDatabase]
    public async Task A_text_handed_in_while_the_texts_are_revealed_is_blind_or_late_never_both_and_never_lost(Database database)
    {
        var app = await apps.On(database);
        var (blind, late) = (0, 0);
        for (var time = 0; time < 50; time++)
        {
            var table = await Table.SetAsync(app);
            var third = await Scene.SeatAsync(app, table.Id, "Wetterskip Fryslân", Third);
            await table.OpenRoundAsync();
            await Pen.HandInAsync(await app.As(People.Dantumadiel), Pen.Address(table, table.Dantumadiel), Pen.Short("een"));
            await Pen.HandInAsync(await app.As(People.Fryslan), Pen.Address(table, table.Fryslan), Pen.Short("twee"));
            var reveal = await (await app.As(People.Facilitator)).Get($"/samenwerkingen/{table.Id.Value}/rondes/1/onthullen");
            var page = await (await app.As(Third)).Get(Pen.Address(table, third));
            var handIn = () => page.Post("button[formaction$='handler=HandIn']", Pen.Fields(Pen.Short("net op tijd of net te laat")));
            var open = () => reveal.Post("main form.ml-card", ("Known", "true"));

            Func<Task<HttpResponseMessage>>[] acts = time % 2 == 0 ? [handIn, open] : [open, handIn];
            // The first two times one after the other: who is first is then known, and so must be what comes of it.
            var inTurn = time < 2;
            var answers = inTurn ? [await acts[1](), await acts[0]()] : await Task.WhenAll(acts.Select(Task.Run));

            Assert.All(answers, answer => Assert.Equal(302, (int)answer.StatusCode));
            var (text, round) = await app.Data(async db =>
                (await db.Formulations.SingleAsync(text => text.Party == third), await db.Rounds.SingleAsync(round => round.Collaboration == table.Id))
            );
            Assert.True(text.IsSubmitted);
            Assert.NotNull(text.RevealedAt);
            var revealed = Assert.Single(await FactsAsync(app, table, "texts-revealed"));
            Assert.Equal(!text.Submission!.Late, revealed.Content.Contains(third.Value.ToString(), StringComparison.Ordinal));
            Assert.Equal(!text.Submission.Late, round.HandedIn.Any(mark => mark.Party == third));
            Assert.Equal(text.Submission.Late ? 2 : 3, (await FactsAsync(app, table, "formulation-submitted")).Count(line => line.Seal is null));
            Assert.Equal(text.Submission.Late ? 1 : 0, (await FactsAsync(app, table, "late-text-submitted")).Count);
            if (inTurn)
                Assert.Equal(time == 0, text.Submission.Late);
            else
                _ = text.Submission.Late ? late++ : blind++;
        }
        TestContext.Current.SendDiagnosticMessage("{0}: {1} blind, {2} late", database, blind, late);
        await Chains.HoldAsync(app);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_facilitators_who_reveal_at_once_reveal_once(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        await Scene.JoinAsync(app, table.Id, party: null, CoFacilitator, MemberFunction.Facilitator);
        await table.OpenRoundAsync();
        await Pen.HandInAsync(await app.As(People.Dantumadiel), Pen.Address(table, table.Dantumadiel), Pen.Short("een"));
        await Pen.HandInAsync(await app.As(People.Fryslan), Pen.Address(table, table.Fryslan), Pen.Short("twee"));
        var address = $"/samenwerkingen/{table.Id.Value}/rondes/1/onthullen";
        var pages = new[] { await (await app.As(People.Facilitator)).Get(address), await (await app.As(CoFacilitator)).Get(address) };

        var answers = await Task.WhenAll(pages.Select(page => page.Post("main form.ml-card")));

        Assert.Single(answers, answer => (int)answer.StatusCode == 302);
        Assert.Single(answers, answer => (int)answer.StatusCode is 404 or 422);
        Assert.Single(await FactsAsync(app, table, "texts-revealed"));
        await Chains.HoldAsync(app);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_guests_with_one_invitation_one_takes_the_seat(Database database)
    {
        var app = await apps.On(database);
        var table = await Table.SetAsync(app);
        for (var time = 0; time < 5; time++)
        {
            var secret = await InviteAsync(app, table);
            Someone[] guests = [new($"Gast {time}a", $"gast{time}a@voorbeeld.nl"), new($"Gast {time}b", $"gast{time}b@voorbeeld.nl")];
            var people = new[] { await app.Id(guests[0]), await app.Id(guests[1]) };

            var taken = await Task.WhenAll(people.Select(person => Task.Run(() => AcceptAsync(app, person, secret))));

            Assert.Single(taken, answer => answer is null);
            Assert.Single(taken, answer => answer?.Code == "invitation.used");
            Assert.Equal(1, await app.Data(db => db.Memberships.CountAsync(place => people.Contains(place.Person))));
        }
        await Chains.HoldAsync(app);
    }

    [Theory, OnEveryDatabase]
    public async Task Of_two_guests_who_make_an_account_with_one_address_one_is_told(Database database)
    {
        var app = await apps.On(database);
        for (var time = 0; time < 5; time++)
        {
            var email = $"dezelfde{time}@voorbeeld.nl";
            var pages = new List<WebPage>();
            for (var invitation = 0; invitation < 2; invitation++)
                pages.Add(await app.Anonymous().Get($"/uitnodiging/{await InviteAsync(app, await Table.SetAsync(app))}"));

            var answers = await Task.WhenAll(
                pages.Select(page =>
                    page.Submit(
                        "form:has([name='Input.Password'])",
                        ("Input.DisplayName", "Dezelfde"),
                        ("Input.Email", email),
                        ("Input.Password", Someone.Password),
                        ("Input.Repeated", Someone.Password)
                    )
                )
            );

            Assert.Single(answers, answer => answer.Status == 200);
            Assert.Single(answers, answer => answer.Status == 422 && answer.Alert.Contains("heeft al een account", StringComparison.Ordinal));
            Assert.Equal(1, await app.Data(db => db.Users.CountAsync(account => account.Email == email)));
        }
        await Chains.HoldAsync(app);
    }

    [Theory, OnEveryDatabase]
    public async Task Two_binding_answers_of_one_party_at_once_both_stand_in_order_and_the_last_one_counts(Database database)
    {
        var app = await apps.On(database);
        var table = await PutAsync(app);
        var pages = new[] { await ConsentAsync(app, table, People.Dantumadiel), await ConsentAsync(app, table, People.DantumadielColleague) };

        var answers = await Task.WhenAll(
            pages[0].Post("main form.ml-form", Binding("Consent", "")),
            pages[1].Post("main form.ml-form", Binding("Concern", "We vrezen voor het dorp."))
        );

        Assert.All(answers, answer => Assert.Equal(302, (int)answer.StatusCode));
        var version = await app.Data(db => db.TextVersions.SingleAsync(version => version.Collaboration == table.Id));
        Assert.Equal([1, 2], version.Consents.Select(consent => consent.Number).Order());
        var last = version.Consents.Single(consent => consent.Number == 2);
        Assert.Equal(last.Choice, version.BindingAnswerOf(table.Dantumadiel)!.Choice);
        Assert.Equal(2, (await FactsAsync(app, table, "consent-given")).Count);
        await Chains.HoldAsync(app);
    }

    [Theory, OnEveryDatabase]
    public async Task The_last_two_answers_at_once_establish_one_shared_issue(Database database)
    {
        var app = await apps.On(database);
        for (var time = 0; time < 5; time++)
        {
            var table = await PutAsync(app);
            var pages = new[] { await ConsentAsync(app, table, People.Dantumadiel), await ConsentAsync(app, table, People.Fryslan) };

            var answers = await Task.WhenAll(pages.Select(page => page.Post("main form.ml-form", Binding("Consent", ""))));

            Assert.All(answers, answer => Assert.Equal(302, (int)answer.StatusCode));
            Assert.Equal(1, await app.Data(db => db.SharedIssues.CountAsync(issue => issue.Collaboration == table.Id)));
            Assert.Single(await FactsAsync(app, table, "shared-issue-established"));
            Assert.Single(await FactsAsync(app, table, "round-closed"));
        }
        await Chains.HoldAsync(app);
    }

    private static async Task<Table> PutAsync(TestApp app)
    {
        var table = await Table.SetAsync(app);
        await table.OpenRoundAsync();
        foreach (var person in new[] { People.Dantumadiel, People.DantumadielColleague, People.Fryslan })
            await table.GiveMandateAsync(person);
        await Pen.HandInAsync(await app.As(People.Dantumadiel), Pen.Address(table, table.Dantumadiel), Pen.Short("een"));
        await Pen.HandInAsync(await app.As(People.Fryslan), Pen.Address(table, table.Fryslan), Pen.Short("twee"));
        var facilitator = await app.As(People.Facilitator);
        var round = $"/samenwerkingen/{table.Id.Value}/rondes/1";
        await (await facilitator.Get($"{round}/onthullen")).Submit("main form.ml-card");
        await (await facilitator.Get($"{round}/tekst")).Submit("form[action$='handler=Add']", ("Sentence.Text", "Dit is ons vraagstuk."));
        Assert.Contains("vastgelegd", (await (await facilitator.Get($"{round}/voorleggen")).Submit()).Done);
        return table;
    }

    private static async Task<string> InviteAsync(TestApp app, Table table)
    {
        var secret = Secret.New();
        await Scene.ChangeAsync(
            app,
            table.Id,
            (db, at, act) =>
            {
                var seat = new InvitedSeat(MemberFunction.Representative, table.Fryslan, null, "Iemand");
                Invitation.Make(new InvitationId(Guid.CreateVersion7()), at, seat, Secret.Hash(secret), act).Is(out var made, out var refusal);
                db.Add(made!);
                return Task.FromResult(refusal);
            }
        );
        return secret;
    }

    private static async Task<WebPage> ConsentAsync(TestApp app, Table table, Someone person) =>
        await (await app.As(person)).Get($"/samenwerkingen/{table.Id.Value}/rondes/1/instemming");

    private static (string, string)[] Binding(string choice, string reason) =>
        [("Input.Choice", choice), ("Input.Reason", reason), ("Input.Binding", "true"), ("Input.Password", Someone.Password)];

    private static async Task<Refusal?> AcceptAsync(TestApp app, PersonId person, string secret)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Viewer>().Is(person, administrator: false);
        return (await scope.ServiceProvider.GetRequiredService<AcceptInvitation>().WithAsync(secret, null, CancellationToken.None)).Refusal;
    }

    private static Task<List<JournalLine>> FactsAsync(TestApp app, Table table, string fact) =>
        app.Data(db => db.Set<JournalLine>().Where(line => line.Chain == table.Id.Value && line.Fact == fact).ToListAsync());
}
