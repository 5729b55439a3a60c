using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The texts side by side, with what only one party raised first.</summary>
[GuestsToo]
public sealed class Compare(RoundReader rounds, MarkSamePoints mark, Lexicon lexicon) : RoundPage(rounds), ITextsPage
{
    /// <summary>How the texts are shown: by tier, or by question.</summary>
    [BindProperty(SupportsGet = true, Name = "per")]
    public string? By { get; set; }

    /// <summary>The open texts.</summary>
    public OpenTexts Open { get; private set; } = null!;

    /// <summary>Why what only one party raised matters most, with where that is known from; null when the method says nothing of it.</summary>
    public Evidence? WhyOnlyOne => lexicon.Words.WhyOnlyOne;

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

    /// <summary>Takes points out of the cluster they are in.</summary>
    public async Task<IActionResult> OnPostSplitAsync(List<Guid> points) =>
        await AnswerAsync(
            await mark.SplitAsync(Pen, [.. points.Select(point => new PointId(point))], Submit, Stop),
            "Framing.Same.Undone",
            Link("/naast-elkaar#punten"),
            ""
        );

    /// <summary>Gives a cluster a name.</summary>
    public async Task<IActionResult> OnPostNameAsync(Guid found, string? called) =>
        await AnswerAsync(
            await mark.NameAsync(Pen, (new PointId(found), called ?? ""), Submit, Stop),
            "Framing.Same.Named",
            Link($"/naast-elkaar#groep-{found:N}"),
            ""
        );

    /// <summary>Whether a form about this cluster was refused: it stays open, with what was typed.</summary>
    public bool IsRefused(PointGroup group) =>
        ModelState.ErrorCount > 0
        && Request.HasFormContentType
        && group.Points.Any(raised =>
            Request.Form["found"].Concat(Request.Form["points"]).Any(sent => Guid.TryParse(sent, out var id) && id == raised.Point.Id.Value)
        );

    /// <summary>The name as it was typed when it was refused.</summary>
    public string? TypedName => Request.HasFormContentType ? Request.Form["called"].ToString() : null;

    private WriteSentence.Pen Pen => new(Address, Actor);

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
