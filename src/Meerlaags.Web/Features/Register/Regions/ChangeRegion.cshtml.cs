using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register.Regions;

/// <summary>Who belongs to a region of one's own, from when to when; its words; its end.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class ChangeRegion(DrawRegion draw, RegionReader reader, RegisterSearch register, OrganisationNames names) : FeaturePage
{
    /// <summary>The words.</summary>
    [BindProperty]
    public RegionInput Input { get; set; } = new();

    /// <summary>Who joins.</summary>
    [BindProperty]
    public RegionMembersInput Members { get; set; } = new();

    /// <summary>Who joins, as read.</summary>
    public ReadNames Joining { get; private set; } = ReadNames.None;

    /// <summary>The region today.</summary>
    public RegionOnDay Known { get; private set; } = null!;

    /// <summary>The day it is in the Netherlands.</summary>
    public DateOnly Today => register.Today;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (!await LoadAsync(code))
            return NotFound();
        Input = RegionInput.Of(Known.Region);
        return Page();
    }

    /// <summary>Gives it other words.</summary>
    public async Task<IActionResult> OnPostAsync(string code) =>
        await AnswerAsync(code, await draw.RenameAsync(code, Input.Plan(), Submit, Stop), "Register.OwnRegions.Renamed");

    /// <summary>Organisations join.</summary>
    public async Task<IActionResult> OnPostAdmitAsync(string code)
    {
        Joining = await names.ReadAsync(Members.Organisations, Members.Meant.Values, Stop);
        var refusal =
            Joining.NotClear(nameof(Members.Organisations))
            ?? await draw.AdmitAsync(code, new RegionMembersWish(Joining.Codes, Members.From ?? Today), Submit, Stop);
        return await AnswerAsync(code, refusal, "Register.OwnRegions.Admitted", nameof(Members));
    }

    /// <summary>An organisation leaves.</summary>
    public async Task<IActionResult> OnPostPartAsync(string code, string organisation, DateOnly? on) =>
        await AnswerAsync(code, await draw.PartAsync(code, new RegionPart(organisation, on ?? Today), Submit, Stop), "Register.OwnRegions.Parted", "");

    /// <summary>The region ends.</summary>
    public async Task<IActionResult> OnPostEndAsync(string code, DateOnly? on) =>
        await AnswerAsync(code, await draw.EndAsync(code, on ?? Today, Submit, Stop), "Register.OwnRegions.Ended", "");

    private async Task<IActionResult> AnswerAsync(string code, Refusal? refusal, string done, string prefix = nameof(Input))
    {
        if (refusal is null)
        {
            Done = T[done];
            return LocalRedirect("/beheer/regios/" + code);
        }
        if (!await LoadAsync(code))
            return NotFound();
        // The other forms on the page say what is on record.
        if (prefix != nameof(Input))
            Input = RegionInput.Of(Known.Region);
        return Refused(prefix.Length > 0 ? refusal : refusal with { Field = null }, prefix);
    }

    private async Task<bool> LoadAsync(string code)
    {
        if (await reader.OnAsync(code, Today, Stop) is not { Region.IsOwn: true } found)
            return false;
        Known = found;
        return true;
    }
}

/// <summary>Organisations that join a region.</summary>
public sealed record RegionMembersInput
{
    /// <summary>Their names or codes, with commas or lines between.</summary>
    public string Organisations { get; init; } = "";

    /// <summary>Who is meant by a name that was not clear.</summary>
    public Dictionary<int, string> Meant { get; init; } = [];

    /// <summary>The first day; today when it is not given.</summary>
    public DateOnly? From { get; init; }
}
