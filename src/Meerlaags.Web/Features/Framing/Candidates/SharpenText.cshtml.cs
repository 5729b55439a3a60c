using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>Is a text precise enough? The questions that it leaves open, and what people found.</summary>
[GuestsToo]
public sealed class SharpenText(RoundReader rounds, CandidateLines lines, PrecisionHints hints, JudgePrecision judge, ShowComputed show) : RoundPage(rounds)
{
    /// <summary>What was filled in.</summary>
    [BindProperty]
    public JudgementInput Input { get; set; } = new();

    /// <summary>Which candidate.</summary>
    [BindProperty(SupportsGet = true, Name = "candidate")]
    public int CandidateNumber { get; set; } = 1;

    /// <summary>The candidate.</summary>
    public CandidateLine? Candidate { get; private set; }

    /// <summary>The questions that it is asked, in their order.</summary>
    public IReadOnlyList<AskedPrecision> Asked { get; private set; } = [];

    /// <summary>Whether the collaboration wants words pointed at.</summary>
    public bool IsWanted => View.Table.Wants(ComputedView.Precision);

    /// <summary>Whether words are pointed at.</summary>
    public bool IsPointing => View.Shows(ComputedView.Precision);

    /// <summary>Shows the questions.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Keeps what people found.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        await AnswerAsync(
            await judge.ForAsync(new WriteSentence.Pen(Address, Actor, CandidateNumber), Input.Found, Submit, Stop),
            "Candidates.Precise.Kept",
            Link($"/precies/{CandidateNumber}#vraag-{Input.Question}")
        );

    /// <summary>The facilitator switches the pointing on or off.</summary>
    public async Task<IActionResult> OnPostWantAsync(bool wanted) =>
        await AnswerAsync(
            await show.WantAsync(Address.Collaboration, ComputedView.Precision, wanted, Stop),
            wanted ? "Framing.Differences.On.Done" : "Framing.Differences.Off.Done",
            Link($"/precies/{CandidateNumber}"),
            ""
        );

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed;

    /// <inheritdoc/>
    protected override bool IsFound => Candidate is not null;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        Candidate = (await lines.OfAsync(View.Round.Id, Stop)).FirstOrDefault(text => text.Number == CandidateNumber);
        if (Candidate is { } text)
            Asked = hints.Of(text.Sentences, text.Judgements, TablePlaces.Of(View.Table), IsPointing);
    }
}

/// <summary>The form of a judgement.</summary>
public sealed record JudgementInput
{
    /// <summary>Key of the question.</summary>
    public string Question { get; init; } = "";

    /// <summary>The sentence that answers it, or nothing.</summary>
    public Guid? Sentence { get; init; }

    /// <summary>Why it is not needed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>As the use case takes it.</summary>
    public JudgePrecision.Found Found => new(Question, Sentence is { } id ? new SentenceId(id) : null, Reason);
}
