using System.Net;
using System.Text.RegularExpressions;

namespace Meerlaags.Bench.Load;

/// <summary>A form of a page, read as far as somebody who fills it in needs it.</summary>
internal sealed partial record Form(string Html)
{
    /// <summary>The form that has this attribute.</summary>
    public static Form With(string attribute, string page)
    {
        var at = page.IndexOf($" {attribute}", StringComparison.Ordinal);
        if (at < 0)
            throw new InvalidDataException($"The page has no form with {attribute}.");
        var from = page.LastIndexOf("<form", at, StringComparison.Ordinal);
        return new Form(Template().Replace(page[from..page.IndexOf("</form>", at, StringComparison.Ordinal)], ""));
    }

    /// <summary>Hidden fields with their values, in order.</summary>
    public IEnumerable<(string Name, string Value)> Hidden => Inputs("hidden");

    /// <summary>Names of the fields for a line of text, in order.</summary>
    public IEnumerable<string> Lines => Inputs("text").Select(line => line.Name);

    /// <summary>Names of the fields for more text, in order.</summary>
    public IEnumerable<string> Areas => Area().Matches(Html).Select(area => In(area.Value, "name"));

    /// <summary>The value of an attribute of the form, or of the button whose value ends so.</summary>
    public string Address(string attribute, string ending) =>
        Regex
            .Matches(Html, $" {attribute}=\"([^\"]*)\"", RegexOptions.CultureInvariant)
            .Select(found => WebUtility.HtmlDecode(found.Groups[1].Value))
            .First(address => address.EndsWith(ending, StringComparison.Ordinal));

    private IEnumerable<(string Name, string Value)> Inputs(string type) =>
        Input().Matches(Html).Where(input => In(input.Value, "type") == type).Select(input => (In(input.Value, "name"), In(input.Value, "value")));

    private static string In(string field, string attribute)
    {
        var start = $" {attribute}=\"";
        var from = field.IndexOf(start, StringComparison.Ordinal);
        return from < 0 ? "" : WebUtility.HtmlDecode(field[(from + start.Length)..field.IndexOf('"', from + start.Length)]);
    }

    [GeneratedRegex("<template.*?</template>", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Template();

    [GeneratedRegex("<input[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Input();

    [GeneratedRegex("<textarea[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Area();
}
