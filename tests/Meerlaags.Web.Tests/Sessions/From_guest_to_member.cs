using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Sessions;

/// <summary>Who wrote along as a guest is invited afterwards: on the same phone, with an account of its own.</summary>
public sealed class From_guest_to_member(Apps apps) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task A_guest_who_is_invited_makes_an_account_and_sits_down(Database database)
    {
        var hall = await Hall.OpenAsync(await apps.On(database));
        var home = $"/samenwerkingen/{hall.Table.Id.Value}";
        var phone = await hall.JoinAsync("Wethouder", hall.Table.Dantumadiel);
        await hall.HandInAsync(phone, hall.Table.Dantumadiel, "Starters vertrekken");
        var invited = await (await hall.Facilitator.Get(home + "/uitnodigen")).Submit(
            ("Input.For", "de wethouder"),
            ("Input.Function", "Representative"),
            ("Input.Party", hall.Table.Dantumadiel.Value.ToString())
        );
        var link = new Uri(invited.Document.QuerySelector("#uitnodiging")!.TextContent.Trim()).AbsolutePath;

        var page = await phone.Get(link);
        var welcome = await page.Submit(
            "form[action$='handler=New']",
            ("Input.DisplayName", "De wethouder"),
            ("Input.Email", $"wethouder-{database}@voorbeeld.nl"),
            ("Input.Password", "een lange zin als wachtwoord"),
            ("Input.Repeated", "een lange zin als wachtwoord")
        );

        Assert.Equal(home, welcome.Address);
        Assert.Contains("Welkom", welcome.Done);
        Assert.Contains("Starters vertrekken", (await phone.Get(hall.Desk(hall.Table.Dantumadiel))).Text);
        Assert.Equal(200, (await phone.Get(home + "/logboek")).Status);
    }
}
