using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations.Export;

/// <summary>Take a whole collaboration along: to read, for a program, and with proof that the logbook was not tampered with.</summary>
public sealed class Take(ExportReader reader, ReadablePage readable) : CollaborationPage
{
    /// <summary>What would be taken along.</summary>
    public Exported Export { get; private set; } = null!;

    /// <summary>Shows what it is, and whether the chain holds.</summary>
    public Task<IActionResult> OnGetAsync() => WithAsync(_ => Page());

    /// <summary>The readable page, as a file.</summary>
    public Task<IActionResult> OnGetHtmlAsync() => WithAsync(export => File(readable.Of(export), "text/html; charset=utf-8", ExportBundle.Page));

    /// <summary>The JSON, as a file.</summary>
    public Task<IActionResult> OnGetJsonAsync() => WithAsync(export => File(export.Json(), "application/json", ExportBundle.Json));

    /// <summary>Both with the list of their hashes, as one file.</summary>
    public Task<IActionResult> OnGetZipAsync() =>
        WithAsync(export => File(ExportBundle.Of(export, readable.Of(export)), "application/zip", "samenwerking.zip"));

    private async Task<IActionResult> WithAsync(Func<Exported, IActionResult> answer)
    {
        if (!await LoadAsync() || await reader.OfAsync(Key, Stop) is not { } export)
            return NotFound();
        Export = export;
        return answer(export);
    }
}
