namespace Meerlaags.Web.Platform.Identity;

/// <summary>A cookie that over https no other host and no unprotected page can set (<c>__Host-</c>, Secure); over plain http, as on this machine itself, it has its bare name.</summary>
internal sealed class SchemeCookie : CookieBuilder
{
    private readonly string bare;
    private readonly IHttpContextAccessor request;

    public SchemeCookie(string bare, IHttpContextAccessor request)
    {
        this.bare = bare;
        this.request = request;
        HttpOnly = true;
        IsEssential = true;
        Path = "/";
        SameSite = SameSiteMode.Lax;
        SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    public override string? Name
    {
        get => request.HttpContext?.Request.IsHttps == true ? "__Host-" + bare : bare;
        set => throw new NotSupportedException("The name follows from the scheme of the request.");
    }
}
