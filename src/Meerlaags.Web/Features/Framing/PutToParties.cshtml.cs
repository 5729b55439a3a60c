using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The facilitator freezes the text and puts it to the parties.</summary>
public sealed class PutToParties(RoundReader rounds, AskConsent ask, Db db, TimeProvider clock) : RoundPage(rounds)
{
    /// <summary>Months until a shared issue is looked at again, unless the facilitator says otherwise.</summary>
    private const int MonthsToRecheck = 6;

    /// <summary>The day to look again.</summary>
    [BindProperty]
    public DateOnly? RecheckOn { get; set; }

    /// <summary>The candidate text.</summary>
    public CandidateText? Candidate { get; private set; }

    /// <summary>Shows exactly what will be frozen and who will be asked.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        RecheckOn = DutchTime.DayOf(clock.GetUtcNow()).AddMonths(MonthsToRecheck);
        return await ShowAsync();
    }

    /// <summary>Freezes and asks.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        RecheckOn is { } day ? await AnswerAsync((await ask.PutAsync(Address, day, Submit, Stop)).Refusal, "Framing.Put.Done", Link("/instemming"), "")
        : await LoadAsync() ? Refused(new Refusal("form.not-a-day") { Field = nameof(RecheckOn) }, "")
        : NotFound();

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed && View.IsFacilitator;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        var round = View.Round.Id;
        Candidate = await db.CandidateTexts.AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(text => text.Round == round, Stop);
    }
}
