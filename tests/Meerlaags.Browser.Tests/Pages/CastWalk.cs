using System.Text;
using Meerlaags.Browser.Tests.Harness;
using Microsoft.Playwright;

namespace Meerlaags.Browser.Tests.Pages;

/// <summary>Members of the cast went along the pages of the access table.</summary>
/// <param name="Faults">What was wrong along the way.</param>
/// <param name="Patterns">The patterns of the pages that were seen.</param>
public sealed record CastWalk(IReadOnlyList<string> Faults, IReadOnlySet<string> Patterns)
{
    private static readonly Guid Nobody = Guid.Parse("01900000-0000-7000-8000-000000000000");

    /// <summary>The cast goes along all pages.</summary>
    /// <param name="product">The product, with the demo.</param>
    /// <param name="look">What to do on each page; answers what is wrong with it.</param>
    /// <param name="everyCollaboration">Whether each page is seen in every collaboration, or in one.</param>
    public static async Task<CastWalk> AlongAsync(Product product, Func<Visit, Task<IEnumerable<string>>> look, bool everyCollaboration = true)
    {
        await using var window = await product.OpenAsync(product.Shown);
        List<string> faults = [];
        HashSet<string> general = [];
        HashSet<string> patterns = [];
        foreach (var (member, starts) in Starts)
        {
            var visit = member.Length == 0 ? await window.OpenAsync() : await window.AsAsync(member);
            // What is no part of a collaboration is the same for all. A party sees each page of every collaboration, a facilitator one of each.
            HashSet<string> visited = [.. general];
            var walk = new Walk(visit, visited, everyCollaboration && member == "dantumadiel");
            var more = member switch
            {
                "begeleider" => await SometimesLinkedAsync(visit),
                "dantumadiel" => await DoorsAsync(visit),
                "beheerder" => await BeginAsync(visit),
                _ => [],
            };
            await walk.From([.. starts, .. more], look);
            faults.AddRange(walk.Faults.Select(fault => $"{member}: {fault}"));
            general.UnionWith(visited.Where(key => !everyCollaboration || !key.StartsWith("/samenwerkingen/{", StringComparison.Ordinal)));
            patterns.UnionWith(walk.Seen);
            await visit.Page.CloseAsync();
        }
        return new CastWalk(faults, patterns);
    }

    // Where each of them begins. Some pages are reached by an address alone: a fault, a secret that somebody was given.
    private static readonly (string Member, string[] Starts)[] Starts =
    [
        (
            "",
            [
                "/",
                "/fout/401",
                "/fout/404",
                "/fout/410",
                "/fout/500",
                "/meedoen",
                "/meedoen/VOORBIJ",
                "/deelname",
                "/vertrouwen",
                "/uitnodiging/verlopen",
                $"/wachtwoord-instellen/{Nobody}/verlopen",
            ]
        ),
        ("dantumadiel", ["/mijn-overzicht", "/afmelden"]),
        ("begeleider", ["/mijn-overzicht"]),
        ("beheerder", ["/beheer"]),
    ];

    // Links lead there at some moments only: before a round, and when the text is ready for a next version.
    private static async Task<IEnumerable<string>> SometimesLinkedAsync(Visit facilitator) =>
        (await facilitator.Page.EvaluateAsync<string[]>(Homes)).SelectMany(home =>
            new[] { home + "/rondes/nieuw", home + "/rondes/1/voorleggen", home + "/rondes/1/zaal", home + "/rondes/1/scherm", home + "/rondes/1/volgorde" }
        );

    // The door of a party is linked while a room is open.
    private static async Task<IEnumerable<string>> DoorsAsync(Visit member)
    {
        List<string> doors = [];
        await member.GoTo("/mijn-overzicht");
        foreach (var home in await member.Page.EvaluateAsync<string[]>(Homes))
        {
            await member.GoTo(home + "/rondes/1");
            doors.AddRange(await member.Page.EvaluateAsync<string[]>(Desks));
        }
        return doors.Select(desk => desk.Replace("/schrijven/", "/deur/", StringComparison.Ordinal));
    }

    // A review of rights, a region of one's own and a newer register are there once somebody began one.
    private static async Task<IEnumerable<string>> BeginAsync(Visit administrator)
    {
        var page = administrator.Page;
        await administrator.GoTo("/beheer/rechtentoets");
        if (await page.Locator("main form button").CountAsync() > 0)
            await administrator.Press(page.Locator("main form button"));
        await administrator.GoTo("/beheer/regios");
        if (await page.Locator("main a[href^='/beheer/regios/']").CountAsync() == 0)
        {
            await page.FillAsync("#Input-Name", "Regio Deal Noordoost Fryslân");
            await page.FillAsync("#Input-Source", "Convenant (bedacht)");
            await administrator.Press(page.Locator("main form button"));
        }
        await administrator.GoTo("/beheer/register");
        if (await page.Locator("main a[href^='/beheer/register/']").CountAsync() == 0)
        {
            await page.SetInputFilesAsync(
                "#Files",
                new FilePayload
                {
                    Name = "regios.csv",
                    MimeType = "text/csv",
                    Buffer = Encoding.UTF8.GetBytes(NewerRegister),
                }
            );
            await page.FillAsync("#Input-Source", "Bedacht");
            await administrator.Press(page.Locator("main form button"));
            await page.Locator("#besluit").WaitForAsync();
        }
        return [];
    }

    private const string NewerRegister = "kind,code,name,tooi_id,verified,source,note\ncorop,CR99,Bedacht,,no,bedacht,\n";

    private const string Homes = "() => [...document.querySelectorAll('.ml-rows__title a')].map(link => link.getAttribute('href'))";

    private const string Desks = "() => [...document.querySelectorAll('main a[href*=\"/schrijven/\"]')].map(link => link.getAttribute('href'))";

    /// <summary>Nothing was wrong.</summary>
    public void AssertFine() => Assert.True(Faults.Count == 0, string.Join('\n', Faults));
}
