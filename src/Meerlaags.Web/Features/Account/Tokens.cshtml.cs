using System.ComponentModel.DataAnnotations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Account;

/// <summary>Personal tokens: keys by which a program of your own acts as you.</summary>
public sealed class Tokens(Db db, Acts acts, MakeToken making, RevokeToken revoking, PasswordAgain passwordAgain) : FeaturePage
{
    /// <summary>Days a token may live, to choose from.</summary>
    public static readonly int[] Lifetimes = [7, 30, 90, 365];

    /// <summary>What was typed.</summary>
    [BindProperty]
    public TokenInput Input { get; set; } = new();

    /// <summary>The token that was made just now, with its secret; shown in this answer only.</summary>
    public MadeToken? Made { get; private set; }

    /// <summary>The tokens that still work, newest first.</summary>
    public IReadOnlyList<PersonalToken> Working { get; private set; } = [];

    /// <summary>Whether a token that binds asks for a password.</summary>
    public bool AsksPassword { get; private set; }

    /// <summary>Shows the tokens.</summary>
    public async Task OnGetAsync() => await ShowAsync();

    /// <summary>Makes one and shows its secret, this once.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
            return await AgainAsync(Incomplete());
        var days = Lifetimes.Contains(Input.Lifetime) ? Input.Lifetime : 0;
        var wish = new TokenWish(Input.Name, Input.Scopes, TimeSpan.FromDays(days), Input.Password);
        var decided = await making.MakeAsync(wish, Submit, Stop);
        if (!decided.Is(out var made, out var refusal))
            return await AgainAsync(Refused(refusal));
        Made = made;
        ModelState.Clear();
        Input = new TokenInput();
        return await AgainAsync(Page());
    }

    /// <summary>Takes one back.</summary>
    public async Task<IActionResult> OnPostIntrekkenAsync(Guid sleutel)
    {
        if (!await revoking.RevokeAsync(sleutel, Submit, Stop))
            return NotFound();
        Done = T["Account.Tokens.Revoked"];
        return LocalRedirect("/mijn-gegevens/sleutels");
    }

    private async Task<IActionResult> AgainAsync(IActionResult answer)
    {
        await ShowAsync();
        return answer;
    }

    private async Task ShowAsync()
    {
        var now = acts.Now;
        AsksPassword = await passwordAgain.IsAskedAsync();
        Working = await db.Set<PersonalToken>()
            .AsNoTracking()
            .Where(token => token.RevokedAt == null && token.ExpiresAt > now)
            .OrderByDescending(token => token.CreatedAt)
            .ToListAsync(Stop);
    }
}

/// <summary>What was typed for a new token.</summary>
public sealed record TokenInput
{
    /// <summary>What the owner calls it.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Name { get; init; } = "";

    /// <summary>What it may do.</summary>
    public List<string> Scopes { get; init; } = [];

    /// <summary>Days it works.</summary>
    public int Lifetime { get; init; } = 30;

    /// <summary>The password, for a token that binds.</summary>
    public string Password { get; init; } = "";
}
