using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Who is at the table, with the people, their mandates and the open invitations.</summary>
public sealed class Parties(WithdrawInvitation withdraw, Heirs heirs, GrantLead grant, ChangeSettings settings) : CollaborationPage
{
    /// <summary>People with a place, by party; who is of no party under null.</summary>
    public ILookup<PartyId?, Member> Members { get; private set; } = null!;

    /// <summary>Open invitations that concern the viewer, by party.</summary>
    public ILookup<PartyId?, Invitation> Invitations { get; private set; } = null!;

    /// <summary>Names of the organisations that speak within composite parties.</summary>
    public IReadOnlyDictionary<OrganisationId, Organisation> Voices { get; private set; } = new Dictionary<OrganisationId, Organisation>();

    /// <summary>Parties whose organisation ended, while nobody confirmed yet who goes on.</summary>
    public IReadOnlyList<PartyId> Unconfirmed { get; private set; } = [];

    /// <summary>The parties at the table by tier, then by name.</summary>
    public IEnumerable<Party> Seated => Table.Seated.OrderBy(party => party.Tier).ThenBy(party => SearchKey.Fold(party.Name), StringComparer.Ordinal);

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        await ReadAsync();
        return Page();
    }

    /// <summary>Takes an invitation back.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation)
    {
        if (!await LoadAsync())
            return NotFound();
        if (await withdraw.OfAsync(Key, new InvitationId(invitation), Submit, Stop) is not { } refusal)
            return DoneAt(T["Collaborations.Withdraw.Done"], "/partijen");
        await ReadAsync();
        return Refused(refusal with { Field = null });
    }

    /// <summary>Lets somebody lead the process too, or no longer.</summary>
    public async Task<IActionResult> OnPostLeadAsync(Guid member, bool leads)
    {
        if (!await LoadAsync())
            return NotFound();
        if (await grant.ToAsync(new MemberAddress(Key, new MembershipId(member)), leads, Submit, Stop) is not { } refusal)
            return DoneAt(T[leads ? "Collaborations.Lead.Granted" : "Collaborations.Lead.Withdrawn"], "/partijen");
        await ReadAsync();
        return Refused(refusal with { Field = null });
    }

    /// <summary>A party lets others know that it takes part, or no longer.</summary>
    public async Task<IActionResult> OnPostShowAsync(Guid party, bool shown)
    {
        if (!await LoadAsync())
            return NotFound();
        if (await settings.ShowPartyAsync(new PartyAddress(Key, new PartyId(party)), shown, Submit, Stop) is not { } refusal)
            return DoneAt(T[shown ? "Collaborations.Shown.Party.Done" : "Collaborations.Shown.Party.Off"], "/partijen");
        await ReadAsync();
        return Refused(refusal with { Field = null });
    }

    /// <summary>Whether the viewer may change the seat of a party, invite for it and let it leave.</summary>
    public bool MaySpeakAbout(Party party) => IsFacilitator || Viewer.Parties.Contains(party.Id);

    /// <summary>Whether the viewer may let a party leave.</summary>
    public bool MayLetLeave(Party party) => MaySettle || Viewer.Parties.Contains(party.Id);

    /// <summary>Whether the viewer speaks for a party, and decides for it alone whether it is shown.</summary>
    public bool Speaks(Party party) => Viewer.SpeaksFor(party.Id);

    /// <summary>Whether the viewer may let this person lead the process too.</summary>
    public bool MayGrant(Member member) => MaySettle && member.Place is { Party: null } place && place.Function.KeepsGoing();

    /// <summary>Whether the viewer may record mandates of a party.</summary>
    public bool MayMandate(Party party) => MaySettle || Viewer.HoldsOfficeAt(Key, party.Id);

    /// <summary>Whether the viewer may end this place.</summary>
    public bool MayEnd(Member member) => MaySettle || member.Place.Person == Viewer.Person;

    private async Task ReadAsync()
    {
        Members = (await Queries.MembersAsync(Key, Stop)).ToLookup(member => member.Place.Party);
        Invitations = (await Queries.OpenInvitationsAsync(Key, Stop)).ToLookup(link => link.Party);
        Unconfirmed = [.. (await heirs.AtAsync(Table, Stop)).Select(open => open.Party.Id)];
        Voices = await Queries.OrganisationsAsync(Table.Seated.SelectMany(party => party.Voices).Select(voice => voice.Organisation), Stop);
    }
}

/// <summary>The people of one party, or of none, for <c>_People.cshtml</c>.</summary>
/// <param name="Page">The page.</param>
/// <param name="Party">The party, or null for who is of no party.</param>
/// <param name="Id">Id of the caption.</param>
/// <param name="Caption">The caption.</param>
public sealed record PeopleTable(Parties Page, Party? Party, string Id, string Caption);
