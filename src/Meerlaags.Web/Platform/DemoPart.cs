using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;

namespace Meerlaags.Web.Platform;

/// <summary>What one capability writes into an empty installation so that a visitor sees it at work.</summary>
public interface IDemoPart
{
    /// <summary>Parts with a lower number come first.</summary>
    int Order { get; }

    /// <summary>Writes it.</summary>
    Task WriteAsync(DemoContext demo, CancellationToken stop);
}

/// <summary>What a part of the demo needs: the cast, and a way to let one of them act.</summary>
/// <param name="services">The parts of the installation.</param>
/// <param name="people">The cast, by key.</param>
public sealed class DemoContext(IServiceProvider services, IReadOnlyDictionary<string, PersonId> people)
{
    /// <summary>A member of the cast, by its key, such as <c>dantumadiel</c>.</summary>
    public PersonId Person(string key) => people[key];

    /// <summary>Lets a member of the cast act, with the places this person has by now: the use cases see the same person as a page would.</summary>
    public async Task AsAsync(string key, Func<IServiceProvider, Task> act, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var viewer = scope.ServiceProvider.GetRequiredService<Viewer>();
        viewer.Is(Person(key), administrator: false);
        await ViewerPlaces.LoadAsync(viewer, scope.ServiceProvider.GetRequiredService<Db>(), services.GetRequiredService<TimeProvider>(), stop);
        await act(scope.ServiceProvider);
    }
}
