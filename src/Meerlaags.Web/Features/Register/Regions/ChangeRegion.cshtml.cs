using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register.Regions;

/// <summary>Who belongs to a region of one's own, from when to when; its words; its end.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class ChangeRegion(DrawRegion draw, RegionReader reader, RegisterSearch register) : FeaturePage
{
    /// <summary>The words.</summary>
    [BindProperty]
    public RegionInput Input { get; set; } = new();

    /// <summary>Who joins.</summary>
    [BindProperty]
    public RegionMembersInput Members { get; set; } = new();

    /// <summary>The region today.</summary>
    public RegionOnDay Known { get; private set; } = null!;

    /// <summary>The day it is in the Netherlands.</summary>
    public DateOnly Today => register.Today;

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (!await LoadAsync(code))
            return NotFound();
        Input = new RegionInput
        {
            Name = Known.Region.Name,
            Source = Known.Region.Source,
            Note = Known.Region.Note,
        };
        return Page();
    }

    /// <summary>Gives it other words.</summary>
    public async Task<IActionResult> OnPostAsync(string code) =>
        await AnswerAsync(code, await draw.RenameAsync(code, Input.Plan(), Submit, Stop), "Register.OwnRegions.Renamed");

    /// <summary>Organisations join.</summary>
    public async Task<IActionResult> OnPostAdmitAsync(string code) =>
        await AnswerAsync(code, await draw.AdmitAsync(code, Members.Wish(Today), Submit, Stop), "Register.OwnRegions.Admitted", nameof(Members));

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
        return await LoadAsync(code) ? Refused(prefix.Length > 0 ? refusal : refusal with { Field = null }, prefix) : NotFound();
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
    /// <summary>Their codes, with commas, spaces or lines between.</summary>
    public string Codes { get; init; } = "";

    /// <summary>The first day; today when it is not given.</summary>
    public DateOnly? From { get; init; }

    /// <summary>As the use case takes it.</summary>
    public RegionMembersWish Wish(DateOnly today) => new(CodeList.Of(Codes), From ?? today);
}
