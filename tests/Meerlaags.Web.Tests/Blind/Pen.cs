using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>What a party writes.</summary>
internal sealed record Words(IReadOnlyDictionary<string, string> Answers, IReadOnlyList<string> Points);

/// <summary>Writes for a party through its page.</summary>
internal static class Pen
{
    /// <summary>A word that stands in the long text and nowhere else.</summary>
    public const string Marker = "kwetterbosch";

    private static readonly string[] Questions = ["issue", "vision", "whom", "effect", "able", "dream", "fear"];

    /// <summary>As long as a text may be: every answer, every point.</summary>
    public static Words Longest { get; } =
        new(
            Questions.ToDictionary(question => question, _ => Fill(QuestionSetReader.DefaultLimit)),
            [.. Enumerable.Repeat(Fill(Formulation.PointLimit), Formulation.MostPoints)]
        );

    /// <summary>As little as one can hand in.</summary>
    public static Words Short(string issue = "x") => new(new Dictionary<string, string> { ["issue"] = issue }, ["x"]);

    /// <summary>Where a party writes in the first round.</summary>
    public static string Address(Table table, PartyId party) => $"/samenwerkingen/{table.Id.Value}/rondes/1/schrijven/{party.Value}";

    /// <summary>Keeps a draft by the button and by the script that saves while one types.</summary>
    public static async Task KeepAsync(Browser browser, string address, Words words)
    {
        var kept = await (await browser.Get(address)).Submit("form.ml-form", Fields(words));
        Assert.NotEmpty(kept.Done);
        var typing = await (await browser.Get(address)).Post(
            "form.ml-form",
            [.. Fields(words), ("Input.Points", "nog een gedachte"), ("Input.PointIds", ""), ("Input.Voices", "")]
        );
        Assert.True((int)typing.StatusCode is 302 or 422, $"{typing.StatusCode}");
    }

    /// <summary>Hands a text in.</summary>
    public static async Task HandInAsync(Browser browser, string address, Words words) =>
        Assert.Contains("ingediend", (await (await browser.Get(address)).Submit("button[formaction$='handler=HandIn']", Fields(words))).Done);

    /// <summary>Takes it back.</summary>
    public static async Task TakeBackAsync(Browser browser, string address) =>
        Assert.NotEmpty((await (await browser.Get(address)).Submit("form[action$='handler=TakeBack']")).Done);

    /// <summary>A guest writes while waiting.</summary>
    public static async Task WaitAsync(Browser guest, Words words) =>
        Assert.NotEmpty(
            (
                await (await guest.Get("/deelname")).Submit(
                    "form[data-autosave]",
                    ("Input.Text", words.Answers["issue"]),
                    ("Input.Points", string.Join('\n', words.Points))
                )
            ).Done
        );

    /// <summary>Somebody of the party lets in who waited first.</summary>
    public static async Task LetInAsync(Browser member, string door)
    {
        var page = await member.Get(door);
        var guest = page.Document.QuerySelector("main form.ml-actions input[name=Guest]")!.GetAttribute("value")!;
        Assert.Equal(302, (int)(await member.Post(door, ("Guest", guest))).StatusCode);
    }

    /// <summary>The words as fields of the form.</summary>
    public static (string Name, string Value)[] Fields(Words words) =>
        [
            .. words.Answers.Select(answer => ($"Input.Answers[{answer.Key}]", answer.Value)),
            .. words.Points.SelectMany(point => new[] { ("Input.Points", point), ("Input.PointIds", ""), ("Input.Voices", "") }),
        ];

    private static string Fill(int length) => string.Concat(Enumerable.Repeat(Marker + " ", length))[..(length - 1)] + "x";
}
