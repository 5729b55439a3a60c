using System.Text.Encodings.Web;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Meerlaags.Web.Platform.Html;

/// <summary>What is wrong with the form, on top, with links to the fields.</summary>
[HtmlTargetElement("ml-faults", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FaultsTagHelper(Texts texts, HtmlEncoder encoder) : TagHelper
{
    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = ViewContext.ModelState.SelectMany(field => field.Value!.Errors, (field, error) => (field.Key, error.ErrorMessage)).ToList();
        if (faults.Count == 0)
        {
            output.SuppressOutput();
            return;
        }
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "utrecht-alert utrecht-alert--error ml-error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Attributes.SetAttribute("id", "fouten");
        var title = faults.Count == 1 ? texts["Platform.Form.OneFault"] : texts["Platform.Form.Faults", faults.Count];
        output.Content.AppendHtml(
            "<div class=\"utrecht-alert__icon\"><span class=\"ml-icon ml-icon--warning ml-icon--lg\" aria-hidden=\"true\"></span></div><div class=\"utrecht-alert__content\"><div class=\"utrecht-alert__message\">"
        );
        output.Content.AppendHtml($"<h2 class=\"nl-heading nl-heading--level-2\">{encoder.Encode(title)}</h2><ul>");
        var labels = FieldLabels.Of(ViewContext);
        foreach (var (field, message) in faults)
            output.Content.AppendHtml(new FaultLine(labels, field, message));
        output.Content.AppendHtml("</ul></div></div>");
    }
}

/// <summary>What the fields of a page are called, by their names in the form.</summary>
public static class FieldLabels
{
    /// <summary>The labels of this page; a field adds its own when it is drawn.</summary>
    public static Dictionary<string, string> Of(ViewContext view)
    {
        if (view.HttpContext.Items[typeof(FieldLabels)] is not Dictionary<string, string> labels)
            view.HttpContext.Items[typeof(FieldLabels)] = labels = [];
        return labels;
    }
}

// The summary stands above the fields, so its lines are written last: then the labels are known.
internal sealed class FaultLine(Dictionary<string, string> labels, string field, string message) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var text = encoder.Encode(
            labels.TryGetValue(field, out var label) && label is [.., var last] ? $"{label}{(char.IsPunctuation(last) ? "" : ":")} {message}" : message
        );
        writer.Write(
            field.Length == 0
                ? $"<li>{text}</li>"
                : $"<li><a class=\"nl-link\" href=\"#{encoder.Encode(TagBuilder.CreateSanitizedId(field, "-"))}\">{text}</a></li>"
        );
    }
}
