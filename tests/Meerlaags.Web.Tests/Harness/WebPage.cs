using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Meerlaags.Web.Tests.Harness;

/// <summary>A page as somebody sees it.</summary>
public sealed class WebPage
{
    private readonly Browser browser;

    private WebPage(Browser browser, HttpResponseMessage answer, string html, IHtmlDocument document) =>
        (this.browser, Answer, Html, Document) = (browser, answer, html, document);

    /// <summary>The answer as it came.</summary>
    public HttpResponseMessage Answer { get; }

    /// <summary>The status as a number.</summary>
    public int Status => (int)Answer.StatusCode;

    /// <summary>Address where the browser ended.</summary>
    public string Address => Answer.RequestMessage!.RequestUri!.PathAndQuery;

    /// <summary>The source.</summary>
    public string Html { get; }

    /// <summary>The page as a tree.</summary>
    public IHtmlDocument Document { get; }

    /// <summary>The heading.</summary>
    public string Heading => Words(Document.QuerySelector("h1"));

    /// <summary>What the page warns about, or nothing.</summary>
    public string Alert => Words(Document.QuerySelector("[role=alert]"));

    /// <summary>What the page says was done, or nothing.</summary>
    public string Done => Words(Document.QuerySelector(".utrecht-alert--ok[role=status]"));

    /// <summary>The words of the main part.</summary>
    public string Text => Words(Document.QuerySelector("main"));

    internal static async Task<WebPage> ReadAsync(Browser browser, HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        var address = answer.RequestMessage!.RequestUri!;
        var document = await BrowsingContext.New(Configuration.Default).OpenAsync(source => source.Content(html).Address(address));
        return new WebPage(browser, answer, html, (IHtmlDocument)document);
    }

    /// <summary>Fills in the form of the page, sends it and follows to where it leads.</summary>
    public async Task<WebPage> Submit(params (string Name, string Value)[] fields) => await browser.FollowAsync(await Post(fields));

    /// <summary>Fills in the form that the selector finds - a form, or the button pressed - sends it and follows.</summary>
    public async Task<WebPage> Submit(string selector, params (string Name, string Value)[] fields) => await browser.FollowAsync(await Post(selector, fields));

    /// <summary>Sends the form of the page and follows nothing.</summary>
    public Task<HttpResponseMessage> Post(params (string Name, string Value)[] fields) => Post("main form[method=post]", fields);

    /// <summary>Fills in the form that the selector finds, hands files in with its file field, sends it and follows.</summary>
    public async Task<WebPage> Upload(string selector, IEnumerable<(string Name, string Value)> fields, params (string Name, byte[] Content)[] files)
    {
        var (address, filled) = Filled(selector, fields);
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in filled)
            form.Add(new StringContent(value), name);
        var field = Document.QuerySelector($"{selector} input[type=file]")!.GetAttribute("name")!;
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(content), field, name);
        return await browser.FollowAsync(await browser.SendForm(address, form, Answer));
    }

    /// <summary>Sends the form or presses the button that the selector finds and follows nothing.</summary>
    public Task<HttpResponseMessage> Post(string selector, params (string Name, string Value)[] fields)
    {
        var (address, filled) = Filled(selector, fields);
        return browser.SendForm(address, filled, Answer);
    }

    private (string Address, IEnumerable<(string Name, string Value)> Fields) Filled(string selector, IEnumerable<(string Name, string Value)> fields)
    {
        var found = Document.QuerySelectorAll(selector);
        Assert.True(found.Length == 1, $"'{selector}' finds {found.Length} things on {Address}, one is needed:\n{Text}");
        var button = found[0] as IHtmlButtonElement;
        var form = button?.Form ?? (IHtmlFormElement)found[0];
        button ??= form.QuerySelector<IHtmlButtonElement>("button[type=submit]");
        var address = button?.GetAttribute("formaction") ?? form.GetAttribute("action") ?? Address;
        var typed = Typed(form).ToList();
        if (button is { Name: { Length: > 0 } name })
            typed.Add((name, button.Value));
        var changed = fields.Select(field => field.Name).ToHashSet();
        return (address, typed.Where(field => !changed.Contains(field.Name)).Concat(fields));
    }

    /// <summary>The words of an element with white space made one space.</summary>
    public static string Words(IElement? element) => string.Join(' ', (element?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<(string Name, string Value)> Typed(IHtmlFormElement form)
    {
        foreach (var control in form.Elements.OfType<IHtmlElement>().Where(control => !control.HasAttribute("disabled")))
        {
            var name = control.GetAttribute("name");
            if (string.IsNullOrEmpty(name))
                continue;
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } or IHtmlInputElement { Type: "submit" or "button" or "file" }:
                    break;
                case IHtmlInputElement input:
                    yield return (name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return (name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    foreach (var option in select.SelectedOptions)
                        yield return (name, option.Value);
                    break;
            }
        }
    }
}
