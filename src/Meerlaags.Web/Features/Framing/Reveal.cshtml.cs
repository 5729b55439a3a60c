using Meerlaags.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The facilitator's moment: opening all texts at once.</summary>
public sealed class Reveal(RoundReader rounds, RevealTexts reveal) : RoundPage(rounds)
{
    /// <summary>Whether the facilitator knows who has not handed in yet.</summary>
    [BindProperty]
    public bool Known { get; set; }

    /// <summary>Who at the table has not handed in.</summary>
    public IReadOnlyList<string> Waiting => [.. View.Seated.Where(party => !View.HasHandedIn(party.Id)).Select(party => party.Name)];

    /// <summary>Shows who has handed in.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync() || !View.IsFacilitator)
            return NotFound();
        return View.Round.IsRevealed ? LocalRedirect(Link("")) : Page();
    }

    /// <summary>Reveals.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync() || !View.IsFacilitator)
            return NotFound();
        if (!Known && Waiting.Count > 0 && !View.Round.IsRevealed)
            return Refused(new Refusal("reveal.say-you-know") { Field = nameof(Known) }, "");
        return await AnswerAsync(await reveal.ForAsync(Address, Submit, Stop), "Framing.Reveal.Done", Link(""), "");
    }
}
