using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Account;

/// <summary>A new password, typed twice. Long counts, signs do not.</summary>
public record NewPasswordInput
{
    /// <summary>Fewest characters.</summary>
    public const int Shortest = 12;

    /// <summary>Most characters.</summary>
    public const int Longest = 256;

    /// <summary>The password does not meet the rules.</summary>
    public static readonly Refusal TooWeak = new("account.password-length", Shortest, Longest) { Field = nameof(Password) };

    /// <summary>The new password.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Password { get; init; } = "";

    /// <summary>The same again.</summary>
    [Required(ErrorMessage = FormTexts.Missing)]
    public string Again { get; init; } = "";

    /// <summary>What is wrong with it, or null.</summary>
    public Refusal? Wrong() =>
        Password.Length is < Shortest or > Longest ? TooWeak
        : Password != Again ? new Refusal("account.passwords-differ") { Field = nameof(Again) }
        : null;
}
