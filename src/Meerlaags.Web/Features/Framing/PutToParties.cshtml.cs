using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Framing.Candidates;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The facilitator freezes the text and puts it to the parties.</summary>
public sealed class PutToParties(RoundReader rounds, AskConsent ask, RankingReader rankings, TimeProvider clock) : RoundPage(rounds)
{
    /// <summary>Months until a shared issue is looked at again, where the collaboration settled no rhythm and the facilitator says nothing else.</summary>
    private const int MonthsToRecheck = 6;

    /// <summary>The day to look again.</summary>
    [BindProperty]
    public DateOnly? RecheckOn { get; set; }

    /// <summary>Why this text, where the order of the parties advises another.</summary>
    [BindProperty]
    public string Reason { get; set; } = "";

    /// <summary>Which candidate; the first one has no number in its address.</summary>
    [BindProperty(SupportsGet = true, Name = "candidate")]
    public int CandidateNumber { get; set; } = 1;

    /// <summary>The candidates, and the order the parties put them in.</summary>
    public RankedCandidates Ranking { get; private set; } = null!;

    /// <summary>The text that would be frozen.</summary>
    public CandidateLine? Candidate => Ranking.Candidates.FirstOrDefault(text => text.Number == CandidateNumber);

    /// <summary>Whether the order of the parties advises another text, so that a reason is asked.</summary>
    public bool Deviates => Ranking.Advice is { } advice && Candidate is { } chosen && !advice.First.Contains(chosen.Id);

    /// <summary>Shows exactly what will be frozen and who will be asked.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        var today = DutchTime.DayOf(clock.GetUtcNow());
        RecheckOn = View.Table.NextReview(today) ?? today.AddMonths(MonthsToRecheck);
        return Page();
    }

    /// <summary>Freezes and asks.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        RecheckOn is { } day
            ? await AnswerAsync(
                (await ask.PutAsync(Address, new AskConsent.Plan(day, CandidateNumber, Reason), Submit, Stop)).Refusal,
                "Framing.Put.Done",
                Link("/instemming"),
                ""
            )
        : await LoadAsync() ? Refused(new Refusal("form.not-a-day") { Field = nameof(RecheckOn) }, "")
        : NotFound();

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed && View.IsFacilitator;

    /// <inheritdoc/>
    protected override bool IsFound => Candidate is not null || CandidateNumber == 1;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync() => Ranking = await rankings.OfAsync(View, Stop);
}
