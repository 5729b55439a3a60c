using Meerlaags.Domain.Common;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>The place of a guest: waits for the door to open, writes meanwhile, goes on to the text of the party.</summary>
[AllowAnonymous]
public sealed class Participate(GuestReader guests, WaitInLobby lobby, Viewer viewer) : FeaturePage
{
    /// <summary>What is on screen.</summary>
    [BindProperty]
    public GuestWordsInput Input { get; set; } = new();

    /// <summary>How it stands; null when the place is over.</summary>
    public GuestStanding? Standing { get; private set; }

    /// <summary>The first question of the round.</summary>
    public string Question => guests.FirstQuestion(Standing!.At.Round);

    /// <summary>Whether there is something to write here: not while people talk, and not any more once with the party.</summary>
    public bool IsWriting =>
        Standing is { Guest.State: not GuestState.Admitted } standing
        && !standing.At.Round.IsRevealed
        && (standing.At.Door.Room.Step == RoomStep.Write || standing.Typed is not null || Request.Method == "POST");

    /// <summary>Shows how it stands.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!viewer.IsGuest)
            return LocalRedirect(viewer.Person is null ? "/meedoen" : "/mijn-overzicht");
        Standing = await guests.MineAsync(Stop);
        if (Standing is null)
            Response.StatusCode = StatusCodes.Status410Gone;
        Input = GuestWordsInput.From(Standing?.Typed);
        return Page();
    }

    /// <summary>How it stands, alone, for the open page.</summary>
    public async Task<IActionResult> OnGetStandingAsync() => await guests.MineAsync(Stop) is { } standing ? Partial("_Standing", standing) : NotFound();

    /// <summary>Keeps what was typed.</summary>
    public async Task<IActionResult> OnPostAsync() => await AnswerAsync(await lobby.KeepAsync(Input.ToWords(), Stop), "Sessions.Place.Kept");

    /// <summary>Keeps what was typed while somebody types.</summary>
    public async Task<IActionResult> OnPostConceptAsync()
    {
        if (await lobby.KeepAsync(Input.ToWords(), Stop) is not { } refusal)
            return new NoContentResult();
        HttpContext.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        return StatusCode(refusal == Refusals.NotThere ? StatusCodes.Status410Gone : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Asks to be let in by a party.</summary>
    public async Task<IActionResult> OnPostPartyAsync([Bind(Prefix = "Input")] PartyInput input)
    {
        ModelState.Clear();
        var refusal = input.Party is { } chosen
            ? await lobby.AskAsync(new PartyId(chosen), Submit, Stop)
            : new Refusal("text.missing") { Field = nameof(PartyInput.Party) };
        return await AnswerAsync(refusal, "Sessions.Place.Asked");
    }

    /// <summary>Goes home.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await lobby.LeaveAsync(Submit, Stop);
        return LocalRedirect("/deelname");
    }

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string done)
    {
        // The page for this status shows what was sent, so that nothing typed is lost.
        if (refusal == Refusals.NotThere)
            return StatusCode(StatusCodes.Status410Gone);
        if (refusal is null)
        {
            Done = T[done];
            return LocalRedirect("/deelname");
        }
        Standing = await guests.MineAsync(Stop);
        return Refused(refusal);
    }
}

/// <summary>What a guest types while waiting: a text, and a thought on every line.</summary>
public sealed record GuestWordsInput
{
    /// <summary>What the issue is.</summary>
    public string? Text { get; init; }

    /// <summary>Thoughts, one on every line.</summary>
    public string? Points { get; init; }

    /// <summary>What was kept.</summary>
    public static GuestWordsInput From(GuestText? kept) => new() { Text = kept?.Text, Points = kept is null ? null : string.Join('\n', kept.Points) };

    /// <summary>As the domain takes it.</summary>
    public GuestWords ToWords() => new(Text, (Points ?? "").ReplaceLineEndings("\n").Split('\n'));
}

/// <summary>The party that was chosen.</summary>
public sealed record PartyInput
{
    /// <summary>The party.</summary>
    public Guid? Party { get; init; }
}
