using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>What stands beside the texts, for programs: the shared dream, and the questions of precision.</summary>
internal static class BesideApi
{
    private const string AsFacilitator = "Zonder `namens` doet u dit als procesbegeleider; dan heeft de sleutel ook het bereik `facilitate`.";

    public static void Map(RouteGroupBuilder round)
    {
        var beside = round.MapGroup("").WithTags("Teksten");
        beside
            .MapGet("/droom", DreamAsync)
            .RequireScope(Scopes.Read)
            .Produces<DreamFacts>()
            .WithName("toonDroom")
            .WithSummary("De gedeelde droom, met alle bewoordingen");
        beside
            .MapPut("/droom", WriteDreamAsync)
            .RequireScope(Scopes.Write)
            .Produces<DreamFacts>()
            .WithName("schrijfDroom")
            .WithSummary("Schrijf de gedeelde droom in andere woorden op")
            .WithDescription("Was iemand anders sneller, dan krijgt u 409 met de woorden zoals ze nu zijn. " + AsFacilitator);
        beside
            .MapGet("/kandidaten/{kandidaat:int}/precies", PreciseAsync)
            .RequireScope(Scopes.Read)
            .Produces<PrecisionFacts>()
            .WithName("toonPrecies")
            .WithSummary("De vragen of een tekst precies genoeg is")
            .WithDescription("`roept` en `zegtMisschien` zijn woorden die een programma vond, nadat er is gesproken. Mensen oordelen.");
        beside
            .MapPost("/kandidaten/{kandidaat:int}/precies", JudgeAsync)
            .RequireScope(Scopes.Write)
            .Produces<PrecisionFacts>(StatusCodes.Status201Created)
            .WithName("beantwoordPrecies")
            .WithSummary("Zeg welke zin een vraag beantwoordt, of waarom dat niet nodig is")
            .WithDescription(AsFacilitator);
    }

    private static async Task<IResult> DreamAsync([AsParameters] RoundCall call) =>
        await call.FindRevealedAsync() is { } view ? Results.Ok(DreamFacts.Of(view.Round)) : Results.NotFound();

    private static async Task<IResult> WriteDreamAsync([AsParameters] RoundCall call, DreamBody body, WriteDream write) =>
        await write.ForAsync(new WriteSentence.Pen(call.Address, body.OnBehalfOf), body.Text, body.Seen, call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : await DreamAsync(call);

    private static async Task<IResult> PreciseAsync([AsParameters] CandidateCall call, CandidateLines lines, PrecisionHints hints) =>
        await FactsAsync(call, lines, hints) is { } facts ? Results.Ok(facts) : Results.NotFound();

    private static async Task<IResult> JudgeAsync(
        [AsParameters] CandidateCall call,
        JudgementBody body,
        JudgePrecision judge,
        CandidateLines lines,
        PrecisionHints hints
    ) =>
        await judge.ForAsync(call.Pen(body.OnBehalfOf), new JudgePrecision.Found(body.Question, body.Sentence, body.Reason), call.Submit, call.Stop)
            is { } refusal
            ? call.Refused(refusal)
            : Results.Created(call.Link($"/kandidaten/{call.Candidate}/precies"), await FactsAsync(call, lines, hints));

    private static async Task<PrecisionFacts?> FactsAsync(CandidateCall call, CandidateLines lines, PrecisionHints hints)
    {
        if (await call.FindRevealedAsync() is not { } view)
            return null;
        if ((await lines.OfAsync(view.Round.Id, call.Stop)).FirstOrDefault(text => text.Number == call.Candidate) is not { } text)
            return null;
        var pointing = view.Shows(ComputedView.Precision);
        return new PrecisionFacts([.. hints.Of(text.Sentences, text.Judgements, TablePlaces.Of(view.Table), pointing).Select(AskedFacts.Of)]);
    }
}

/// <summary>The shared dream in other words.</summary>
[Description("De gedeelde droom in andere woorden.")]
public sealed record DreamBody(
    [property: JsonPropertyName("tekst"), Description("De droom."), Required(ErrorMessage = FormTexts.Missing), Graphemes(DreamWording.Limit)] string Text,
    [property: JsonPropertyName("gezien"), Description("Het aantal bewoordingen dat u voor u had; 0 als er nog geen was.")] int Seen
) : OnBehalfBody;

/// <summary>The shared dream.</summary>
[Description("De gedeelde droom van een ronde. Er wordt niet over gestemd.")]
public sealed record DreamFacts(
    [property: JsonPropertyName("bewoordingen"), Description("Alle bewoordingen, de eerste eerst; de laatste staat er nu.")]
        IReadOnlyList<DreamWordingFacts> Wordings
)
{
    internal static DreamFacts Of(FramingRound round) => new([.. round.Dreams.Select(dream => new DreamWordingFacts(dream.Text, dream.Party, dream.At))]);
}

/// <summary>One wording of it.</summary>
[Description("Eén bewoording van de gedeelde droom.")]
public sealed record DreamWordingFacts(
    [property: JsonPropertyName("tekst"), Description("De droom.")] string Text,
    [property: JsonPropertyName("partij"), Description("De partij die het opschreef. Leeg voor de procesbegeleider.")] PartyId? Party,
    [property: JsonPropertyName("op"), Description("Wanneer.")] DateTimeOffset At
);

/// <summary>What people found.</summary>
[Description("Welke zin een vraag beantwoordt, of waarom dat niet nodig is.")]
public sealed record JudgementBody(
    [property: JsonPropertyName("vraag"), Description("De naam van de vraag."), Required(ErrorMessage = FormTexts.Missing)] string Question
) : OnBehalfBody
{
    /// <summary>The sentence.</summary>
    [JsonPropertyName("zin"), Description("De zin die het zegt, of leeg.")]
    public SentenceId? Sentence { get; init; }

    /// <summary>Why not.</summary>
    [JsonPropertyName("reden"), Description("Waarom het niet nodig is. Nodig als u geen zin noemt."), Graphemes(PrecisionVerdict.ReasonLimit)]
    public string Reason { get; init; } = "";
}

/// <summary>The questions of precision about a text.</summary>
[Description("De vragen of een tekst precies genoeg is.")]
public sealed record PrecisionFacts([property: JsonPropertyName("vragen"), Description("De vragen, in volgorde.")] IReadOnlyList<AskedFacts> Questions);

/// <summary>One question of precision.</summary>
[Description("Eén vraag, met wat mensen vonden en wat een programma aanwijst.")]
public sealed record AskedFacts(
    [property: JsonPropertyName("vraag"), Description("De naam van de vraag.")] string Key,
    [property: JsonPropertyName("tekst"), Description("De vraag zelf.")] string Ask
)
{
    /// <summary>Whether it waits for people.</summary>
    [JsonPropertyName("open"), Description("Of de vraag nog open staat.")]
    public required bool IsOpen { get; init; }

    /// <summary>The sentence that answers it.</summary>
    [JsonPropertyName("zin"), Description("De zin die het zegt, of leeg.")]
    public required SentenceId? Sentence { get; init; }

    /// <summary>Why it is not needed.</summary>
    [JsonPropertyName("reden"), Description("Waarom het niet nodig is, of leeg.")]
    public required string Reason { get; init; }

    /// <summary>Words that call for it.</summary>
    [JsonPropertyName("roept"), Description("Getallen en woorden die om een antwoord vragen.")]
    public required IReadOnlyList<WordsFacts> Calls { get; init; }

    /// <summary>Words that may answer it.</summary>
    [JsonPropertyName("zegtMisschien"), Description("Woorden die het misschien al zeggen.")]
    public required IReadOnlyList<WordsFacts> MaySay { get; init; }

    /// <summary>Where it comes from.</summary>
    [JsonPropertyName("bron"), Description("Waar de vraag vandaan komt. Leeg als wij hem zelf kozen.")]
    public string? Source { get; init; }

    internal static AskedFacts Of(AskedPrecision asked) =>
        new(asked.Question.Key, Texts.Of(asked.Question.Ask))
        {
            IsOpen = asked.IsOpen,
            Sentence = asked.Judgement?.Sentence,
            Reason = asked.Judgement?.Reason ?? "",
            Calls = [.. asked.Calls.Select(words => new WordsFacts(words.Position, words.Words))],
            MaySay = [.. asked.MaySay.Select(words => new WordsFacts(words.Position, words.Words))],
            Source = asked.Question.Source,
        };
}

/// <summary>Words in a sentence.</summary>
[Description("Woorden in een zin.")]
public sealed record WordsFacts(
    [property: JsonPropertyName("plaats"), Description("De plaats van de zin.")] int Position,
    [property: JsonPropertyName("woorden"), Description("De woorden zoals ze er staan.")] string Words
);
