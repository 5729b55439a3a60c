using System.ComponentModel.DataAnnotations;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Put a collaboration in the archive, or take it out, and say why.</summary>
public sealed class Archive(ArchiveCollaboration archive) : CollaborationPage
{
    /// <summary>What was typed.</summary>
    [BindProperty]
    public ArchiveInput Input { get; set; } = new();

    /// <summary>Shows what it means.</summary>
    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    /// <summary>Puts it in the archive.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete();
        return await archive.WithAsync(Key, Input.Reason, Submit, Stop) is { } refusal ? Refused(refusal) : DoneAt(T["Collaborations.Archive.Done"]);
    }

    /// <summary>Takes it out.</summary>
    public async Task<IActionResult> OnPostReopenAsync()
    {
        if (!await ReadAsync())
            return NotFound();
        if (!ModelState.IsValid)
            return Incomplete();
        return await archive.ReopenAsync(Key, Input.Reason, Submit, Stop) is { } refusal ? Refused(refusal) : DoneAt(T["Collaborations.Reopen.Done"]);
    }

    private async Task<bool> ReadAsync() => await LoadAsync() && MaySettle;
}

/// <summary>What was typed about the archive.</summary>
public sealed record ArchiveInput
{
    /// <summary>Why.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Reason { get; init; } = "";
}
