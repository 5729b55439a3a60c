using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>What the facilitator settles for the whole collaboration: its words, the computed views, who may know of it, how often to look again.</summary>
public sealed class Settings(ChangeSettings change) : CollaborationPage
{
    private const string Here = "/instellingen";

    /// <summary>The words.</summary>
    [BindProperty]
    public WordsInput Input { get; set; } = new();

    /// <summary>Shows them as they are.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        Input = new WordsInput { Challenge = Table.Challenge, Region = Table.Region };
        return Page();
    }

    /// <summary>Words challenge and region anew.</summary>
    public async Task<IActionResult> OnPostWordsAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        return ModelState.IsValid
            ? await AnswerAsync(change.RewordAsync(Key, new RewordWish(Input.Challenge, Input.Region), Submit, Stop), "Words")
            : Incomplete();
    }

    /// <summary>Chooses which computed views show.</summary>
    public async Task<IActionResult> OnPostViewsAsync(ComputedView[] views) => await AnswerAsync(() => change.WantAsync(Key, views, Submit, Stop), "Views");

    /// <summary>Lets others know of the collaboration, or no longer.</summary>
    public async Task<IActionResult> OnPostShownAsync(bool shown) => await AnswerAsync(() => change.ShowAsync(Key, shown, Submit, Stop), "Shown");

    /// <summary>Chooses how often to look again.</summary>
    public async Task<IActionResult> OnPostRhythmAsync(ReviewRhythm rhythm) =>
        await AnswerAsync(() => change.LookAgainAsync(Key, rhythm, Submit, Stop), "Rhythm");

    private async Task<bool> ReadAsync() => await LoadAsync() && MaySettle;

    // What stands in the other forms of the page is not what was sent.
    private async Task<IActionResult> AnswerAsync(Func<Task<Refusal?>> settle, string what)
    {
        if (!await ReadAsync())
            return NotFound();
        ModelState.Clear();
        Input = new WordsInput { Challenge = Table.Challenge, Region = Table.Region };
        return await AnswerAsync(settle(), what);
    }

    private async Task<IActionResult> AnswerAsync(Task<Refusal?> settled, string what) =>
        await settled is { } refusal ? Refused(refusal) : DoneAt(T[$"Collaborations.Settings.{what}.Done"], Here);
}

/// <summary>The words as they were typed.</summary>
public sealed record WordsInput
{
    /// <summary>The challenge.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Challenge { get; init; } = "";

    /// <summary>The region.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Region { get; init; } = "";
}
