using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>The facilitator brings another party to the table: from the register, or a partner by name.</summary>
public sealed class AddParty(SeatParty seat, RegisterSearch register) : CollaborationPage
{
    /// <summary>What is looked for.</summary>
    [BindProperty(SupportsGet = true, Name = "zoek")]
    public string? Text { get; set; }

    /// <summary>What was picked or typed.</summary>
    [BindProperty]
    public AddPartyInput Input { get; set; } = new();

    /// <summary>What was found, once searched.</summary>
    public RegisterAnswer? Found { get; private set; }

    /// <summary>Who may speak within composite parties that were found, by code.</summary>
    public Dictionary<string, IReadOnlyList<Organisation>> Voices { get; } = [];

    /// <summary>Shows what was found.</summary>
    public async Task<IActionResult> OnGetAsync() => await ReadAsync() && IsFacilitator ? Page() : NotFound();

    /// <summary>Gives the party a seat.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if ((await seat.AtAsync(Key, new PartyWish(Input.Code, Input.Name, Input.Voices), Submit, Stop)).Is(out _, out var refusal))
            return DoneAt(T["Collaborations.Parties.Added"], "/partijen");
        return Refused(refusal);
    }

    /// <summary>Whether this organisation is at the table already.</summary>
    public bool IsSeated(Organisation organisation) => Table.Seated.Any(party => party.Organisation == organisation.Id);

    private async Task<bool> ReadAsync()
    {
        if (!await LoadAsync())
            return false;
        if (string.IsNullOrWhiteSpace(Text))
            return true;
        Found = await register.FindAsync(new RegisterQuestion(Text), Stop);
        foreach (var organisation in Found.Organisations.Where(organisation => organisation.Code == RegisterKinds.Central))
            Voices[organisation.Code] = await register.VoicesOfAsync(organisation.Code, Stop);
        return true;
    }
}

/// <summary>A party to add.</summary>
public sealed record AddPartyInput
{
    /// <summary>Its code, or empty for a partner.</summary>
    public string Code { get; init; } = "";

    /// <summary>The name of a partner.</summary>
    public string Name { get; init; } = "";

    /// <summary>Codes of the organisations that speak within it.</summary>
    public List<string> Voices { get; init; } = [];
}
