using System.Globalization;
using System.Text;
using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Administration;

/// <summary>One review of rights: decide per right, keep what was decided, sign; once signed it is to be read, printed and taken along.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class Review(ReviewReader reader, ReviewRights reviewing, PasswordAgain passwordAgain) : FeaturePage
{
    /// <summary>Months until the next one, to choose from.</summary>
    public static readonly int[] Rhythms = [3, AccessReview.DefaultMonths, AccessReview.MostMonths];

    /// <summary>The review.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Pagina { get; set; } = 1;

    /// <summary>What was decided per right on this page, by its number.</summary>
    [BindProperty]
    public Dictionary<int, ReviewVerdict?> Verdicts { get; set; } = [];

    /// <summary>Why, by number.</summary>
    [BindProperty]
    public Dictionary<int, string> Reasons { get; set; } = [];

    /// <summary>What was typed to sign.</summary>
    [BindProperty]
    public SignatureInput Input { get; set; } = new();

    /// <summary>The review.</summary>
    public AccessReview Known { get; private set; } = null!;

    /// <summary>The rights of this page; once signed all of them.</summary>
    public IReadOnlyList<SeenRight> Rows { get; private set; } = [];

    /// <summary>Rights of today that do not stand on the list.</summary>
    public int Newer { get; private set; }

    /// <summary>Whether signing asks the own password.</summary>
    public bool AsksPassword { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Input = new SignatureInput { Name = User.FindFirst("display-name")?.Value ?? "" };
        return Page();
    }

    /// <summary>All of it as a table for a spreadsheet.</summary>
    public async Task<IActionResult> OnGetTableAsync()
    {
        if (await reader.FindAsync(new AccessReviewId(Id), Stop) is not { } known)
            return NotFound();
        var csv = ReviewTable.Write(await reader.RowsAsync(known, page: null, Stop), T);
        var day = DutchTime.DayOf(known.StartedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(csv)).ToArray(), "text/csv; charset=utf-8", $"rechtentoets-{day}.csv");
    }

    /// <summary>Keeps what was decided on this page; with <paramref name="rest"/> all that is still open on it stays.</summary>
    public async Task<IActionResult> OnPostAsync(bool rest)
    {
        var verdicts = Verdicts
            .Keys.Union(Reasons.Keys)
            .Select(number => (Number: number, Verdict: Verdicts.GetValueOrDefault(number), Reason: Reasons.GetValueOrDefault(number, "")))
            .Select(typed => new RightVerdict(typed.Number, typed.Verdict ?? (rest ? ReviewVerdict.Keep : null), typed.Reason))
            .ToList();
        if (await reviewing.DecideAsync(new AccessReviewId(Id), verdicts, Submit, Stop) is { } refusal)
            return await AgainAsync(refusal, "");
        Done = T["Administration.Review.Kept"];
        return LocalRedirect($"/beheer/rechtentoets/{Id}?pagina={Pagina}");
    }

    /// <summary>Signs it; what is to end, ends now.</summary>
    public async Task<IActionResult> OnPostSignAsync()
    {
        if (await passwordAgain.CheckAsync(Input.Password, Stop) is { } wrong)
            return await AgainAsync(wrong, nameof(Input));
        if (await reviewing.SignAsync(new AccessReviewId(Id), new Signature(Input.Name, Input.Months), Submit, Stop) is { } refusal)
            return await AgainAsync(refusal, nameof(Input));
        Done = T["Administration.Review.Signed.Done"];
        return LocalRedirect($"/beheer/rechtentoets/{Id}");
    }

    /// <summary>What is chosen for a right: what was typed just now, else what was kept.</summary>
    public ReviewVerdict? Chosen(ReviewedRight row) => Verdicts.TryGetValue(row.Number, out var typed) ? typed : row.Verdict;

    /// <summary>The reason for a right: what was typed just now, else what was kept.</summary>
    public string ReasonOf(ReviewedRight row) => Reasons.TryGetValue(row.Number, out var typed) ? typed : row.Reason;

    /// <summary>Whether a right was not used for a year, as far as known on that day.</summary>
    public bool IsDormant(ReviewedRight row) => row.LastUsedAt is null || Known.StartedAt - row.LastUsedAt > RightsReader.Dormant;

    private async Task<IActionResult> AgainAsync(Refusal refusal, string prefix) => await LoadAsync() ? Refused(refusal, prefix) : NotFound();

    private async Task<bool> LoadAsync()
    {
        if (await reader.FindAsync(new AccessReviewId(Id), Stop) is not { } known)
            return false;
        Known = known;
        AsksPassword = await passwordAgain.IsAskedAsync();
        // What is signed is read and printed as a whole.
        Rows = await reader.RowsAsync(known, known.IsOpen ? Pagina : null, Stop);
        Newer = await reader.NewerAsync(known, Stop);
        return true;
    }
}

/// <summary>What was typed to sign a review.</summary>
public sealed record SignatureInput
{
    /// <summary>The name under it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Months until the next one.</summary>
    public int Months { get; init; } = AccessReview.DefaultMonths;

    /// <summary>The own password.</summary>
    public string Password { get; init; } = "";
}
