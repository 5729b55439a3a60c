using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Meerlaags.Web.Features.Framing;

/// <summary>A page about one round.</summary>
public abstract class RoundPage(RoundReader rounds) : FeaturePage
{
    /// <summary>Reads rounds.</summary>
    protected RoundReader Rounds => rounds;

    /// <summary>The collaboration.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The number of the round.</summary>
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    /// <summary>The party acted for, or nothing for the facilitator.</summary>
    [BindProperty(Name = "namens")]
    public Guid? ActsFor { get; set; }

    /// <summary>The round.</summary>
    public RoundView View { get; protected set; } = null!;

    /// <summary>Which round this is.</summary>
    public RoundAddress Address => new(new CollaborationId(Id), Number);

    /// <summary>Who acts.</summary>
    protected PartyId? Actor => ActsFor is { } party ? new PartyId(party) : null;

    /// <summary>The path above the page; <c>Crumb</c> names the page within the round.</summary>
    public Trail Trail(ViewDataDictionary data)
    {
        var round = T["Framing.Round", Number];
        return data["Crumb"] is string here
            ? new Trail(Address.Collaboration, View.Table.Challenge, new Crumb(round, Link("")), new Crumb(here))
            : new Trail(Address.Collaboration, View.Table.Challenge, new Crumb(round));
    }

    /// <summary>Address of another page of this round.</summary>
    public string Link(string page) => $"/samenwerkingen/{Id}/rondes/{Number}{page}";

    /// <summary>The party of an open text or point; also one that has left.</summary>
    public Party PartyOf(PartyId party) => View.Table.Party(party)!;

    /// <summary>Loads the round and what the page shows besides; false when it is not there.</summary>
    protected async Task<bool> LoadAsync()
    {
        if (await rounds.FindAsync(Address, Stop) is not { } view)
            return false;
        View = view;
        ViewData["Section"] = "overview";
        if (!IsThere)
            return false;
        await LoadMoreAsync();
        return IsFound;
    }

    /// <summary>Whether this page of the round is there for this viewer.</summary>
    protected virtual bool IsThere => true;

    /// <summary>Whether what the page is about was found among what was loaded.</summary>
    protected virtual bool IsFound => true;

    /// <summary>What a page shows besides the round.</summary>
    protected virtual Task LoadMoreAsync() => Task.CompletedTask;

    /// <summary>The page as it is now, or not found.</summary>
    protected async Task<IActionResult> ShowAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>After an act: onwards when it was done, the same page with the reason when it was refused.</summary>
    protected async Task<IActionResult> AnswerAsync(Refusal? refusal, string done, string onwards, string prefix = "Input")
    {
        if (refusal is null)
        {
            Done = T[done];
            return LocalRedirect(onwards);
        }
        if (!await LoadAsync())
            return NotFound();
        return Refused(refusal, prefix);
    }
}
