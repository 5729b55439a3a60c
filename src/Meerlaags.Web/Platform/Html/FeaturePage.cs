using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Meerlaags.Web.Platform.Html;

/// <summary>A page that can say no: the same page again with what was typed, the reason beside the field, status 422.</summary>
public abstract class FeaturePage : PageModel
{
    /// <summary>Id of this submit, made with the form; a resend carries the same one.</summary>
    [BindProperty(Name = SubmitField)]
    public Guid? Submit { get; set; }

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
        ModelState.AddModelError(refusal.Field is { } field ? $"{prefix}.{field}" : "", T.For(refusal));
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

    /// <summary>A message at the top of the next page.</summary>
    [TempData]
    public string? Done { get; set; }
}
