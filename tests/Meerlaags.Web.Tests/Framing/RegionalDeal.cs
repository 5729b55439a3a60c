using System.Text.Json;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Framing;

/// <summary>
/// The table of the Regio Deal Noordoost-Fryslân II, set by a program: four municipalities, the province and the Rijk with two ministries.
/// Wetterskip Fryslân is added as our example. Texts are invented.
/// </summary>
internal sealed class RegionalDeal
{
    /// <summary>The parties, in the order of a table.</summary>
    public static readonly string[] Codes = ["RIJK", "PV21", "WS0653", "GM0059", "GM1891", "GM1970", "GM0737"];

    private static readonly string[] Full = [Scopes.Read, Scopes.Write, Scopes.Facilitate];

    private readonly TestApp app;
    private readonly Dictionary<string, Api> speakers = [];
    private readonly Dictionary<string, Guid> parties = [];

    private RegionalDeal(TestApp app, Api facilitator, string home) => (this.app, Facilitator, Home) = (app, facilitator, home);

    /// <summary>Leads the process.</summary>
    public Api Facilitator { get; }

    /// <summary>The address of the collaboration.</summary>
    public string Home { get; }

    /// <summary>The address of the first round.</summary>
    public string Round => Home + "/rondes/1";

    /// <summary>The program of the party with this code.</summary>
    public Api this[string code] => speakers[code];

    /// <summary>Whether the party with this code is at the table.</summary>
    public bool Speaks(string code) => speakers.ContainsKey(code);

    /// <summary>The id of the party with this code.</summary>
    public Guid Id(string code) => parties[code];

    /// <summary>Someone who speaks for the party with this code.</summary>
    public static Someone SpeakerOf(string code) => new($"Vertegenwoordiger {code}", $"{code.ToLowerInvariant()}@voorbeeld.nl");

    /// <summary>Starts the collaboration, seats and invites everyone, and lets them accept.</summary>
    public static async Task<RegionalDeal> StartAsync(TestApp app, params string[] codes)
    {
        var facilitator = await app.Api(People.Facilitator, Full);
        var started = await facilitator.Post(
            "/api/v1/samenwerkingen",
            new
            {
                opgave = "Noordoost-Fryslân: blijven kunnen wonen, werken en leven",
                regio = "Noordoost-Fryslân",
                partijen = codes.Where(code => code != "WS0653").Select(Wish).ToArray(),
            }
        );
        Assert.True(started.Status == 201, started.Body);
        var deal = new RegionalDeal(app, facilitator, $"/api/v1/samenwerkingen/{started.Id}");
        if (codes.Contains("WS0653"))
            Assert.Equal(201, (await facilitator.Post(deal.Home + "/partijen", Wish("WS0653"))).Status);
        foreach (var party in (await facilitator.Get(deal.Home)).Json.GetProperty("partijen").EnumerateArray())
            deal.parties[party.GetProperty("code").GetString()!] = party.GetProperty("id").GetGuid();
        foreach (var code in codes)
            deal.speakers[code] = await deal.InviteAsync(SpeakerOf(code), code);
        return deal;
    }

    /// <summary>A smaller table with its first round open.</summary>
    public static async Task<RegionalDeal> OpenedAsync(TestApp app)
    {
        var deal = await StartAsync(app, "RIJK", "PV21", "GM1891", "GM1970");
        await deal.OpenAsync();
        return deal;
    }

    /// <summary>Seats someone at a party; answers the program of this person.</summary>
    public async Task<Api> InviteAsync(Someone guest, string code)
    {
        var invited = await Facilitator.Post(
            Home + "/uitnodigingen",
            new
            {
                functie = "representative",
                partij = Id(code),
                stem = code == "RIJK" ? "MNRE1034" : null,
                voor = guest.Name,
            }
        );
        Assert.True(invited.Status == 201, invited.Body);
        var api = await app.Api(guest, Scopes.Read, Scopes.Write);
        var accepted = await api.Post("/api/v1/uitnodigingen/aanvaardingen", new { geheim = invited.Json.GetProperty("geheim").GetString() });
        Assert.Equal(201, accepted.Status);
        return api;
    }

    /// <summary>Puts on record that everyone may bind the own party.</summary>
    public async Task GiveMandatesAsync()
    {
        foreach (var member in (await Facilitator.Get(Home)).Json.GetProperty("leden").EnumerateArray())
        {
            if (member.GetProperty("partij").ValueKind == JsonValueKind.Null)
                continue;
            var recorded = await Facilitator.Post(
                $"{Home}/leden/{member.GetProperty("id").GetGuid()}/mandaten",
                new
                {
                    vanaf = DateOnly.FromDateTime(app.Clock.Now.Date),
                    totEnMet = (DateOnly?)null,
                    besluit = "Besluit van het bestuur (voorbeeld)",
                    grenzen = (string?)null,
                }
            );
            Assert.True(recorded.Status == 204, recorded.Body);
        }
    }

    /// <summary>Opens the first round.</summary>
    public async Task OpenAsync() => Assert.Equal(201, (await Facilitator.Post(Home + "/rondes")).Status);

    /// <summary>Keeps a draft of a party.</summary>
    public Task<ApiAnswer> Keep(string code, int version, string issue, params object[] points) =>
        this[code].Put($"{Round}/formuleringen/{Id(code)}", Draft(version, issue, points));

    /// <summary>Writes and hands in.</summary>
    public async Task HandInAsync(string code, string issue, params object[] points)
    {
        var kept = await Keep(code, 0, issue, points);
        Assert.True(kept.Status == 200, kept.Body);
        var handedIn = await this[code].Post($"{Round}/formuleringen/{Id(code)}/indiening", new { versie = kept.Json.GetProperty("versie").GetInt32() });
        Assert.True(handedIn.Status == 201, handedIn.Body);
    }

    /// <summary>Opens all texts.</summary>
    public async Task RevealAsync() => Assert.Equal(201, (await Facilitator.Post(Round + "/onthulling")).Status);

    /// <summary>A program that may bind a party, made with the password.</summary>
    public async Task<Api> BinderAsync(string code)
    {
        var made = await this[code].Post("/api/v1/sleutels/bindend", new { wachtwoord = Someone.Password });
        Assert.Equal(201, made.Status);
        return new Api(app.Server.CreateHandler(), made.Json.GetProperty("sleutel").GetString());
    }

    /// <summary>A binding answer.</summary>
    public async Task<ApiAnswer> Bind(string code, int version, string choice, string reason = "")
    {
        var hash = (await this[code].Get($"{Round}/versies/{version}")).Json.GetProperty("hash").GetString();
        return await (await BinderAsync(code)).Post($"{Round}/versies/{version}/instemmingen", Consent(code, choice, reason, hash));
    }

    /// <summary>A party adds a sentence that stands on no point.</summary>
    public Task<ApiAnswer> Sentence(string code, string words, Guid? submit = null) =>
        this[code]
            .Post(
                Round + "/tekst/zinnen",
                new
                {
                    tekst = words,
                    punten = Array.Empty<Guid>(),
                    namens = Id(code),
                },
                submit
            );

    /// <summary>The body of an answer.</summary>
    public object Consent(string code, string choice, string reason, string? hash) =>
        new
        {
            namens = Id(code),
            keuze = choice,
            reden = reason,
            hash,
        };

    /// <summary>The body of a draft.</summary>
    public static object Draft(int version, string issue, params object[] points) =>
        new
        {
            versie = version,
            antwoorden = new[] { new { vraag = "issue", tekst = issue } },
            punten = points.Select(point => point is string text ? new { tekst = text } : point).ToArray(),
        };

    private static object Wish(string code) =>
        new
        {
            code,
            naam = (string?)null,
            stemmen = code == "RIJK" ? new[] { "MNRE1034", "MNRE1153" } : [],
        };
}
