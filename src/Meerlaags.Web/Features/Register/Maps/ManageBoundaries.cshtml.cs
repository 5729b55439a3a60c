using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register.Boundaries;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>An administrator imports boundaries for the map: first looks at what a file would do, then confirms.</summary>
[Authorize(Policy = Policies.Administrator)]
[RequestSizeLimit(MostSent)]
public sealed class ManageBoundaries(ImportBoundaries import, BoundaryReader reader, CarriedFile carried, MapSource source) : FeaturePage
{
    /// <summary>Most codes that are named; the others are counted.</summary>
    public const int MostNamed = 12;

    // More than is read, so that a file that is too large is refused in words.
    private const int MostSent = 100_000_000;

    /// <summary>What was filled in.</summary>
    [BindProperty]
    public BoundaryInput Input { get; set; } = new();

    /// <summary>All sets, the last import first.</summary>
    public IReadOnlyList<BoundarySet> Sets { get; private set; } = [];

    /// <summary>The sets that maps show today.</summary>
    public IReadOnlySet<BoundarySetId> Shown { get; private set; } = new HashSet<BoundarySetId>();

    /// <summary>What the file would do; null as long as none was looked at.</summary>
    public IReadOnlyList<LayerProposal>? Proposals { get; private set; }

    /// <summary>What was read, for the form that confirms.</summary>
    public CarriedBoundaries? Read { get; private set; }

    /// <summary>The same, sealed.</summary>
    public string Carried { get; private set; } = "";

    /// <summary>Codes in the file that belong to no layer.</summary>
    public IReadOnlyList<string> Skipped { get; private set; } = [];

    /// <summary>What the codes in the proposal stand for.</summary>
    public Func<string, string?> NameOf { get; private set; } = _ => null;

    /// <summary>Whether coordinates were converted to degrees.</summary>
    public bool WasConverted { get; private set; }

    /// <summary>Shows the sets and the form.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        Input = Input with { ValidOn = new DateOnly(source.Today.Year, 1, 1), Attribution = T["Maps.Import.Attribution.Default"], Licence = "CC BY 4.0" };
        return await ShowAsync();
    }

    /// <summary>Looks at a file; changes nothing.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.ValidOn is not { } day)
            return await AgainAsync(new Refusal("boundary.day-needed") { Field = nameof(Input.ValidOn) });
        if (Input.File is not { Length: > 0 } file)
            return await AgainAsync(new Refusal(Input.File is null ? "boundary.file-needed" : "boundary.empty-file") { Field = nameof(Input.File) });
        if (file.Length > BoundaryFile.MostBytes)
            return await AgainAsync(new Refusal("boundary.too-large", BoundaryFile.MostBytes / 1_000_000) { Field = nameof(Input.File) });
        using var content = new MemoryStream();
        await file.CopyToAsync(content, Stop);
        if (!BoundaryFile.Read(content.ToArray()).Is(out var found, out var refusal))
            return await AgainAsync(refusal with { Field = nameof(Input.File) });
        var read = CarriedBoundaries.Of(file.FileName, content.ToArray(), found);
        if (!(await import.ProposeAsync(Input.Wish(day, read), Stop)).Is(out var proposals, out var not))
            return await AgainAsync(not.Field is null ? not with { Field = nameof(Input.File) } : not);
        (Proposals, Read, Carried, Skipped, WasConverted) = (proposals, read, carried.Write(read), found.Skipped, found.WasConverted);
        NameOf = await source.NamesAsync(Stop);
        return await ShowAsync();
    }

    /// <summary>Imports what was looked at.</summary>
    public async Task<IActionResult> OnPostImportAsync()
    {
        if (Input.ValidOn is not { } day || carried.Read(Input.Carried) is not { } read)
            return await AgainAsync(new Refusal("boundary.look-again") { Field = nameof(Input.File) });
        return await import.ForAsync(Input.Wish(day, read), Submit, Stop) is { } refusal ? await AgainAsync(refusal) : Onwards("Maps.Import.Done");
    }

    /// <summary>Takes a set back.</summary>
    public async Task<IActionResult> OnPostBackAsync(Guid set, string? why) =>
        await import.TakeBackAsync(new BoundarySetId(set), why ?? "", Submit, Stop) is { } refusal
            ? await AgainAsync(refusal with { Field = null })
            : Onwards("Maps.Back.Done");

    private async Task<IActionResult> ShowAsync()
    {
        Sets = await reader.SetsAsync(Stop);
        Shown = (await reader.ShownAsync(Stop)).Select(set => set.Id).ToHashSet();
        return Page();
    }

    private async Task<IActionResult> AgainAsync(Refusal refusal)
    {
        await ShowAsync();
        return Refused(refusal);
    }

    private LocalRedirectResult Onwards(string done)
    {
        Done = T[done];
        return LocalRedirect("/beheer/grenzen");
    }
}

/// <summary>The form of an import.</summary>
public sealed record BoundaryInput
{
    /// <summary>The file.</summary>
    public IFormFile? File { get; init; }

    /// <summary>The first day for which the boundaries hold.</summary>
    public DateOnly? ValidOn { get; init; }

    /// <summary>Whom to name beside every map.</summary>
    public string? Attribution { get; init; }

    /// <summary>The licence.</summary>
    public string? Licence { get; init; }

    /// <summary>What was looked at, sealed.</summary>
    public string? Carried { get; init; }

    /// <summary>As the use case takes it.</summary>
    public BoundaryWish Wish(DateOnly day, CarriedBoundaries read) => read.Wish(day, Attribution ?? "", Licence ?? "");
}
