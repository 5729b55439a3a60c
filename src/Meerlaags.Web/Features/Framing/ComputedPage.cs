using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Features.Framing.Differences;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>A page with what the product computed from the open texts. It comes after people spoke and can be switched off.</summary>
public abstract class ComputedPage(RoundReader rounds, ShowComputed show) : RoundPage(rounds)
{
    /// <summary>Which view it is.</summary>
    public abstract ComputedView Kind { get; }

    /// <summary>The end of its address.</summary>
    public abstract string Here { get; }

    /// <summary>Whether the collaboration wants to see it.</summary>
    public bool IsWanted => View.Table.Wants(Kind);

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The facilitator says that people have spoken.</summary>
    public async Task<IActionResult> OnPostSpokenAsync() =>
        await AnswerAsync(await show.SpokenAsync(Address, Submit, Stop), "Framing.Differences.Spoken.Done", Link(Here), "");

    /// <summary>The facilitator switches it on or off.</summary>
    public async Task<IActionResult> OnPostWantAsync(bool wanted) =>
        await AnswerAsync(
            await show.WantAsync(Address.Collaboration, Kind, wanted, Stop),
            wanted ? "Framing.Differences.On.Done" : "Framing.Differences.Off.Done",
            Link(Here),
            ""
        );

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed;
}
