using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register.Refresh;

/// <summary>What a newer register says otherwise, to take over or not.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class ShowRefresh(RefreshRegister refresh, RefreshReader reader) : FeaturePage
{
    /// <summary>Organisations or regions that are shown at once per kind of change; the rest stands behind one more click.</summary>
    public const int ShownAtOnce = 20;

    /// <summary>The newer register.</summary>
    public KnownRefresh Known { get; private set; } = null!;

    /// <summary>The name of an organisation or region, with its code.</summary>
    public string Named(string code) => Known.Names.TryGetValue(code, out var name) ? $"{name} ({code})" : code;

    /// <summary>A value in words.</summary>
    public string Shown(string field, string value) => reader.Shown(field, value);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id) => await LoadAsync(id) ? Page() : NotFound();

    /// <summary>Takes it over.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id) =>
        await AnswerAsync(id, await refresh.ApproveAsync(new RegisterRefreshId(id), Submit, Stop), "Approved");

    /// <summary>Does not take it over.</summary>
    public async Task<IActionResult> OnPostRejectAsync(Guid id, string? why) =>
        await AnswerAsync(id, await refresh.RejectAsync(new RegisterRefreshId(id), why ?? "", Submit, Stop), "Rejected");

    private async Task<IActionResult> AnswerAsync(Guid id, Refusal? refusal, string done)
    {
        if (refusal is null)
        {
            Done = T["Register.Refresh.Done." + done];
            return LocalRedirect($"/beheer/register/{id}");
        }
        return await LoadAsync(id) ? Refused(refusal with { Field = null }) : NotFound();
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        if (await reader.OneAsync(new RegisterRefreshId(id), Stop) is not { } found)
            return false;
        Known = found;
        return true;
    }
}
