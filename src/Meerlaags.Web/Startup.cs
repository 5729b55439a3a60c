using System.Text.Encodings.Web;
using System.Text.Unicode;
using Meerlaags.Web.Features.Account;
using Meerlaags.Web.Features.Administration;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Demo;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Features.Framing.Candidates;
using Meerlaags.Web.Features.Framing.Recheck;
using Meerlaags.Web.Features.Home;
using Meerlaags.Web.Features.Notices;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Features.Register.Maps;
using Meerlaags.Web.Features.Search;
using Meerlaags.Web.Features.Sessions;
using Meerlaags.Web.Features.Statements;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Jobs;
using Meerlaags.Web.Platform.Live;
using Meerlaags.Web.Platform.Localisation;
using Meerlaags.Web.Platform.Notices;
using Meerlaags.Web.Platform.Search;
using Meerlaags.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Meerlaags.Web;

/// <summary>Puts the platform and the features together.</summary>
public static class Startup
{
    /// <summary>Everything the product can do, in the order in which one leans on the other.</summary>
    public static readonly Feature[] Features =
    [
        new RegisterFeature(),
        new MapsFeature(),
        new AccountFeature(),
        new CollaborationsFeature(),
        new FramingFeature(),
        new CandidatesFeature(),
        new RecheckFeature(),
        new SessionsFeature(),
        new StatementsFeature(),
        new NoticesFeature(),
        new AdministrationFeature(),
        new SearchFeature(),
        new DemoFeature(),
        new HomeFeature(),
    ];

    /// <summary>Services of platform and features.</summary>
    public static void AddMeerlaags(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var data = DataSettings.From(builder.Configuration);
        var installation = new Installation();
        // Addresses hold single-use secrets, so requests are not written to the log.
        builder
            .Logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
            // Why it did not start is told once, as one sentence.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => installation.HasStarted && level >= LogLevel.Warning)
            .AddFilter("Meerlaags.Web.Platform.Identity", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.AddSingleton(TimeProvider.System);
        services.AddData(data);
        builder.AddLocalNetwork(data);
        services.AddSignIn(data);
        services.AddSingleton(installation);
        services.AddMemoryCache();
        services.AddSingleton<SharedForAWhile>();
        services.AddSingleton<SharedFragments>();
        services.AddScoped<Acts>();
        services.AddSingleton(new Texts(Features));
        services.AddSingleton(new NoticeBoard(Features.SelectMany(feature => feature.Notices)));
        services.AddSearch(Features);
        services.AddHostedService<HourlyChores>();
        services.AddApi();
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(options => options.RootDirectory = "/Features").AddDataAnnotationsLocalization();
        services.AddSingleton<IConfigureOptions<MvcOptions>, FormTexts>();
        services.AddSingleton<IConfigureOptions<MvcDataAnnotationsLocalizationOptions>, FormTexts>();
        foreach (var feature in Features)
            feature.AddServices(services);
    }

    /// <summary>What features do before the first request.</summary>
    public static async Task StartFeaturesAsync(this WebApplication app)
    {
        foreach (var feature in Features)
            await feature.StartAsync(app.Services, CancellationToken.None);
    }

    /// <summary>The way of a request, and every address.</summary>
    public static void UseMeerlaags(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<Installation>().HasStarted = true);
        app.UseReverseProxy();
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/fout/500");
        app.UseStatusCodePagesWithReExecute("/fout/{0}");
        app.UseStaticFiles();
        app.UseLanguages();
        app.UseRouting();
        app.Use(NotThere);
        app.UseMiddleware<ApiMiddleware>();
        app.UseAuthentication();
        app.UseMiddleware<ViewerMiddleware>();
        app.UseAuthorization();
        app.UseMiddleware<ApiBodyMiddleware>();
        app.MapRazorPages();
        app.MapLiveStream();
        var api = app.MapApi();
        foreach (var feature in Features)
        {
            feature.MapApi(api);
            feature.MapOther(app);
        }
    }

    // An address that does not exist is not there for anybody; it is no reason to ask to sign in.
    private static Task NotThere(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint() is not null || ApiMiddleware.IsApi(context))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
