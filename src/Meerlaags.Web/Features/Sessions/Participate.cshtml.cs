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

    /// <summary>Whose page was open; on a shared phone that may be the guest before.</summary>
    [BindProperty(SupportsGet = true, Name = "gast")]
    public Guid? GuestId { get; set; }

    /// <summary>How it stands; null when the place is over.</summary>
    public GuestStanding? Standing { get; private set; }

    /// <summary>The first question of the round.</summary>
    public string Question => guests.FirstQuestion(Standing!.At.Round);

    /// <summary>Whether a party is to be chosen.</summary>
    public bool IsChoosing => Standing is { Guest: { State: GuestState.Refused } or { State: GuestState.Waiting, Party: null } };

    /// <summary>Whether there is something to write here: not while people talk, and not any more once with the party, but what was sent and could not be kept stays.</summary>
    public bool IsWriting =>
        Standing is { } standing
        && (
            HasWords
            || (
                standing.Guest.State != GuestState.Admitted
                && !standing.At.Round.IsRevealed
                && (standing.At.Door.Room.Step == RoomStep.Write || standing.Typed is not null)
            )
        );

    /// <summary>Address of the forms of this page.</summary>
    public string Here => $"/deelname?gast={Standing!.Guest.Id.Value}";

    private bool HasWords => HttpMethods.IsPost(Request.Method) && Request.Form.ContainsKey("Input.Text");

    private bool IsOfAnother => GuestId is { } meant && meant != viewer.Guest?.Guest.Value;

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

    /// <summary>Keeps what was typed; whose door opened meanwhile offers it to the party.</summary>
    public async Task<IActionResult> OnPostAsync() => await AnswerAsync(await KeepAsync(), "Sessions.Place.Kept");

    /// <summary>Keeps what was typed while somebody types.</summary>
    public async Task<IActionResult> OnPostConceptAsync()
    {
        if (await KeepAsync() is not { } refusal)
            return new NoContentResult();
        HttpContext.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        return StatusCode(refusal == Refusals.PlaceIsOver ? StatusCodes.Status410Gone : StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Keeps what was typed and asks to be let in by a party.</summary>
    public async Task<IActionResult> OnPostPartyAsync()
    {
        if (HasWords && await KeepAsync() is { } no)
            return await AnswerAsync(no, "");
        var refusal =
            IsOfAnother ? Refusals.PlaceIsOver
            : Input.Party is { } chosen ? await lobby.AskAsync(new PartyId(chosen), Submit, Stop)
            : new Refusal("party.not-chosen") { Field = nameof(GuestWordsInput.Party) };
        return await AnswerAsync(refusal, "Sessions.Place.Asked");
    }

    /// <summary>Goes home.</summary>
    public async Task<IActionResult> OnPostLeaveAsync()
    {
        if (!IsOfAnother)
            await lobby.LeaveAsync(Submit, Stop);
        return LocalRedirect("/deelname");
    }

    private async Task<Refusal?> KeepAsync() => IsOfAnother ? Refusals.PlaceIsOver : await lobby.KeepAsync(Input.ToWords(), Stop);

    private async Task<IActionResult> AnswerAsync(Refusal? refusal, string done)
    {
        Standing = await guests.MineAsync(Stop);
        if (refusal is not null)
            return Refused(refusal);
        Done = T[Standing is { Guest.State: GuestState.Admitted } ? "Sessions.Place.Offered" : done];
        return LocalRedirect("/deelname");
    }
}

/// <summary>What a guest types while waiting: a text, and a thought on every line; and at whose door.</summary>
public sealed record GuestWordsInput
{
    /// <summary>What the issue is.</summary>
    public string? Text { get; init; }

    /// <summary>Thoughts, one on every line.</summary>
    public string? Points { get; init; }

    /// <summary>The party that was chosen, when one is to be chosen.</summary>
    public Guid? Party { get; init; }

    /// <summary>What was kept.</summary>
    public static GuestWordsInput From(GuestText? kept) => new() { Text = kept?.Text, Points = kept is null ? null : string.Join('\n', kept.Points) };

    /// <summary>As the domain takes it.</summary>
    public GuestWords ToWords() => new(Text, (Points ?? "").ReplaceLineEndings("\n").Split('\n'));
}
