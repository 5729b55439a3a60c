using System.Globalization;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Meerlaags.Web.Platform.Html;

/// <summary>Every form that changes something carries an id of its submit and the antiforgery token.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class SubmitIdTagHelper(IHtmlGenerator generator) : TagHelper
{
    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.PostContent.AppendHtml($"<input type=\"hidden\" name=\"{FeaturePage.SubmitField}\" value=\"{Guid.CreateVersion7()}\">");
        // A page that was answered with another handler, to show a fault, keeps that handler in its address: not where its forms go.
        if (!context.AllAttributes.Any(attribute => attribute.Name == "action" || attribute.Name.StartsWith("asp-", StringComparison.Ordinal)))
            output.Attributes.SetAttribute("action", ViewContext.HttpContext.Request.PathBase + ViewContext.HttpContext.Request.Path);
        // The framework adds the token itself where the form has no action of its own.
        if (context.AllAttributes["action"] is { Value: not null } && context.AllAttributes["asp-antiforgery"] is null)
            output.PostContent.AppendHtml(generator.GenerateAntiforgery(ViewContext));
    }
}

/// <summary>Kinds of fields.</summary>
public enum FieldKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Area,

    /// <summary>A day, typed as 2026-12-03 or picked.</summary>
    Date,

    /// <summary>A password.</summary>
    Password,

    /// <summary>An e-mail address.</summary>
    Email,
}

/// <summary>A field with its label, hint, fault and counter, in the order a screen reader reads them.</summary>
[HtmlTargetElement("ml-field", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(Texts texts) : TagHelper
{
    /// <summary>The value.</summary>
    public ModelExpression For { get; set; } = null!;

    /// <summary>The label.</summary>
    public string Label { get; set; } = "";

    /// <summary>A hint below the label, or nothing.</summary>
    public string? Hint { get; set; }

    /// <summary>The kind of field.</summary>
    public FieldKind Kind { get; set; }

    /// <summary>Whether it may stay empty; the label says so.</summary>
    public bool Optional { get; set; }

    /// <summary>Most graphemes, counted on screen; none without.</summary>
    public int? Limit { get; set; }

    /// <summary>Rows of an area.</summary>
    public int Rows { get; set; } = 5;

    /// <summary>The autocomplete word, such as <c>email</c>.</summary>
    public string? Autocomplete { get; set; }

    /// <summary>Whether the label is the question of the page.</summary>
    public bool Large { get; set; }

    /// <summary>Id to use when the name alone is not unique on the page.</summary>
    public string? FieldId { get; set; }

    /// <summary>The view.</summary>
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = FieldId ?? TagBuilder.CreateSanitizedId(name, "-");
        var state = ViewContext.ModelState[name];
        var fault = state?.Errors.FirstOrDefault()?.ErrorMessage;
        FieldLabels.Of(ViewContext)[name] = Label;
        var typed = state?.AttemptedValue ?? Written(For.Model);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "utrecht-form-field" + (fault is null ? "" : " utrecht-form-field--invalid"));

        var label = Element("label", "utrecht-form-label utrecht-form-field__label" + (Large ? " ml-legend--large" : ""), Label);
        label.Attributes["for"] = id;
        if (Optional)
            label.InnerHtml.Append(" ").AppendHtml(Element("span", "ml-optional", texts["Platform.Form.Optional"]));
        output.Content.AppendHtml(label);
        var described = new List<string>();
        if (Hint is { Length: > 0 })
            output.Content.AppendHtml(Described(Element("p", "utrecht-form-field-description", Hint), id + "-uitleg", described));
        if (fault is not null)
        {
            var message = new TagBuilder("p") { Attributes = { ["class"] = "utrecht-form-field-error-message utrecht-form-field__error-message" } };
            message
                .InnerHtml.AppendHtml("<span class=\"ml-icon ml-icon--warning\" aria-hidden=\"true\"></span>")
                .AppendHtml(Element("span", null, texts["Platform.Form.Fault", fault]));
            output.Content.AppendHtml(Described(message, id + "-fout", described));
        }
        output.Content.AppendHtml(Control(new Filled(name, id, typed, fault is not null), described));
    }

    private readonly record struct Filled(string Name, string Id, string Typed, bool Invalid);

    private TagBuilder Control(Filled filled, List<string> described)
    {
        var (name, id, typed, invalid) = filled;
        var control = new TagBuilder(Kind == FieldKind.Area ? "textarea" : "input");
        control.Attributes["id"] = id;
        control.Attributes["name"] = name;
        if (Kind == FieldKind.Area)
        {
            control.AddCssClass("utrecht-form-field__input utrecht-textarea utrecht-textarea--html-textarea");
            control.Attributes["rows"] = Rows.ToString(CultureInfo.InvariantCulture);
            // A browser drops one line end directly after the start tag.
            control.InnerHtml.AppendHtml("\n").Append(typed);
        }
        else
        {
            control.AddCssClass("utrecht-form-field__input utrecht-textbox utrecht-textbox--html-input" + (Kind == FieldKind.Date ? " ml-input--short" : ""));
            control.TagRenderMode = TagRenderMode.SelfClosing;
            control.Attributes["type"] = Kind switch
            {
                FieldKind.Date => "date",
                FieldKind.Password => "password",
                FieldKind.Email => "email",
                FieldKind.Line or FieldKind.Area => "text",
            };
            if (Kind != FieldKind.Password)
                control.Attributes["value"] = typed;
        }
        if (Kind is FieldKind.Line or FieldKind.Area)
            control.Attributes["dir"] = "auto";
        if (!Optional)
            control.Attributes["aria-required"] = "true";
        if (invalid)
            control.Attributes["aria-invalid"] = "true";
        if (Autocomplete is not null)
            control.Attributes["autocomplete"] = Autocomplete;
        if (described.Count > 0)
            control.Attributes["aria-describedby"] = string.Join(' ', described);
        if (Limit is { } limit)
        {
            control.Attributes["data-limit"] = limit.ToString(CultureInfo.InvariantCulture);
            control.Attributes["data-limit-text"] = texts["Platform.Form.Left"];
            control.Attributes["data-limit-over-text"] = texts["Platform.Form.Over"];
        }
        return control;
    }

    private static string Written(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.CurrentCulture) ?? "",
        };

    private static TagBuilder Element(string tag, string? classes, string text)
    {
        var element = new TagBuilder(tag);
        if (classes is not null)
            element.Attributes["class"] = classes;
        element.InnerHtml.Append(text);
        return element;
    }

    private static TagBuilder Described(TagBuilder element, string id, List<string> described)
    {
        element.Attributes["id"] = id;
        described.Add(id);
        return element;
    }
}

/// <summary>A picture that carries no meaning of its own.</summary>
[HtmlTargetElement("ml-icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTagHelper : TagHelper
{
    /// <summary>Which one.</summary>
    public string Name { get; set; } = "";

    /// <summary>Larger.</summary>
    public bool Large { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"ml-icon ml-icon--{Name}" + (Large ? " ml-icon--lg" : ""));
        output.Attributes.SetAttribute("aria-hidden", "true");
    }
}
