namespace Meerlaags.Web.Platform.Security;

/// <summary>Headers of every answer: nothing from elsewhere, nothing inline, nothing kept by others.</summary>
public static class SecurityHeaders
{
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Adds the headers; pages are never kept by a cache unless they say so themselves.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app)
    {
        var isInLocalNetwork = app.ApplicationServices.GetService<LocalNetwork>() is not null;
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = ContentPolicy;
                headers.XContentTypeOptions = "nosniff";
                // An address can hold a secret: it goes nowhere else. Without any, a browser would not say that a form comes from a page of ours.
                headers["Referrer-Policy"] = "same-origin";
                headers.XFrameOptions = "DENY";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                // In a local network a phone that trusts us only this once must be able to come back.
                if (context.Request.IsHttps && !isInLocalNetwork)
                    headers.StrictTransportSecurity = "max-age=31536000";
                context.Response.OnStarting(() =>
                {
                    if (headers.CacheControl.Count == 0)
                        headers.CacheControl = "no-store";
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
    }
}
