using Meerlaags.Browser.Tests.Harness;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>An administrator who reads English looks after people, rights and the journal.</summary>
public sealed class Looking_after_the_installation(Product product)
{
    private const string Newcomer = "adviseur@voorbeeld.invalid";
    private const string Password = "een lange zin als wachtwoord";

    [Theory, OnBothDatabases]
    public async Task What_asks_for_attention_is_done_people_are_looked_after_and_rights_are_signed_for(Database database)
    {
        var (installation, welcome) = await Installation.EmptyAsync("beheerder@voorbeeld.invalid", "Beheerder", database);
        await using var place = installation;
        await using var desk = await product.OpenAsync(installation, language: "en");
        await using var elsewhere = await product.OpenAsync(installation, language: "en", width: Product.Phone);
        var (administrator, newcomer) = (await desk.OpenAsync(), await elsewhere.OpenAsync());

        await ChoosesAsync(administrator, welcome.PathAndQuery);
        await SignsInAsync(administrator, "beheerder@voorbeeld.invalid");
        await VisitsEveryRoomAsync(administrator);
        await VerifiesAsync(administrator);
        await AddsAsync(administrator, newcomer);
        await BlocksAsync(administrator, newcomer);
        await SignsAsync(administrator);
        await newcomer.GoTo("/mijn-overzicht");
        await newcomer.Arrives("/aanmelden");
        await administrator.GoTo("/beheer");
        await administrator.Says("Nothing asks for attention");
        await administrator.IsFine();
    }

    private static async Task VisitsEveryRoomAsync(Visit administrator)
    {
        await administrator.GoTo("/beheer");
        await administrator.Says("Nothing asks for attention");
        await administrator.IsFine();
        var rooms = await administrator
            .Page.Locator("section[aria-labelledby=kamers] a")
            .EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        Assert.Equal(10, rooms.Length);
        foreach (var room in rooms)
        {
            Assert.Equal(200, await administrator.GoTo(room));
            await administrator.IsFine();
        }
    }

    private static async Task VerifiesAsync(Visit administrator)
    {
        await administrator.GoTo("/beheer");
        await administrator.Follow("Journal");
        await administrator.Press("Verify the journal");
        await administrator.Says("The journal is whole.");
        await administrator.Says("Verified chains: 1 of 1.");
        await administrator.IsFine();
    }

    private static async Task AddsAsync(Visit administrator, Visit newcomer)
    {
        await administrator.GoTo("/beheer/uitnodigingen");
        await administrator.Fill("Name", "Nieuwe adviseur");
        await administrator.Fill("E-mail address", Newcomer);
        await administrator.Press("Make the account");
        await administrator.Says("Hand over this link");
        await administrator.IsFine();
        await ChoosesAsync(newcomer, new Uri(await administrator.Page.Locator(".ml-secret__value").InnerTextAsync()).PathAndQuery);
        await SignsInAsync(newcomer, Newcomer);
    }

    private static async Task BlocksAsync(Visit administrator, Visit newcomer)
    {
        await FindsAsync(administrator);
        await administrator.Page.ClickAsync("summary:has-text('Block the account')");
        await administrator.Press("Block the account");
        await administrator.Says("Fill this in.");
        await administrator.IsFine();
        await administrator.Page.FillAsync("#Block-Reason", "Phone was stolen");
        await administrator.Press("Block the account");
        await administrator.Says("The account is blocked.");
        await administrator.IsFine();
        await newcomer.GoTo("/mijn-overzicht");
        await newcomer.Arrives("/aanmelden");

        await administrator.Press("Unblock the account");
        await administrator.Says("The person can sign in again.");
        await administrator.Says("Phone was stolen");
        await SignsInAsync(newcomer, Newcomer);
    }

    private static async Task SignsAsync(Visit administrator)
    {
        await administrator.GoTo("/beheer/rechtentoets");
        await administrator.Press("Fix the list and begin");
        await administrator.Says("Left to decide");
        await administrator.GoTo("/beheer");
        await administrator.Says("is not signed yet");
        await administrator.Follow("To the review of rights");
        await administrator.Follow("Go on");
        await administrator.IsFine();
        var right = administrator.Page.Locator("fieldset", new() { HasText = Newcomer });
        await right.GetByLabel("ends").First.CheckAsync();
        await administrator.Press("Save, and let the rest of this page stay");
        await administrator.Says("Correct 1 answer");
        await administrator.IsFine();
        await right.GetByLabel("Reason").FillAsync("Came by mistake");
        await administrator.Press("Save, and let the rest of this page stay");
        await administrator.Says("Every right has a decision.");
        await administrator.Page.FillAsync("#Input-Password", Password);
        await administrator.Press("Sign the review");
        await administrator.Says("Ends: 1.");
        await administrator.IsFine();
        var table = await administrator.Page.RunAndWaitForDownloadAsync(() => administrator.Link("Take along as a table (CSV)").ClickAsync());
        Assert.Contains(
            "Came by mistake",
            await File.ReadAllTextAsync(await table.PathAsync(), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );

        await FindsAsync(administrator);
        await administrator.Says("blocked since");
        await administrator.GoTo("/beheer/logboek");
        await administrator.Says("signed the review of rights");
        await administrator.Says("began a review of rights");
        await administrator.IsFine();
    }

    private static async Task ChoosesAsync(Visit visit, string link)
    {
        await visit.GoTo(link);
        await visit.IsFine();
        await visit.Page.FillAsync("#Input-Password", Password);
        await visit.Page.FillAsync("#Input-Again", Password);
        await visit.Press(visit.Page.Locator("main button[type=submit]"));
        await visit.Arrives("/aanmelden");
    }

    private static async Task SignsInAsync(Visit visit, string email)
    {
        await visit.Page.FillAsync("#Input-Email", email);
        await visit.Page.FillAsync("#Input-Password", Password);
        await visit.Press(visit.Page.Locator("main button[type=submit]"));
        await visit.Arrives("/mijn-overzicht");
        await visit.IsFine();
    }

    private static async Task FindsAsync(Visit administrator)
    {
        await administrator.GoTo("/beheer/mensen");
        await administrator.Page.FillAsync("#zoek", "adviseur");
        await administrator.Press("Search");
        await administrator.IsFine();
        await administrator.Follow("Nieuwe adviseur");
        await administrator.Says("What administrators decided");
    }
}
