using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Collaborations.Export;

/// <summary>The export as one page that can be read and printed anywhere, without this installation and without a network.</summary>
public sealed class ReadablePage(Texts texts)
{
    private static readonly HtmlEncoder Letters = HtmlEncoder.Create(UnicodeRanges.All);

    private const string Style = """
        body{font:1rem/1.55 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
        h1{font-size:1.8rem;line-height:1.2}h2{font-size:1.35rem;margin-top:2.5rem;border-bottom:1px solid #c8c8c8;padding-bottom:.3rem}
        ul{padding:0;list-style:none}li{margin:0 0 .8rem;break-inside:avoid}.lead{font-weight:600}.note{color:#595959;font-size:.9rem}
        .text{white-space:pre-line;overflow-wrap:anywhere}code{font-size:.8rem;overflow-wrap:anywhere}
        @media print{body{margin:0;max-width:none}h2{break-after:avoid}}
        """;

    /// <summary>The page.</summary>
    public byte[] Of(Exported export)
    {
        var page = new StringBuilder();
        var title = export.Table.Challenge;
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{(Languages.IsDutch ? "nl" : "en")}\">\n<head><meta charset=\"utf-8\">");
        page.Append(CultureInfo.InvariantCulture, $"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>{Safe(title)}</title>");
        page.Append(CultureInfo.InvariantCulture, $"<style>{Style}</style></head>\n<body>\n<main>\n<h1 dir=\"auto\">{Safe(title)}</h1>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p dir=\"auto\">{Safe(export.Table.Region)}</p>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Safe(texts["Collaborations.Export.MadeAt", texts.MomentOf(export.MadeAt)])}</p>\n");
        foreach (
            var section in export
                .Parts.SelectMany(part => part.Sections)
                .Append(LogOf(export))
                .Append(ProofOf(export))
                .Where(section => section.Lines.Count > 0)
        )
            Write(page, section);
        return Encoding.UTF8.GetBytes(page.Append("</main>\n</body>\n</html>\n").ToString());
    }

    private static void Write(StringBuilder page, ReadableSection section)
    {
        page.Append(CultureInfo.InvariantCulture, $"<section>\n<h2 dir=\"auto\">{Safe(section.Title)}</h2>\n<ul>\n");
        foreach (var line in section.Lines)
        {
            page.Append("<li>");
            if (line.Lead.Length > 0)
                page.Append(CultureInfo.InvariantCulture, $"<div class=\"lead\" dir=\"auto\">{Safe(line.Lead)}</div>");
            if (line.Text.Length > 0)
                page.Append(CultureInfo.InvariantCulture, $"<div class=\"text\" dir=\"auto\">{Safe(line.Text)}</div>");
            if (line.Note.Length > 0)
                page.Append(CultureInfo.InvariantCulture, $"<div class=\"note\" dir=\"auto\">{Safe(line.Note)}</div>");
            page.Append("</li>\n");
        }
        page.Append("</ul>\n</section>\n");
    }

    private ReadableSection LogOf(Exported export) =>
        new(
            texts["Collaborations.Menu.Log"],
            [
                .. export.Log.Select(entry => new ReadableLine("", entry.Sentence)
                {
                    Note = DutchTime.Of(entry.At).ToString("d MMMM yyyy, HH.mm", CultureInfo.CurrentCulture),
                }),
            ]
        );

    private ReadableSection ProofOf(Exported export) =>
        new(
            texts["Collaborations.Export.Proof"],
            [
                new ReadableLine("", texts[export.Holds ? "Collaborations.Export.Holds" : "Collaborations.Export.Broken"]),
                new ReadableLine("", texts[export.IsWhole ? "Collaborations.Export.Whole" : "Collaborations.Export.Part"])
                {
                    Note = export.Chain is [.., var last] ? texts["Collaborations.Export.LastHash", last.Number, last.Hash] : "",
                },
            ]
        );

    private static string Safe(string text) => Letters.Encode(text);
}
