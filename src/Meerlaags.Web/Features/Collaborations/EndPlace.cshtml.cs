using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Asks once more before a person's place ends.</summary>
public sealed class EndPlace(EndMembership end) : CollaborationPage
{
    /// <summary>The person.</summary>
    public Member Member { get; private set; } = null!;

    /// <summary>Whether it is the viewer's own place.</summary>
    public bool IsOwn => Member.Place.Person == Viewer.Person;

    /// <summary>Shows what it means.</summary>
    public async Task<IActionResult> OnGetAsync(Guid member) => await ReadAsync(member) ? Page() : NotFound();

    /// <summary>Ends the place.</summary>
    public async Task<IActionResult> OnPostAsync(Guid member)
    {
        if (!await ReadAsync(member))
            return NotFound();
        if (await end.OfAsync(new MemberAddress(Key, Member.Place.Id), Submit, Stop) is { } refusal)
            return Refused(refusal);
        Done = T["Collaborations.Member.Ended", Member.Name];
        return LocalRedirect(IsOwn && Viewer.PlacesIn(Key).Count() == 1 ? "/mijn-overzicht" : Home + "/partijen");
    }

    private async Task<bool> ReadAsync(Guid member)
    {
        if (!await LoadAsync())
            return false;
        if ((await Queries.MembersAsync(Key, Stop)).FirstOrDefault(known => known.Place.Id.Value == member) is not { } found)
            return false;
        Member = found;
        return MaySettle || IsOwn;
    }
}
