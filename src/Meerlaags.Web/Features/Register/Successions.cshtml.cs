using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Register;

/// <summary>An administrator puts mergers and splits on record, long before their day when they are known.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class Successions(RecordSuccession record, Lineages lineages, RegisterSearch register, OrganisationNames names) : FeaturePage
{
    /// <summary>What was filled in.</summary>
    [BindProperty]
    public SuccessionInput Input { get; set; } = new();

    /// <summary>Who goes over, as read.</summary>
    public ReadNames From { get; private set; } = ReadNames.None;

    /// <summary>Who takes over, as read.</summary>
    public ReadNames Into { get; private set; } = ReadNames.None;

    /// <summary>All successions, the latest day first.</summary>
    public IReadOnlyList<Succession> All { get; private set; } = [];

    /// <summary>Those that administrators put on record here.</summary>
    public IReadOnlyList<Succession> Own => [.. All.Where(known => known.RecordedBy is not null)];

    /// <summary>The organisations they name.</summary>
    public IReadOnlyDictionary<OrganisationId, Organisation> Organisations { get; private set; } = new Dictionary<OrganisationId, Organisation>();

    /// <summary>The day it is in the Netherlands.</summary>
    public DateOnly Today => register.Today;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync() => await ShowAsync();

    /// <summary>Puts one on record.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        From = await names.ReadAsync(Input.From, Input.Meant.Values, Stop);
        Into = await names.ReadAsync(Input.Into, Input.Meant.Values, Stop);
        Refusal?[] unclear =
        [
            Input.On is null ? new Refusal("succession.day-needed") { Field = nameof(Input.On) } : null,
            From.NotClear(nameof(Input.From)),
            Into.NotClear(nameof(Input.Into)),
        ];
        if (Input.On is not { } day || unclear.Any(refusal => refusal is not null))
            return await AgainAsync([.. unclear.OfType<Refusal>()]);
        var wish = new SuccessionWish(day, From.Codes, Into.Codes, Input.Source, Input.Note);
        return (await record.ForAsync(wish, Submit, Stop)).Is(out _, out var refusal) ? Onwards("Register.Succession.Done") : await AgainAsync(refusal);
    }

    /// <summary>Takes one back before its day.</summary>
    public async Task<IActionResult> OnPostBackAsync(Guid succession, string? why) =>
        await record.TakeBackAsync(new SuccessionId(succession), why ?? "", Submit, Stop) is { } refusal
            ? await AgainAsync(refusal with { Field = null })
            : Onwards("Register.Succession.Back.Done");

    /// <summary>The names of organisations in a sentence.</summary>
    public string Named(IEnumerable<OrganisationId> ids) =>
        string.Join(", ", ids.Select(id => Organisations.TryGetValue(id, out var known) ? known.OfficialName : ""));

    private async Task<IActionResult> ShowAsync()
    {
        All = await lineages.AllAsync(Stop);
        Organisations = await register.ByIdsAsync(All.SelectMany(known => known.Named), Stop);
        return Page();
    }

    private async Task<IActionResult> AgainAsync(params IReadOnlyList<Refusal> refusals)
    {
        await ShowAsync();
        IActionResult page = Page();
        foreach (var refusal in refusals)
            page = Refused(refusal);
        return page;
    }

    private LocalRedirectResult Onwards(string done)
    {
        Done = T[done];
        return LocalRedirect("/beheer/opvolgingen");
    }
}

/// <summary>The form of a succession.</summary>
public sealed record SuccessionInput
{
    /// <summary>The day.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Who goes over: names or codes, with commas between.</summary>
    public string From { get; init; } = "";

    /// <summary>Who takes over.</summary>
    public string Into { get; init; } = "";

    /// <summary>Who is meant by a name that was not clear.</summary>
    public Dictionary<int, string> Meant { get; init; } = [];

    /// <summary>Where this stands.</summary>
    public string Source { get; init; } = "";

    /// <summary>What one should know besides.</summary>
    public string Note { get; init; } = "";
}
