using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Journey;

/// <summary>The members of the cast around one of the example collaborations, all in one browser.</summary>
public sealed class Table(Window window, string challenge)
{
    private readonly Dictionary<string, Visit> visits = [];
    private string? home;

    /// <summary>The page of a member of the cast, signed in.</summary>
    public async Task<Visit> Of(string member)
    {
        if (!visits.TryGetValue(member, out var visit))
            visits[member] = visit = await window.AsAsync(member);
        return visit;
    }

    /// <summary>A member goes to a page of the round, or to the overview: <c>/rondes/1/tekst</c>.</summary>
    public async Task<Visit> At(string member, string page)
    {
        var visit = await Of(member);
        if (home is null)
        {
            await visit.GoTo("/mijn-overzicht");
            home = (await visit.Page.Locator(".ml-rows__title a", new() { HasText = challenge }).GetAttributeAsync("href"))!;
        }
        Assert.Equal(200, await visit.GoTo(home + page));
        return visit;
    }

    /// <summary>A member opens the writing page of a party.</summary>
    public async Task<Visit> Writes(string member, string link)
    {
        var visit = await At(member, "/rondes/1");
        await visit.Follow(link);
        await visit.Arrives("/schrijven/");
        return visit;
    }

    /// <summary>A member answers on the version that is out.</summary>
    public async Task<Visit> Answers(string member, string choice, bool binding, string reason = "")
    {
        var visit = await At(member, "/rondes/1/instemming");
        await visit.Page.CheckAsync($"#keuze-{choice}");
        await visit.Page.FillAsync("#Input-Reason", reason);
        if (binding)
            await visit.Page.Locator("[id^=bindend-]").First.CheckAsync();
        await visit.Press("Geef dit antwoord");
        await Assertions.Expect(visit.Page.Locator("main [role=status].utrecht-alert--ok")).ToBeVisibleAsync();
        return visit;
    }

    /// <summary>The facilitator freezes the text and asks consent.</summary>
    public async Task Put()
    {
        var visit = await At("begeleider", "/rondes/1/tekst");
        await visit.Follow("Naar het vastleggen");
        await visit.Page.FillAsync(
            "#RecheckOn",
            TimeProvider.System.GetUtcNow().AddDays(200).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
        );
        await visit.Press("Leg vast en vraag instemming");
        await visit.Says("De tekst is vastgelegd.");
    }

    /// <summary>Nothing hinders anybody on the pages that are open now.</summary>
    public async Task AreFine()
    {
        foreach (var visit in visits.Values)
            await visit.IsFine();
    }
}
