using Meerlaags.Domain.Common;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>"We do not know yet": the facilitator closes the round honestly.</summary>
public sealed class Close(RoundReader rounds, CloseRound close) : RoundPage(rounds)
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public CloseInput Input { get; set; } = new();

    /// <summary>Shows the form.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Closes the round.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        Input.NextTalk is { } day ? await AnswerAsync(await close.ForAsync(Address, Input.Reason, day, Submit, Stop), "Framing.Close.Done", Link(""))
        : await LoadAsync() ? Refused(new Refusal("form.not-a-day") { Field = nameof(CloseInput.NextTalk) })
        : NotFound();

    /// <inheritdoc/>
    protected override bool IsThere => View.IsFacilitator;
}

/// <summary>The form that closes a round.</summary>
public sealed record CloseInput
{
    /// <summary>What we do not know yet.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The day of the next talk.</summary>
    public DateOnly? NextTalk { get; init; }
}
