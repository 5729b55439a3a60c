using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>In which words the open texts differ. It comes after people spoke and can be switched off.</summary>
[GuestsToo]
public sealed class SeeDifferences(RoundReader rounds, DifferenceReader differences, ShowComputed show) : RoundPage(rounds)
{
    /// <summary>What was found; null before people spoke, or when the collaboration does not want to see it.</summary>
    public FoundDifferences? Found { get; private set; }

    /// <summary>Whether the collaboration wants to see it.</summary>
    public bool IsWanted => View.Table.Wants(ComputedView.Differences);

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The facilitator says that people have spoken.</summary>
    public async Task<IActionResult> OnPostSpokenAsync() =>
        await AnswerAsync(await show.SpokenAsync(Address, Submit, Stop), "Framing.Differences.Spoken.Done", Link("/verschillen"), "");

    /// <summary>The facilitator switches it on or off.</summary>
    public async Task<IActionResult> OnPostWantAsync(bool wanted) =>
        await AnswerAsync(
            await show.WantAsync(Address.Collaboration, ComputedView.Differences, wanted, Stop),
            wanted ? "Framing.Differences.On.Done" : "Framing.Differences.Off.Done",
            Link("/verschillen"),
            ""
        );

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync() => Found = await differences.ShownAsync(View, Stop);
}
