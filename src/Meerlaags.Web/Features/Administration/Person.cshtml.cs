using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Administration;

/// <summary>One person with an account: how it stands, what an administrator can do about it, and what was decided before.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class Person(PeopleReader people, LookAfterAccount look, PasswordAgain passwordAgain) : FeaturePage
{
    /// <summary>The account.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>What was typed to block or unblock.</summary>
    [BindProperty]
    public MeasureInput Block { get; set; } = new();

    /// <summary>What was typed to make or unmake an administrator.</summary>
    [BindProperty]
    public MeasureInput Role { get; set; } = new();

    /// <summary>What was typed to make a link.</summary>
    [BindProperty]
    public MeasureInput Link { get; set; } = new();

    /// <summary>The person.</summary>
    public PersonAtHand Known { get; private set; } = null!;

    /// <summary>The link that was made just now; it is shown in this answer only.</summary>
    public string? Made { get; private set; }

    /// <summary>Whether giving much away asks the own password.</summary>
    public bool AsksPassword { get; private set; }

    /// <summary>Shows the person.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Blocks the account.</summary>
    public Task<IActionResult> OnPostBlockAsync() => DecideAsync(AccountMeasure.Blocked, Block, nameof(Block));

    /// <summary>Lets the person in again.</summary>
    public Task<IActionResult> OnPostUnblockAsync() => DecideAsync(AccountMeasure.Unblocked, Block, nameof(Block));

    /// <summary>Makes the person an administrator; asks the own password.</summary>
    public async Task<IActionResult> OnPostMakeAsync() =>
        await passwordAgain.CheckAsync(Role.Password, Stop) is { } wrong
            ? await AgainAsync(wrong, nameof(Role))
            : await DecideAsync(AccountMeasure.MadeAdministrator, Role, nameof(Role));

    /// <summary>The person no longer looks after the installation.</summary>
    public Task<IActionResult> OnPostUnmakeAsync() => DecideAsync(AccountMeasure.NoLongerAdministrator, Role, nameof(Role));

    /// <summary>Ends every session.</summary>
    public Task<IActionResult> OnPostSessionsAsync() => DecideAsync(AccountMeasure.SessionsEnded, new MeasureInput(), "");

    /// <summary>Takes a token back.</summary>
    public async Task<IActionResult> OnPostRevokeAsync(Guid token) =>
        await look.RevokeAsync(new PersonId(Id), token, Submit, Stop) is { } refusal ? await AgainAsync(refusal, "") : Onwards(AccountMeasure.TokenRevoked);

    /// <summary>Makes a link that sets a password, and shows it this once; asks the own password.</summary>
    public async Task<IActionResult> OnPostLinkAsync()
    {
        if (await passwordAgain.CheckAsync(Link.Password, Stop) is { } wrong)
            return await AgainAsync(wrong, nameof(Link));
        if (!(await look.MakeLinkAsync(new PersonId(Id), Link.Reason, Submit, Stop)).Is(out var path, out var refusal))
            return await AgainAsync(refusal, nameof(Link));
        if (!await LoadAsync())
            return NotFound();
        ModelState.Clear();
        Link = new MeasureInput();
        Made = path.Length == 0 ? "" : PasswordLink.AddressOf(Request, path);
        return Page();
    }

    private async Task<IActionResult> DecideAsync(AccountMeasure measure, MeasureInput input, string form) =>
        await look.DecideAsync(new PersonId(Id), new MeasureWish(measure, input.Reason), Submit, Stop) is { } refusal
            ? await AgainAsync(refusal, form)
            : Onwards(measure);

    private async Task<IActionResult> AgainAsync(Refusal refusal, string form) => await LoadAsync() ? Refused(refusal, form) : NotFound();

    private LocalRedirectResult Onwards(AccountMeasure measure)
    {
        Done = T["Administration.Person.Done." + measure];
        return LocalRedirect($"/beheer/mensen/{Id}");
    }

    private async Task<bool> LoadAsync()
    {
        var known = await people.OfAsync(new PersonId(Id), Stop);
        Known = known!;
        AsksPassword = await passwordAgain.IsAskedAsync();
        return known is not null;
    }
}

/// <summary>What was typed with a decision.</summary>
public sealed record MeasureInput
{
    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The own password, where much is given.</summary>
    public string Password { get; init; } = "";
}
