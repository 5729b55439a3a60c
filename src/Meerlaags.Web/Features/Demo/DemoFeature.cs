using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Security;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Identity;

namespace Meerlaags.Web.Features.Demo;

/// <summary>The demo: a cast that signs in by one click, each on its own name, on this machine only.</summary>
public sealed class DemoFeature : Feature
{
    /// <summary>Address of the one-click sign-in, on the name of a cast member.</summary>
    public const string SignInAddress = "/voorbeeld/aanmelden";

    /// <inheritdoc/>
    public override Type Texts => typeof(DemoTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton<DemoSeed>();
        services.AddScoped<IDemoPart, ExampleCollaborations>();
        services.AddScoped<IDemoPart, ExampleNotices>();
        services.AddHostedService<DemoDoor>();
        services
            .AddOptions<HostFilteringOptions>()
            .PostConfigure<IConfiguration>(
                (options, configuration) =>
                {
                    if (!DemoDoor.IsAskedFor(configuration))
                        return;
                    // In a local network phones ask by an address that may change; the cast still acts by local names only.
                    options.AllowedHosts = LocalNetwork.PortOf(configuration) is null ? DemoDoor.Hosts : ["*"];
                    options.AllowEmptyHosts = false;
                }
            );
    }

    /// <inheritdoc/>
    public override Task StartAsync(IServiceProvider services, CancellationToken stop) => services.GetRequiredService<DemoSeed>().RunAsync(stop);

    /// <inheritdoc/>
    public override void MapOther(IEndpointRouteBuilder endpoints)
    {
        if (DemoDoor.IsAskedFor(endpoints.ServiceProvider.GetRequiredService<IConfiguration>()))
            endpoints.MapGet(SignInAddress, SignInAsync).AllowAnonymous();
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context,
        Installation installation,
        UserManager<Platform.Identity.Account> accounts,
        SignInManager<Platform.Identity.Account> sessions
    )
    {
        if (DemoDoor.KeyFor(context, installation) is not { } key)
            return Results.NotFound();
        if (key.Length == 0)
            return Results.LocalRedirect("/");
        var member = Cast.All.FirstOrDefault(member => member.Key == key);
        if (member is null || await accounts.FindByEmailAsync(member.Email) is not { IsDemo: true } account)
            return Results.NotFound();
        await sessions.SignInAsync(account, isPersistent: false);
        return Results.LocalRedirect("/mijn-overzicht");
    }
}

/// <summary>The texts of the demo stand beside this class.</summary>
public sealed class DemoTexts;
