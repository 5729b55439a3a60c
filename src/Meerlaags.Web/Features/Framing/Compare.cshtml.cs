using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The texts side by side, with what only one party raised first.</summary>
[GuestsToo]
public sealed class Compare(RoundReader rounds, MarkSamePoints mark) : RoundPage(rounds), ITextsPage
{
    /// <summary>How the texts are shown: by tier, or by question.</summary>
    [BindProperty(SupportsGet = true, Name = "per")]
    public string? By { get; set; }

    /// <summary>The open texts.</summary>
    public OpenTexts Open { get; private set; } = null!;

    /// <summary>Whether the texts are shown by question.</summary>
    public bool ByQuestion => By == "vraag";

    /// <summary>Shows the texts.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The points alone, for open pages.</summary>
    public async Task<IActionResult> OnGetPointsAsync() => await LoadAsync() ? Partial("_Points", this) : NotFound();

    /// <summary>Marks points as the same.</summary>
    public async Task<IActionResult> OnPostSameAsync(List<Guid> points) =>
        await AnswerAsync(
            await mark.ForAsync(Address, Actor, [.. points.Select(point => new PointId(point))], Submit, Stop),
            "Framing.Same.Done",
            Link("/naast-elkaar#punten"),
            ""
        );

    /// <summary>Takes a mark back.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Guid found) =>
        await AnswerAsync(await mark.UndoAsync(Address, Actor, new SamePointId(found), Submit, Stop), "Framing.Same.Undone", Link("/naast-elkaar#punten"), "");

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync() => Open = await Rounds.OpenTextsAsync(View, Stop);
}

/// <summary>A page that shows open texts.</summary>
public interface ITextsPage
{
    /// <summary>The round.</summary>
    RoundView View { get; }

    /// <summary>The open texts.</summary>
    OpenTexts Open { get; }

    /// <summary>The party of an open text.</summary>
    Domain.Collaborations.Party PartyOf(Domain.Common.PartyId party);

    /// <summary>Address of another page of this round.</summary>
    string Link(string page);
}
