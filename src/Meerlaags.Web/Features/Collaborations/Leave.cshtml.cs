using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Asks once more before a party leaves the table.</summary>
public sealed class Leave(LetPartyLeave leave) : CollaborationPage
{
    /// <summary>The party.</summary>
    public Party Party { get; private set; } = null!;

    /// <summary>The people whose places end with it.</summary>
    public IReadOnlyList<Member> Members { get; private set; } = [];

    /// <summary>Shows what it means.</summary>
    public async Task<IActionResult> OnGetAsync(Guid party) => await ReadAsync(party) ? Page() : NotFound();

    /// <summary>The party leaves.</summary>
    public async Task<IActionResult> OnPostAsync(Guid party)
    {
        if (!await ReadAsync(party))
            return NotFound();
        if (await leave.FromAsync(new PartyAddress(Key, Party.Id), Submit, Stop) is { } refusal)
            return Refused(refusal);
        Done = Words.Capital(T["Collaborations.Leave.Done", Words.InSentence(Party.Name)]);
        return LocalRedirect(IsFacilitator ? Home + "/partijen" : "/mijn-overzicht");
    }

    private async Task<bool> ReadAsync(Guid party)
    {
        if (!await LoadAsync() || SeatedParty(party) is not { } found || !(MaySettle || Viewer.Parties.Contains(found.Id)))
            return false;
        Party = found;
        Members = [.. (await Queries.MembersAsync(Key, Stop)).Where(member => member.Place.Party == found.Id)];
        return true;
    }
}
