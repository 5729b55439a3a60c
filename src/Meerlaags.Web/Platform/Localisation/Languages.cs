using System.Globalization;
using Meerlaags.Web.Platform.Api;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Localization;

namespace Meerlaags.Web.Platform.Localisation;

/// <summary>Dutch unless the reader chose English: by one click, kept in a cookie.</summary>
public static class Languages
{
    private const string Cookie = "taal";

    /// <summary>The languages there are.</summary>
    public static readonly CultureInfo[] All = [CultureInfo.GetCultureInfo("nl-NL"), CultureInfo.GetCultureInfo("en-GB")];

    /// <summary>Whether the reader reads Dutch.</summary>
    public static bool IsDutch => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "nl";

    /// <summary>Chooses the language of each request.</summary>
    public static void UseLanguages(this IApplicationBuilder app)
    {
        app.Use(RememberAsync);
        app.UseRequestLocalization(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(All[0]);
            options.SupportedCultures = options.SupportedUICultures = All;
            options.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(context => Task.FromResult(Chosen(context) is { } culture ? new ProviderCultureResult(culture.Name) : null)),
            ];
        });
    }

    /// <summary>Whether this browser has a chosen language.</summary>
    public static bool IsChosen(HttpContext context) => context.Request.Cookies.ContainsKey(Cookie);

    /// <summary>Keeps the language a reader chose.</summary>
    public static void Remember(HttpContext context, string code) =>
        context.Response.Cookies.Append(
            Cookie,
            code,
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
            }
        );

    private static CultureInfo? Chosen(HttpContext context) =>
        ApiMiddleware.IsApi(context)
            ? Of(context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).FirstOrDefault()?.Value.Value)
            : Of(context.Request.Cookies[Cookie]);

    private static CultureInfo? Of(string? code) =>
        code is { Length: >= 2 } ? All.FirstOrDefault(culture => culture.TwoLetterISOLanguageName == code[..2]) : null;

    private static Task RememberAsync(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || Of(context.Request.Query[Cookie]) is not { } chosen)
            return next(context);

        Remember(context, chosen.TwoLetterISOLanguageName);
        var rest = new QueryBuilder(
            context.Request.Query.Where(part => part.Key != Cookie).SelectMany(part => part.Value, (part, value) => KeyValuePair.Create(part.Key, value ?? ""))
        );
        context.Response.Redirect(context.Request.PathBase + context.Request.Path + rest.ToQueryString());
        return Task.CompletedTask;
    }
}
