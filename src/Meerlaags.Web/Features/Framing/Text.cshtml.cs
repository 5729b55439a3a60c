using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Candidates;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The candidate shared text, sentence by sentence, and the question whether the table still fits.</summary>
[GuestsToo]
public sealed class Text(RoundReader rounds, WriteSentence write, NoticeMissingParty missing, WriteDream dreams, PrecisionHints hints, Db db)
    : RoundPage(rounds)
{
    /// <summary>Which candidate; the first one has no number in its address.</summary>
    [BindProperty(SupportsGet = true, Name = "candidate")]
    public int CandidateNumber { get; set; } = 1;

    /// <summary>All candidates of the round.</summary>
    public IReadOnlyList<CandidateText> Candidates { get; private set; } = [];

    /// <summary>Address of this candidate.</summary>
    public string Here => Link(CandidateNames.Address(CandidateNumber));

    /// <summary>A sentence as typed.</summary>
    [BindProperty]
    public SentenceInput Sentence { get; set; } = new();

    /// <summary>A missing party as typed.</summary>
    [BindProperty]
    public MissingInput Missing { get; set; } = new();

    /// <summary>The shared dream as typed.</summary>
    [BindProperty]
    public DreamInput Dream { get; set; } = new();

    /// <summary>Whether the shared dream was refused: it shows what was typed.</summary>
    public bool IsDreamRefused => ModelState.ErrorCount > 0 && Request.Query["handler"] == "Dream";

    /// <summary>The questions of precision that this text leaves open.</summary>
    public IReadOnlyList<AskedPrecision> OpenPrecision { get; private set; } = [];

    /// <summary>The open texts and points.</summary>
    public OpenTexts Open { get; private set; } = null!;

    /// <summary>The candidate, or null while there is none.</summary>
    public CandidateText? Candidate { get; private set; }

    /// <summary>Why the text cannot be changed now, or null.</summary>
    public Refusal? Closed { get; private set; }

    /// <summary>Who is missing according to whom.</summary>
    public IReadOnlyList<MissingParty> MissingParties { get; private set; } = [];

    /// <summary>The concerns about the version before, to take along.</summary>
    public IReadOnlyList<Consent> Concerns { get; private set; } = [];

    /// <summary>Number of the next version.</summary>
    public int NextVersion { get; private set; } = 1;

    /// <summary>Whether this viewer may change the text now.</summary>
    public bool MayWrite => View.MayAct && Closed is null;

    /// <summary>Whether the sentence that was refused is this one: it shows what was typed.</summary>
    public bool IsRefused(SentenceId? sentence) =>
        ModelState.ErrorCount > 0
        && Sentence.Id == sentence?.Value
        && !ModelState.Keys.Any(key => key.StartsWith("Missing", StringComparison.Ordinal))
        && !IsDreamRefused;

    /// <summary>Shows the text.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Adds a sentence.</summary>
    public async Task<IActionResult> OnPostAddAsync() =>
        await AnswerAsync((await write.AddAsync(Pen, Sentence.ToPhrasing(), Submit, Stop)).Refusal, "Framing.Text.Added", Here + "#zinnen", nameof(Sentence));

    /// <summary>Changes a sentence.</summary>
    public async Task<IActionResult> OnPostChangeAsync() =>
        await AnswerAsync(
            await write.ChangeAsync(Pen, Sentence.Key, Sentence.ToPhrasing(), Sentence.Seen, Stop),
            "Framing.Text.Changed",
            Here + $"#zin-{Sentence.Id:N}",
            nameof(Sentence)
        );

    /// <summary>Moves a sentence.</summary>
    public async Task<IActionResult> OnPostMoveAsync(bool up) =>
        await AnswerAsync(await write.MoveAsync(Pen, Sentence.Key, up, Submit, Stop), "Framing.Text.Moved", Here + $"#zin-{Sentence.Id:N}", nameof(Sentence));

    /// <summary>Takes a sentence out.</summary>
    public async Task<IActionResult> OnPostRemoveAsync() =>
        await AnswerAsync(await write.RemoveAsync(Pen, Sentence.Key, Submit, Stop), "Framing.Text.Removed", Here + "#zinnen", nameof(Sentence));

    /// <summary>A party recognises itself in a sentence, or no longer does.</summary>
    public async Task<IActionResult> OnPostRecogniseAsync(bool recognised) =>
        await AnswerAsync(
            await write.RecogniseAsync(Pen, Sentence.Key, Sentence.Seen, recognised, Stop),
            recognised ? "Framing.Text.Recognised" : "Framing.Text.NotRecognised",
            Here + $"#zin-{Sentence.Id:N}",
            nameof(Sentence)
        );

    /// <summary>Names a missing party.</summary>
    public async Task<IActionResult> OnPostMissingAsync() =>
        await AnswerAsync(
            (await missing.ForAsync(Pen, Missing.Name, Missing.Why, Submit, Stop)).Refusal,
            "Framing.Missing.Done",
            Here + "#tafel",
            nameof(Missing)
        );

    /// <summary>Writes the shared dream.</summary>
    public async Task<IActionResult> OnPostDreamAsync() =>
        await AnswerAsync(await dreams.ForAsync(Pen, Dream.Text, Dream.Seen, Submit, Stop), "Candidates.Dream.Done", Here + "#gedeelde-droom", nameof(Dream));

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed;

    /// <inheritdoc/>
    protected override bool IsFound => Candidate is not null || CandidateNumber == 1;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        var round = View.Round.Id;
        Open = await Rounds.OpenTextsAsync(View, Stop);
        Candidates = await db.CandidateTexts.AsNoTracking().AsSplitQuery().Where(text => text.Round == round).OrderBy(text => text.Number).ToListAsync(Stop);
        Candidate = Candidates.FirstOrDefault(text => text.Number == CandidateNumber);
        var versions = await db.TextVersions.AsNoTracking().Where(version => version.Round == round).OrderBy(version => version.Number).ToListAsync(Stop);
        Closed = Desk.Of(View.Round, Open.Texts, versions).Closed;
        if (Candidate is { Sentences.Count: > 0 } text)
            OpenPrecision =
            [
                .. hints
                    .Of(CandidateLine.Of(text).Sentences, text.Judgements, TablePlaces.Of(View.Table), View.Shows(ComputedView.Precision))
                    .Where(asked => asked.IsOpen),
            ];
        NextVersion = versions.Count + 1;
        Concerns = versions.LastOrDefault() is { AgreedAt: null } last
            ? [.. last.Latest().Where(answer => answer.Choice is ConsentChoice.Concern or ConsentChoice.ConsentWithReservation)]
            : [];
        MissingParties = await db.MissingParties.AsNoTracking().Where(missing => missing.Round == round).OrderBy(missing => missing.At).ToListAsync(Stop);
    }

    private WriteSentence.Pen Pen => new(Address, Actor, CandidateNumber);
}

/// <summary>A sentence form.</summary>
public sealed record SentenceInput
{
    /// <summary>The sentence, or nothing for a new one.</summary>
    public Guid? Id { get; init; }

    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>The points it stands on.</summary>
    public List<Guid> Points { get; init; } = [];

    /// <summary>The revision the writer started from.</summary>
    public int Seen { get; init; }

    /// <summary>The id as the domain knows it.</summary>
    public SentenceId Key => new(Id ?? default);

    /// <summary>As the domain takes it.</summary>
    public Phrasing ToPhrasing() => new(Text, Points.Select(point => new PointId(point)));
}

/// <summary>The form of the shared dream.</summary>
public sealed record DreamInput
{
    /// <summary>The words.</summary>
    public string Text { get; init; } = "";

    /// <summary>The number of the wording the writer started from.</summary>
    public int Seen { get; init; }
}

/// <summary>A missing party form.</summary>
public sealed record MissingInput
{
    /// <summary>Who.</summary>
    public string Name { get; init; } = "";

    /// <summary>Why.</summary>
    public string Why { get; init; } = "";
}
