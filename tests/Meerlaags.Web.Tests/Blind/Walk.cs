using System.Text;
using System.Text.Json;
using Meerlaags.Web.Tests.Access;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>Goes to every door of two worlds as every outsider and compares what is answered.</summary>
internal sealed class Walk(Worlds worlds, Guid statement = default)
{
    // Not doors but answers all the same: the search with a word of the hidden text, and what is not there.
    private static readonly string[] Aside = ["/niet-er", "/api/v1/niet-er", "/organisaties?zoek=opgroeien", "/api/v1/organisaties?zoek=opgroeien"];

    // The acts that open texts; their facilitator is looked at apart.
    private static readonly string[] PartyHole = ["{party", "{partij"];

    private static readonly string[] Revealing =
    [
        "/onthullen",
        "/onthulling",
        "/kritiek/{candidate:int=1}?handler=Open",
        "/stellingen?handler=Open",
        "/standpunten/opening",
    ];

    private const string Shared = "?handler=Texts";

    // A new code is another one in each world.
    private const string Random = "handler=Renew";

    private readonly Dictionary<(World, Outsider), (string Cookies, string Token)> forms = [];
    private readonly Dictionary<World, IReadOnlyList<Guid>> hidden = [];
    private IReadOnlyList<Door> doors = [];

    /// <summary>Answers compared so far.</summary>
    public int Compared { get; private set; }

    /// <summary>Everyone reads everything; answers what differs or shows the hidden text.</summary>
    public async Task<IReadOnlyList<string>> ReadAsync(string stage, Func<Outsider, bool>? only = null)
    {
        await LookAsync();
        var asks = doors.Where(door => door.Method is "GET" or "ANY").SelectMany(Addresses).Concat(Aside.Select(Same)).ToList();
        var wrong = new List<string>();
        foreach (var who in worlds.Scene.Outsiders.Where(only ?? (_ => true)))
        foreach (var ask in asks.Where(ask => who.Token is null || ask.Name.Contains("/api/", StringComparison.Ordinal)))
            wrong.AddRange(await CompareAsync($"{stage}, {who.Who}, GET {ask.Name}", world => SendAsync(world, who, HttpMethod.Get, ask, null)));
        return wrong;
    }

    /// <summary>Everyone tries everything, with the hidden ids and for their own party, for the author's and for none; the facilitator comes last.</summary>
    public async Task<IReadOnlyList<string>> TryAsync(string stage)
    {
        await LookAsync();
        var asks = doors.Where(door => door.Method is not ("GET" or "ANY")).ToList();
        var table = worlds.Scene.Table;
        var wrong = new List<string>();
        foreach (var who in worlds.Scene.Outsiders)
        foreach (var acting in new[] { "", table.Dantumadiel.Value.ToString(), table.Fryslan.Value.ToString() })
        foreach (var door in asks.Where(door => door.IsApi == who.Token is not null))
        {
            if (who.Reveals && Revealing.Append(Random).Any(door.Address.Contains))
                continue;
            foreach (var ask in Addresses(door))
                wrong.AddRange(
                    await CompareAsync(
                        $"{stage}, {who.Who} as '{acting}', {door.Method} {ask.Name}",
                        world => SendAsync(world, who, HttpMethod.Parse(door.Method), ask, acting)
                    )
                );
        }
        return wrong;
    }

    private async Task LookAsync()
    {
        doors = await Doors.OfAsync(worlds.Quiet.App);
        hidden[worlds.Quiet] = await worlds.Quiet.HiddenAsync();
        hidden[worlds.Telling] = await worlds.Telling.HiddenAsync();
    }

    private async Task<IEnumerable<string>> CompareAsync(string question, Func<World, Task<Answer>> send)
    {
        // Open texts are kept for two seconds for all who ask. Time passes alike in both worlds, so that both make them anew.
        if (question.Contains(Shared, StringComparison.Ordinal))
            await worlds.InBothAsync(world =>
            {
                world.App.Clock.Pass(TimeSpan.FromSeconds(3));
                return Task.CompletedTask;
            });
        var quiet = await send(worlds.Quiet);
        var telling = await send(worlds.Telling);
        Compared++;
        return (quiet with { Question = question }).Against(telling).Concat((telling with { Question = question }).Marked());
    }

    private IEnumerable<Ask> Addresses(Door door)
    {
        var table = worlds.Scene.Table;
        var parties = PartyHole.Any(door.Address.Contains) ? new[] { table.Dantumadiel, table.Fryslan } : [table.Dantumadiel];
        return parties.Select(party => new Ask(
            door.Address + (party == table.Dantumadiel ? "" : " (own party)"),
            ids =>
                door.For(
                    table,
                    name =>
                        name switch
                        {
                            "party" or "partij" => party.Value.ToString(),
                            "text" or "tekst" or "merk" or "zin" => ids[0].ToString(),
                            "point" or "punt" => ids[1].ToString(),
                            "statement" or "stelling" => statement.ToString(),
                            "code" when door.Address.StartsWith("/meedoen/", StringComparison.Ordinal) => worlds.Scene.Lobby,
                            "id" or "round" or "number" or "ronde" or "versie" or "code" or "candidate" or "kandidaat" => null,
                            "documentName" => "v1",
                            _ => Guid.Empty.ToString(),
                        }
                )
        ));
    }

    private static Ask Same(string address) => new(address, _ => address);

    private async Task<Answer> SendAsync(World world, Outsider who, HttpMethod method, Ask ask, string? acting)
    {
        var ids = hidden[world];
        var form = acting is null || who.Token is not null ? default : await FormAsync(world, who);
        using var request = new HttpRequestMessage(method, ask.Address(ids));
        if ((form.Cookies ?? who.CookieHeader) is { Length: > 0 } cookies)
            request.Headers.Add("Cookie", cookies);
        if (who.Token is { } secret)
            request.Headers.Authorization = new("Bearer", secret);
        if (acting is not null)
            request.Content = who.Token is null ? new FormUrlEncodedContent(Fields(ids, acting, form.Token)) : Json(ids, acting, method);
        using var client = new HttpClient(world.App.Server.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
        var before = world.Statements;
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return await Answer.ReadAsync(ask.Name, answer, () => world.Statements - before);
    }

    private async Task<(string Cookies, string Token)> FormAsync(World world, Outsider who)
    {
        if (forms.TryGetValue((world, who), out var known))
            return known;
        var browser = who.In(world.App);
        var page = await browser.Get("/fout/404");
        if (page.Document.QuerySelector("input[name=__RequestVerificationToken]") is null)
            page = await browser.Get("/aanmelden");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return forms[(world, who)] = (browser.Cookies.GetCookieHeader(new Uri("http://localhost")), token);
    }

    private IEnumerable<KeyValuePair<string, string>> Fields(IReadOnlyList<Guid> ids, string acting, string token) =>
        new (string Name, object Value)[]
        {
            ("__RequestVerificationToken", token),
            ("namens", acting),
            ("points", ids[1]),
            ("points", ids[2]),
            ("found", ids[0]),
            ("version", 0),
            ("place", 0),
            ("up", true),
            ("recognised", true),
            ("Input.Answers[issue]", "eigen woorden"),
            ("Input.Points", "eigen gedachte"),
            ("Input.PointIds", ids[1]),
            ("Input.Voices", ""),
            ("Input.Choice", "Consent"),
            ("Input.Version", 1),
            ("Sentence.Id", ids[0]),
            ("Sentence.Text", "een zin"),
            ("Sentence.Points", ids[1]),
            ("called", "een naam"),
            ("Difference.Aspect", "means"),
            ("Difference.Words", "wie betaalt"),
            ("Difference.Parties", acting),
            ("Difference.Sides", "wij niet"),
            ("Verdict.Finding", "group/young"),
            ("Verdict.Why", "zo is het niet"),
            ("Missing.Name", "iemand"),
            ("Missing.Why", "daarom"),
            ("Input.Statement", statement),
            ("Input.Stance", "Pass"),
            ("stance", "Pass"),
            ("Input.Text", "een stelling"),
        }.Select(field => KeyValuePair.Create(field.Name, string.Format(System.Globalization.CultureInfo.InvariantCulture, "{0}", field.Value)));

    // Nothing, a draft that claims the hidden ids, or an act upon them: strict readers refuse what they do not know.
    private static StringContent Json(IReadOnlyList<Guid> ids, string acting, HttpMethod method)
    {
        object body =
            acting.Length == 0 ? new { }
            : method == HttpMethod.Put
                ? new
                {
                    versie = 0,
                    antwoorden = new[] { new { vraag = "issue", tekst = "eigen woorden" } },
                    punten = new[] { new { id = ids[1], tekst = "eigen gedachte" } },
                }
            : new { namens = acting, punten = ids.Skip(1) };
        return new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
    }

    private sealed record Ask(string Name, Func<IReadOnlyList<Guid>, string> Address);
}
