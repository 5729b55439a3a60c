using System.Net.ServerSentEvents;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;

namespace Meerlaags.Web.Platform.Live;

/// <summary>The event stream of a collaboration: small rings, never content. Who is not a member does not find it; who leaves is cut off.</summary>
public static class LiveStream
{
    private const string Hello = "hello";

    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);

    /// <summary>Adds the stream's address.</summary>
    public static void MapLiveStream(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                "/samenwerkingen/{id:guid}/live",
                (Guid id, HttpContext context, Viewer viewer, Bell bell) =>
                    viewer.Collaborations.Contains(new CollaborationId(id)) ? Results.ServerSentEvents(Events(id, bell, context, Hello)) : Results.NotFound()
            )
            .WithMetadata(new GuestsTooAttribute());

    /// <summary>The same small rings of any room of the bell, for who was let in already: a guest who waits, an administrator.</summary>
    /// <param name="room">The room.</param>
    /// <param name="bell">The bell.</param>
    /// <param name="context">The request.</param>
    /// <param name="first">What is said at once: <c>changed</c> where something may have happened since the page was made.</param>
    public static IResult Of(Guid room, Bell bell, HttpContext context, string first = Hello) => Results.ServerSentEvents(Events(room, bell, context, first));

    private static async IAsyncEnumerable<SseItem<string>> Events(Guid id, Bell bell, HttpContext context, string greeting)
    {
        var stop = context.RequestAborted;
        // A guest hears of the own place; who leads the room or stands at its doors hears of all guests.
        var viewer = context.RequestServices.GetRequiredService<Viewer>();
        using var listener = viewer.Guest is { } place ? bell.Listen(id, place.Guest.Value) : bell.Listen(id);
        // Who comes back after a break may have missed a ring.
        var first = context.Request.Headers.ContainsKey("Last-Event-ID") ? "changed" : greeting;
        yield return new SseItem<string>("{}", first) { EventId = "1", ReconnectionInterval = TimeSpan.FromSeconds(3) };
        while (!stop.IsCancellationRequested)
        {
            var rings = await listener.WaitAsync(Heartbeat, stop);
            if (rings.Contains(Ring.PlacesChanged) && !await StillMemberAsync(id, context.RequestServices, stop))
                yield break;
            if (rings.Contains(Ring.Revealed))
                yield return new SseItem<string>("{}", "revealed");
            else if (rings.Contains(Ring.Changed) || rings.Contains(Ring.PlacesChanged))
                yield return new SseItem<string>("{}", "changed");
            else if (!rings.Contains(Ring.Guests))
                yield return new SseItem<string>("{}", "beat");
            else if (viewer.Guest is null)
                yield return new SseItem<string>("{}", "guests");
            await Task.Delay(Gather, stop);
        }
    }

    // A stream outlives its request's data context, so each look takes a fresh one.
    private static async Task<bool> StillMemberAsync(Guid id, IServiceProvider services, CancellationToken stop)
    {
        var before = services.GetRequiredService<Viewer>();
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var viewer = scope.ServiceProvider.GetRequiredService<Viewer>();
        viewer.Is(before.Person!.Value, administrator: false, before.IsGuest);
        await ViewerPlaces.LoadAsync(viewer, scope.ServiceProvider.GetRequiredService<Db>(), scope.ServiceProvider.GetRequiredService<TimeProvider>(), stop);
        var collaboration = new CollaborationId(id);
        return viewer.Collaborations.Contains(collaboration) || viewer.Guest?.Collaboration == collaboration;
    }
}
