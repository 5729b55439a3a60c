using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Tests.Harness;
using Meerlaags.Web.Tests.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>A guest is there for one round. Texts of another one, which members have just read, are not handed on to that guest.</summary>
public sealed class A_guest_of_another_round(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task Does_not_get_what_was_made_for_members(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var guest = await hall.JoinAsync("Gast", hall.Table.Fryslan);
        var (dantumadiel, fryslan) = (await hall.App.As(People.Dantumadiel), await hall.App.As(People.Fryslan));
        await hall.HandInAsync(dantumadiel, hall.Table.Dantumadiel, "Eerste ronde");
        await hall.HandInAsync(fryslan, hall.Table.Fryslan, "Ook de eerste");
        await hall.RevealAsync();
        await NextRoundAsync(hall);
        var second = hall.Round.Replace("/rondes/1", "/rondes/2", StringComparison.Ordinal);
        await HandInAsync(dantumadiel, $"{second}/schrijven/{hall.Table.Dantumadiel.Value}", "Niet voor deze gast");
        await HandInAsync(fryslan, $"{second}/schrijven/{hall.Table.Fryslan.Value}", "Ook niet");
        await (await hall.Facilitator.Get(second + "/onthullen")).Submit("main form.ml-card", ("Known", "true"));

        Assert.Contains("Niet voor deze gast", (await fryslan.Get(second + "?handler=Texts")).Html);
        Assert.DoesNotContain("Niet voor deze gast", (await guest.Get(second + "?handler=Texts")).Html);
        Assert.Contains("Niet voor deze gast", (await fryslan.Get(second + "?handler=Texts")).Html);
        Assert.Contains("Eerste ronde", (await guest.Get(hall.Round + "?handler=Texts")).Html);
    }

    private static async Task HandInAsync(Browser browser, string desk, string issue) =>
        await (await browser.Get(desk)).Submit(
            "button[formaction$='handler=HandIn']",
            ("Input.Answers[issue]", issue),
            ("Input.Points", "Een gedachte"),
            ("Input.PointIds", ""),
            ("Input.Voices", "")
        );

    private static Task NextRoundAsync(Hall hall) =>
        Scene.ChangeAsync(
            hall.App,
            hall.Table.Id,
            async (db, table, act) =>
            {
                var first = await db.Rounds.SingleAsync(round => round.Collaboration == table.Id);
                if (first.CloseUndecided("Dat weten we nog niet.", act.Today.AddYears(1), table, [], act) is { } refusal)
                    return refusal;
                FramingRound
                    .Open(new RoundId(Guid.CreateVersion7()), table, [first], new QuestionSetReference("vraagstuk", 1), act)
                    .Is(out var next, out var no);
                if (next is not null)
                    db.Add(next);
                return no;
            }
        );
}
