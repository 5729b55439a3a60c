using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Invite one person for one seat. The link stands on the answer to this post only: it is kept nowhere.</summary>
public sealed class Invite(InvitePerson invite) : CollaborationPage
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public InviteInput Input { get; set; } = new();

    /// <summary>The parties the viewer may invite for.</summary>
    public IReadOnlyList<Party> Parties { get; private set; } = [];

    /// <summary>Who may speak within composite parties among them.</summary>
    public IReadOnlyDictionary<OrganisationId, Organisation> Voices { get; private set; } = new Dictionary<OrganisationId, Organisation>();

    /// <summary>The functions the viewer may invite for.</summary>
    public IEnumerable<MemberFunction> Functions =>
        Enum.GetValues<MemberFunction>().Where(function => function.NeedsParty() || (function == MemberFunction.Facilitator ? MaySettle : IsFacilitator));

    /// <summary>The invitation that was made just now, or null.</summary>
    public InvitationMade? Made { get; private set; }

    /// <summary>The link to give to the guest; only right after making it.</summary>
    public string? Link => Made?.Secret is { } secret ? $"{Request.Scheme}://{Request.Host}{Request.PathBase}/uitnodiging/{secret}" : null;

    /// <summary>Shows the form, with the party of the address chosen.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? partij)
    {
        if (!await ReadAsync())
            return NotFound();
        Input = new InviteInput { Party = partij ?? (IsFacilitator ? null : Parties[0].Id.Value) };
        return Page();
    }

    /// <summary>Makes the invitation and shows its link once.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete();
        var party = Input.Party is { } chosen ? new PartyId(chosen) : (PartyId?)null;
        var wish = new InvitationWish(Input.Function!.Value, party, Input.Voice, Input.For);
        if (!(await invite.ToAsync(Key, wish, Submit, Stop)).Is(out var made, out var refusal))
            return Refused(refusal);
        Made = made;
        return Page();
    }

    private async Task<bool> ReadAsync()
    {
        if (!await LoadAsync())
            return false;
        Parties =
        [
            .. Table
                .Seated.Where(party => IsFacilitator || Viewer.Parties.Contains(party.Id))
                .OrderBy(party => party.Tier)
                .ThenBy(party => SearchKey.Fold(party.Name), StringComparer.Ordinal),
        ];
        Voices = await Queries.OrganisationsAsync(Parties.SelectMany(party => party.Voices).Select(voice => voice.Organisation), Stop);
        return IsFacilitator || Parties.Count > 0;
    }
}

/// <summary>What was typed to invite someone.</summary>
public sealed record InviteInput
{
    /// <summary>What the guest will do.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public MemberFunction? Function { get; init; }

    /// <summary>For which party.</summary>
    public Guid? Party { get; init; }

    /// <summary>Within a composite party: code of the organisation.</summary>
    public string Voice { get; init; } = "";

    /// <summary>Whom it is meant for.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string For { get; init; } = "";
}
