using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>The link by which someone sets a password: it works once, for a day.</summary>
public static class PasswordLink
{
    /// <summary>Path of the page.</summary>
    public const string Page = "/wachtwoord-instellen";

    /// <summary>The path of a link.</summary>
    public static string PathOf(Account account, string token) => $"{Page}/{account.Id}/{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(token))}";

    /// <summary>A path as somebody else can open it: below the address by which this request came.</summary>
    public static string AddressOf(HttpRequest request, string path) => $"{request.Scheme}://{request.Host}{request.PathBase}{path}";

    /// <summary>The token in a link; empty when it cannot be read.</summary>
    public static string TokenOf(string code)
    {
        try
        {
            return Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(code));
        }
        catch (FormatException)
        {
            return "";
        }
    }
}
