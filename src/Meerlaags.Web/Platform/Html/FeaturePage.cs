using System.Security.Cryptography;
using System.Text;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Meerlaags.Web.Platform.Html;

/// <summary>A page that can say no: the same page again with what was typed, the reason beside the field, status 422.</summary>
public abstract class FeaturePage : PageModel
{
    /// <summary>Id of this submit: made with the form and with what was filled in. A resend has the same one; an old form filled in anew does not.</summary>
    protected Guid? Submit => Guid.TryParse(Request.Form[SubmitField], out var made) ? SubmitOf(made) : null;

    /// <summary>Name of the field with the id of the submit.</summary>
    public const string SubmitField = "inzending";

    /// <summary>The texts.</summary>
    protected Texts T => HttpContext.RequestServices.GetRequiredService<Texts>();

    /// <summary>Stops when the browser is gone.</summary>
    protected CancellationToken Stop => HttpContext.RequestAborted;

    /// <summary>Shows the page again with the refusal in words; somebody else's change answers 409.</summary>
    /// <param name="refusal">The refusal.</param>
    /// <param name="prefix">Name of the input record its field belongs to.</param>
    protected IActionResult Refused(Refusal refusal, string prefix = "Input")
    {
        if (refusal == Refusals.NotThere)
            return NotFound();
        // The page for this status shows what was sent.
        if (refusal == Refusals.PlaceIsOver)
            return StatusCode(StatusCodes.Status410Gone);
        var field = refusal.Field is { } named ? $"{prefix}.{named}".TrimStart('.') : "";
        // What the framework said of the same field is less precise.
        ModelState[field]?.Errors.Clear();
        ModelState.AddModelError(field, T.For(refusal));
        Response.StatusCode = refusal.Code.Contains("changed-by", StringComparison.Ordinal)
            ? StatusCodes.Status409Conflict
            : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Shows the page again because the form itself is not complete.</summary>
    protected PageResult Incomplete()
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <inheritdoc/>
    [NonHandler]
    public override void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        // A part that an open page fetches comes between a form and the page it leads to: the message waits for that page.
        if (context.Result is PartialViewResult)
            TempData.Keep();
        base.OnPageHandlerExecuted(context);
    }

    private Guid SubmitOf(Guid made)
    {
        var filled = new StringBuilder(made.ToString()).Append(Request.Path).Append(Request.QueryString);
        foreach (
            var (name, values) in Request.Form.Where(field => field.Key != "__RequestVerificationToken").OrderBy(field => field.Key, StringComparer.Ordinal)
        )
            filled.Append('\n').Append(name).Append('=').AppendJoin('\u001f', values.ToArray());
        foreach (var file in Request.Form.Files)
        {
            using var content = file.OpenReadStream();
            filled.Append('\n').Append(file.Name).Append('=').Append(file.FileName).Append('\u001f').Append(Convert.ToHexString(SHA256.HashData(content)));
        }
        return new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(filled.ToString())).AsSpan(0, 16));
    }

    /// <summary>A message at the top of the next page.</summary>
    [TempData]
    public string? Done { get; set; }
}
