using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Candidates;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Live;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Where a round stands, and the way onwards.</summary>
[GuestsToo]
public sealed class Show(RoundReader rounds, RoundNow now, Db db, Viewer viewer, SharedFragments fragments, ChooseFormat format) : RoundPage(rounds), ITextsPage
{
    /// <inheritdoc/>
    public OpenTexts Open { get; private set; } = null!;

    /// <summary>The version that became the shared issue, when there is one.</summary>
    public TextVersion? Agreed { get; private set; }

    /// <summary>Shows the round.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The facilitator says that people have met: now every party writes.</summary>
    public async Task<IActionResult> OnPostMetAsync() =>
        await AnswerAsync(await format.MetAsync(Address, Submit, Stop), "Candidates.Meet.Met.Done", Link(""), "");

    /// <summary>The facilitator chooses what comes first.</summary>
    public async Task<IActionResult> OnPostFormatAsync(RoundFormat first) =>
        await AnswerAsync(await format.ForAsync(Address, first, Submit, Stop), $"Candidates.Meet.{first}.Done", Link(""), "");

    /// <summary>The part that changes while people look, alone.</summary>
    public async Task<IActionResult> OnGetNowAsync()
    {
        if (await now.FindAsync(Address) is not { } found)
            return NotFound();
        (View, Agreed) = found;
        return Partial("_Now", this);
    }

    /// <summary>The revealed texts, for open pages: nothing before the reveal, then the same for all members, and for all guests of a room.</summary>
    public async Task<IActionResult> OnGetTextsAsync() =>
        viewer.Collaborations.Contains(Address.Collaboration) ? await fragments.AnswerAsync(this, now.KeyOf(Address), "_Texts", LoadTextsAsync) : NotFound();

    private async Task<object?> LoadTextsAsync()
    {
        // Others wait for this too: it goes on when the browser that asked first is gone.
        if (await Rounds.FindAsync(Address, CancellationToken.None) is not { Round.IsRevealed: true } view)
            return null;
        View = view;
        Open = await Rounds.OpenTextsAsync(view, CancellationToken.None);
        return this;
    }

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        var round = View.Round.Id;
        Agreed = await db.TextVersions.AsNoTracking().SingleOrDefaultAsync(version => version.Round == round && version.AgreedAt != null, Stop);
    }
}
