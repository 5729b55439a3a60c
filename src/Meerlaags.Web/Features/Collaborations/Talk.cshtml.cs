using System.ComponentModel.DataAnnotations;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Plan the next talk. An empty day takes it off.</summary>
public sealed class Talk(PlanTalk plan) : CollaborationPage
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public TalkInput Input { get; set; } = new();

    /// <summary>Shows the talk as planned now.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync() || !IsFacilitator)
            return NotFound();
        Input = new TalkInput { On = Table.NextTalk?.On, About = Table.NextTalk?.About ?? "" };
        return Page();
    }

    /// <summary>Plans it.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete();
        if (await plan.OnAsync(Key, new TalkWish(Input.On, Input.About), Submit, Stop) is { } refusal)
            return Refused(refusal);
        return DoneAt(Input.On is { } day ? T["Collaborations.Talk.Done", Texts.Day(day)] : T["Collaborations.Talk.Off"]);
    }
}

/// <summary>What was typed to plan a talk.</summary>
public sealed record TalkInput
{
    /// <summary>The day, or nothing.</summary>
    [DataType(DataType.Date)]
    public DateOnly? On { get; init; }

    /// <summary>What it is about.</summary>
    public string About { get; init; } = "";
}
