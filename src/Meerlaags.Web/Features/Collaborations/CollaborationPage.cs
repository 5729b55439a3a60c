using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>A page within one collaboration. Who is no member does not find it.</summary>
public abstract class CollaborationPage : FeaturePage
{
    /// <summary>The collaboration in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The collaboration.</summary>
    public Collaboration Table { get; private set; } = null!;

    /// <summary>Whether the viewer leads its process.</summary>
    public bool IsFacilitator => Viewer.Facilitates(Key);

    /// <summary>Whether the viewer is its facilitator: for what is not granted to who else leads the process.</summary>
    public bool MaySettle => Viewer.IsFacilitatorOf(Key);

    /// <summary>Its id.</summary>
    public CollaborationId Key => new(Id);

    /// <summary>Address of its first page.</summary>
    public string Home => $"/samenwerkingen/{Id}";

    /// <summary>The path above the page.</summary>
    public Trail Trail(params Crumb[] rest) => new(Key, Table.Challenge, rest);

    /// <summary>Who looks.</summary>
    protected Viewer Viewer => HttpContext.RequestServices.GetRequiredService<Viewer>();

    /// <summary>Reads.</summary>
    protected CollaborationQueries Queries => HttpContext.RequestServices.GetRequiredService<CollaborationQueries>();

    /// <summary>Loads the collaboration; false when it is not there for this viewer.</summary>
    protected async Task<bool> LoadAsync()
    {
        if (await Queries.TableAsync(Key, Stop) is not { } found)
            return false;
        Table = found;
        return true;
    }

    /// <summary>The party with this id that is at the table, or null.</summary>
    protected Party? SeatedParty(Guid party) => Table.Party(new PartyId(party)) is { IsSeated: true } found ? found : null;

    /// <summary>Goes on to a page of this collaboration with a message on top.</summary>
    protected IActionResult DoneAt(string message, string page = "")
    {
        Done = message;
        return LocalRedirect(Home + page);
    }
}
