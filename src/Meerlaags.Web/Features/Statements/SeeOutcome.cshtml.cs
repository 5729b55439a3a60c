using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Features.Framing.Differences;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Statements;

/// <summary>What parties say to the statements: who says what, what binds and divides, what moves whom, what waits for whom. Never a total, never a ranking.</summary>
public sealed class SeeOutcome(RoundReader rounds, OutcomeReader outcomes, ShowComputed show) : RoundPage(rounds)
{
    /// <summary>The outcome.</summary>
    public OutcomeView Outcome { get; private set; } = null!;

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The facilitator says that people have spoken.</summary>
    public async Task<IActionResult> OnPostSpokenAsync() =>
        await AnswerAsync(await show.SpokenAsync(Address, Submit, Stop), "Statements.Outcome.Spoken.Done", Link("/stellingen/uitkomst"), "");

    /// <summary>The facilitator switches a computed view on or off.</summary>
    public async Task<IActionResult> OnPostWantAsync(ComputedView view, bool wanted) =>
        view is ComputedView.Bridges or ComputedView.OpinionGroups
            ? await AnswerAsync(
                await show.WantAsync(Address.Collaboration, view, wanted, Stop),
                wanted ? "Statements.Outcome.On.Done" : "Statements.Outcome.Off.Done",
                Link("/stellingen/uitkomst"),
                ""
            )
            : NotFound();

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync() => Outcome = await outcomes.InAsync(View, Stop);
}
