using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register.Refresh;

/// <summary>Newer registers: hand one in, and what was decided of earlier ones.</summary>
[Authorize(Policy = Policies.Administrator)]
[RequestSizeLimit(UploadedFiles.MostBytesOfRequest)]
public sealed class Refreshes(RefreshRegister refresh, RefreshReader reader, RegisterSearch register) : FeaturePage
{
    /// <summary>What was filled in.</summary>
    [BindProperty]
    public RefreshInput Input { get; set; } = new();

    /// <summary>The files.</summary>
    [BindProperty]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>All that were proposed, the last one first.</summary>
    public IReadOnlyList<RefreshLine> All { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        All = await reader.AllAsync(Stop);
        Input = Input with { On = Input.On ?? register.Today };
    }

    /// <summary>Lays newer files beside the register.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.On is not { } day)
            return await AgainAsync(new Refusal("succession.day-needed") { Field = nameof(Input.On) });
        if (!(await UploadedFiles.ReadAsync(Files, Stop)).Is(out var texts, out var refusal))
            return await AgainAsync(refusal);
        var proposed = await refresh.ProposeAsync(new RefreshPlan(day, Input.Source), texts, Submit, Stop);
        return proposed.Is(out var id, out refusal)
            ? LocalRedirect($"/beheer/register/{id.Value}")
            : await AgainAsync(refusal.Field is null ? refusal with { Field = UploadedFiles.Field } : refusal);
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal)
    {
        All = await reader.AllAsync(Stop);
        return Refused(refusal, refusal.Field == UploadedFiles.Field ? "" : nameof(Input));
    }
}

/// <summary>The form of a newer register.</summary>
public sealed record RefreshInput
{
    /// <summary>The day it is of.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Where it comes from.</summary>
    public string Source { get; init; } = "";
}
