using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>The place in the room was over when a form was sent: what was typed is still here to copy.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class Ended : FeaturePage
{
    // What people type; the rest of a form is ids and choices.
    private static readonly string[] Written = ["Input.Answers", "Input.Points", "Input.Text"];

    /// <summary>What was typed.</summary>
    public IReadOnlyList<string> Typed { get; private set; } = [];

    /// <summary>Nothing was sent.</summary>
    public void OnGet() { }

    /// <summary>A form was refused; here is what it held.</summary>
    public async Task OnPostAsync() =>
        Typed = [
            .. ((await KeptForm.OfRefusedAsync(HttpContext))?.Fields ?? [])
                .Where(field =>
                    Written.Any(name => field.Key.StartsWith(name, StringComparison.Ordinal))
                    && !field.Key.StartsWith("Input.PointIds", StringComparison.Ordinal)
                )
                .Select(field => field.Value)
                .Where(value => !string.IsNullOrWhiteSpace(value)),
        ];
}
