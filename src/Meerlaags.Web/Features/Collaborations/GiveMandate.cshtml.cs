using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Record that a person may bind the party: from when, by which decision, up to what.</summary>
public sealed class GiveMandate(RecordMandate record, Acts acts) : CollaborationPage
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public MandateInput Input { get; set; } = new();

    /// <summary>The person.</summary>
    public Member Member { get; private set; } = null!;

    /// <summary>The party.</summary>
    public Party Party { get; private set; } = null!;

    /// <summary>Shows an empty form that begins today.</summary>
    public async Task<IActionResult> OnGetAsync(Guid member)
    {
        if (!await ReadAsync(member))
            return NotFound();
        Input = new MandateInput { From = DutchTime.DayOf(acts.Now) };
        return Page();
    }

    /// <summary>Records it.</summary>
    public async Task<IActionResult> OnPostAsync(Guid member)
    {
        if (!await ReadAsync(member))
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete();
        var terms = new MandateTerms(Input.From!.Value, Input.Until, Input.SourceDecision, Input.Limits);
        if (await record.ForAsync(new MemberAddress(Key, Member.Place.Id), terms, Submit, Stop) is { } refusal)
            return Refused(refusal);
        return DoneAt(T["Collaborations.Mandate.Done"], "/partijen");
    }

    private async Task<bool> ReadAsync(Guid member)
    {
        if (!await LoadAsync())
            return false;
        var members = await Queries.MembersAsync(Key, Stop);
        if (members.FirstOrDefault(known => known.Place.Id.Value == member) is not { Place.Party: { } party } found)
            return false;
        if (!(MaySettle || Viewer.HoldsOfficeAt(Key, party)) || SeatedParty(party.Value) is not { } seated)
            return false;
        (Member, Party) = (found, seated);
        return true;
    }
}

/// <summary>What was typed about a mandate.</summary>
public sealed record MandateInput
{
    /// <summary>First day.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    [DataType(DataType.Date)]
    public DateOnly? From { get; init; }

    /// <summary>Last day, or nothing.</summary>
    [DataType(DataType.Date)]
    public DateOnly? Until { get; init; }

    /// <summary>The decision it rests on.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string SourceDecision { get; init; } = "";

    /// <summary>Up to what.</summary>
    public string Limits { get; init; } = "";
}
