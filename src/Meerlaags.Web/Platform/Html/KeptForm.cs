using Microsoft.AspNetCore.Diagnostics;

namespace Meerlaags.Web.Platform.Html;

/// <summary>
/// What somebody sent that could not be done at that moment: the session was over, or the page too old. It travels along in hidden
/// fields until it can be sent again, so that nothing typed is lost. Passwords do not travel.
/// </summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Fields">What was sent.</param>
public sealed record KeptForm(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>What stands before the names of fields that travel along in another form.</summary>
    public const string Prefix = "bewaard.";

    // The form that sends it again has these of its own; a password is typed again.
    private static readonly string[] Left = ["__RequestVerificationToken", FeaturePage.SubmitField, "Password", "Current", "Again", "Repeated"];

    /// <summary>What the refused request sent, for the page that says why; null when it sent no form, or not from a page of ours.</summary>
    public static async Task<KeptForm?> OfRefusedAsync(HttpContext context)
    {
        var request = context.Request;
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not { } refused || !HttpMethods.IsPost(request.Method) || !request.HasFormContentType)
            return null;
        // What another site sends in somebody's name is not offered to be sent again.
        if (request.Headers["Sec-Fetch-Site"] != "same-origin" && request.Headers.Origin != $"{request.Scheme}://{request.Host}")
            return null;
        return Of(refused.OriginalPathBase + refused.OriginalPath + refused.OriginalQueryString, await request.ReadFormAsync(context.RequestAborted));
    }

    /// <summary>What travels along in a form; null when nothing does.</summary>
    /// <param name="address">Where it is to be sent.</param>
    /// <param name="form">The form it travels in.</param>
    public static KeptForm? Carried(string address, IFormCollection form)
    {
        var kept = form.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal))
            .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key[Prefix.Length..], value ?? ""))
            .ToList();
        return kept.Count == 0 ? null : new KeptForm(address, kept);
    }

    private static KeptForm Of(string address, IFormCollection form) =>
        new(
            address,
            [
                .. form.Where(field => !Left.Contains(field.Key.Split('.')[^1]))
                    .SelectMany(field => field.Value, (field, value) => KeyValuePair.Create(field.Key, value ?? "")),
            ]
        );
}
