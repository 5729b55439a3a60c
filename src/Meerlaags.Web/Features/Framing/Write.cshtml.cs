using System.Globalization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>A party writes down, unseen by others, what the issue is.</summary>
[GuestsToo]
public sealed class Write(RoundReader rounds, WriteFormulation write, Db db, Viewer viewer, IEnumerable<IOffersWords> offers) : RoundPage(rounds)
{
    /// <summary>The party whose text this is.</summary>
    [BindProperty(SupportsGet = true, Name = "party")]
    public Guid PartyId { get; set; }

    /// <summary>What is on screen.</summary>
    [BindProperty]
    public WriteInput Input { get; set; } = new();

    /// <summary>The version the writer started from.</summary>
    [BindProperty(Name = "version")]
    public int Seen { get; set; }

    /// <summary>The party.</summary>
    public Party Party { get; private set; } = null!;

    /// <summary>The text as it is kept, or null.</summary>
    public Formulation? Kept { get; private set; }

    /// <summary>Names of the organisations within a composite party.</summary>
    public IReadOnlyDictionary<OrganisationId, string> Voices { get; private set; } = new Dictionary<OrganisationId, string>();

    /// <summary>Words that others offer for this text.</summary>
    public IReadOnlyList<OfferedWords> Offered { get; private set; } = [];

    /// <summary>Whether the fields can be changed now.</summary>
    public bool IsWriting => View.Round.IsOpen && Kept?.IsSubmitted != true && Party.IsSeated;

    /// <summary>Whether somebody of the same party was faster: both versions are shown.</summary>
    public bool IsConflict { get; private set; }

    private TextAddress Text => new(Address, new PartyId(PartyId));

    /// <summary>Shows what is kept.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Input = WriteInput.From(Kept);
        Seen = Kept?.Version ?? 0;
        return Page();
    }

    /// <summary>Keeps the draft.</summary>
    public async Task<IActionResult> OnPostAsync() =>
        await AnswerAsync(BesideField((await write.KeepAsync(Text, Draft, Stop)).Refusal), "Framing.Write.Kept", Link($"/schrijven/{PartyId}"));

    /// <summary>Keeps the draft while someone types; answers with nothing but the new version.</summary>
    public async Task<IActionResult> OnPostConceptAsync()
    {
        if ((await write.KeepAsync(Text, Draft, Stop)).Is(out var version, out var refusal))
        {
            Response.Headers["X-Draft-Version"] = version.ToString(CultureInfo.InvariantCulture);
            return new NoContentResult();
        }
        // A script reads the status; a page of words would be for nobody.
        HttpContext.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        return refusal == Refusals.NotThere ? NotFound()
            : refusal == Refusals.PlaceIsOver ? StatusCode(StatusCodes.Status410Gone)
            : refusal.Code == "formulation.changed-by-colleague" ? StatusCode(StatusCodes.Status409Conflict)
            : StatusCode(StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Hands the text in.</summary>
    public async Task<IActionResult> OnPostHandInAsync() =>
        await AnswerAsync(BesideField(await write.HandInAsync(Text, Draft, Stop)), "Framing.Write.HandedIn", Link($"/schrijven/{PartyId}"));

    /// <summary>Takes the text back.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync() =>
        await AnswerAsync(await write.TakeBackAsync(Text, Submit, Stop), "Framing.Write.TakenBack", Link($"/schrijven/{PartyId}"));

    /// <summary>One more field for a point; nothing is kept, nothing is lost.</summary>
    public async Task<IActionResult> OnPostMorePointsAsync()
    {
        Input = Input.WithRoomForPoints();
        ModelState.Clear();
        return await ShowAsync();
    }

    /// <summary>Takes one point off the screen.</summary>
    public async Task<IActionResult> OnPostRemovePointAsync(int place)
    {
        Input = Input.WithoutPoint(place);
        ModelState.Clear();
        return await ShowAsync();
    }

    /// <summary>Takes over what was offered: a thought as a point, or with no place the text under the first answer. Kept at once with all that is on screen.</summary>
    public async Task<IActionResult> OnPostTakeOverAsync(Guid offer, int? place)
    {
        if (!await LoadAsync() || Offered.FirstOrDefault(known => known.Id == offer) is not { } offered)
            return NotFound();
        Input = place is { } at
            ? Input.WithPoint(offered.Points.ElementAtOrDefault(at) ?? "")
            : Input.WithAnswer(View.Questions.Questions[0].Key, offered.Text);
        ModelState.Clear();
        return await OnPostAsync();
    }

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        var party = new PartyId(PartyId);
        var round = View.Round.Id;
        Party = PartyOf(party);
        Kept = await db.Formulations.AsNoTracking().SingleOrDefaultAsync(text => text.Round == round && text.Party == party, Stop);
        Voices = await Rounds.VoicesAsync(Party, Stop);
        foreach (var source in offers)
            Offered = [.. Offered, .. await source.ToAsync(round, party, Stop)];
        IsConflict = Request.Method == "POST" && Kept is not null && Kept.Version != Seen;
        if (IsConflict)
            ModelState.Remove("version");
    }

    /// <inheritdoc/>
    protected override bool IsThere => viewer.Parties.Contains(new PartyId(PartyId)) && View.Table.Party(new PartyId(PartyId)) is not null;

    private Refusal? BesideField(Refusal? refusal) =>
        refusal?.Field is { } key && Input.Answers.ContainsKey(key) ? refusal with { Field = $"Answers[{key}]" } : refusal;

    private SeenDraft Draft => new(Input.ToDraft(), Seen);
}
