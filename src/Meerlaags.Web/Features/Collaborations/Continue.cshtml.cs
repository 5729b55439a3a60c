using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Who goes on at the seat of a party whose organisation ended.</summary>
public sealed class Continue(Heirs heirs, ConfirmHeir confirm, RegisterSearch register) : CollaborationPage
{
    /// <summary>Code of the organisation that was chosen.</summary>
    [BindProperty]
    public string? Heir { get; set; }

    /// <summary>What is to be confirmed.</summary>
    public Unconfirmed Open { get; private set; } = null!;

    /// <summary>Who stands there today.</summary>
    public IReadOnlyList<Organisation> Standing { get; private set; } = [];

    /// <summary>Shows who stands there today.</summary>
    public async Task<IActionResult> OnGetAsync(Guid party) => await ReadAsync(party) ? Page() : NotFound();

    /// <summary>Confirms it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid party)
    {
        if (await confirm.ForAsync(new PartyAddress(Key, new PartyId(party)), Heir ?? "", Submit, Stop) is { } refusal)
            return await ReadAsync(party) ? Refused(refusal, "") : NotFound();
        if (!await LoadAsync() || SeatedParty(party) is not { Heir: { } heir } found)
            return NotFound();
        return DoneAt(Words.Capital(T["Collaborations.Heir.Done", Words.InSentence(heir.Name), Words.InSentence(found.Name)]), "/partijen");
    }

    private async Task<bool> ReadAsync(Guid party)
    {
        if (!await LoadAsync() || SeatedParty(party) is not { } found || !(IsFacilitator || Viewer.SpeaksFor(found.Id)))
            return false;
        if (await heirs.OfAsync(found, Stop) is not { } open)
            return false;
        Open = open;
        Standing =
        [
            .. (await register.ByIdsAsync(open.Standing, Stop)).Values.OrderBy(organisation => SearchKey.Fold(organisation.Name), StringComparer.Ordinal),
        ];
        return true;
    }
}
