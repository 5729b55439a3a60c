using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Jobs;
using Meerlaags.Web.Platform.Live;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>Together in one room: phones by code or QR, a door per party, a big screen.</summary>
public sealed class SessionsFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(SessionsTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services) =>
        services
            .AddSingleton<CodeAttempts>()
            .AddScoped<RoomDoors>()
            .AddScoped<OpenRoom>()
            .AddScoped<LeadRoom>()
            .AddScoped<JoinRoom>()
            .AddScoped<OpenTheDoor>()
            .AddScoped<WaitInLobby>()
            .AddScoped<ForgetGuests>()
            .AddScoped<IChore>(provider => provider.GetRequiredService<ForgetGuests>())
            .AddScoped<RoomReader>()
            .AddScoped<GuestReader>()
            .AddScoped<IOffersWords>(provider => provider.GetRequiredService<GuestReader>())
            .AddScoped<ICollaborationMenu, SessionsMenu>()
            .AddScoped<IAsks, SessionsMenu>()
            .AddScoped<IStopsInArchive, CloseRoomsInArchive>()
            .AddScoped<ILogKinds, SessionsKinds>();

    /// <inheritdoc/>
    public override async Task StartAsync(IServiceProvider services, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ForgetGuests>().RunAsync(stop);
    }

    /// <inheritdoc/>
    public override void MapApi(RouteGroupBuilder api) => SessionsApi.Map(api);

    /// <inheritdoc/>
    public override void MapOther(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                "/deelname/live",
                (HttpContext context, Viewer viewer, Bell bell) =>
                    viewer.Guest is { } place ? LiveStream.Of(place.Collaboration.Value, bell, context) : Results.NotFound()
            )
            .WithMetadata(new GuestsTooAttribute());
}

/// <summary>The texts of sessions stand beside this class.</summary>
public sealed class SessionsTexts;
