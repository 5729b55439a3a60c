using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>An address as a picture for the camera of a phone: one path in an SVG, without style or script, sharp at any size and on paper.</summary>
public static class QrCode
{
    /// <summary>The picture, with its description for who does not see it.</summary>
    public static IHtmlContent Svg(string address, string description)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (row, dots) in code.ModuleMatrix.Index())
        {
            for (var column = 0; column < dots.Length; column++)
            {
                var from = column;
                while (column < dots.Length && dots[column])
                    column++;
                if (column > from)
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {row}h{column - from}v1h-{column - from}z");
            }
        }
        var side = code.ModuleMatrix.Count;
        var picture = new HtmlContentBuilder();
        picture.AppendHtml($"<svg class=\"ml-qr\" viewBox=\"0 0 {side} {side}\" role=\"img\" shape-rendering=\"crispEdges\" aria-label=\"");
        picture.Append(description);
        picture.AppendHtml($"\"><rect width=\"{side}\" height=\"{side}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>");
        return picture;
    }
}
