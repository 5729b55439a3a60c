using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>Sets the scene once per database for the tests of a class, and splits it into two worlds as often as asked.</summary>
public class Scenes(Databases databases)
{
    private readonly Dictionary<Database, (Scene Scene, DataSettings Origin)> set = [];

    /// <summary>What happened before the worlds split.</summary>
    private protected virtual Task PrepareAsync(TestApp app, Scene scene) => Task.CompletedTask;

    internal async Task<Worlds> SplitAsync(Database kind, Action<IServiceCollection>? planted = null)
    {
        if (!set.TryGetValue(kind, out var known))
        {
            var origin = await databases.StartedAsync(kind);
            await using var first = new TestApp(origin);
            set[kind] = known = (await Scene.SetAsync(first), origin);
            await PrepareAsync(first, known.Scene);
        }
        return new Worlds(
            known.Scene,
            new World(known.Scene, await databases.CopyOfAsync(known.Origin), planted),
            new World(known.Scene, await databases.CopyOfAsync(known.Origin), planted)
        );
    }
}
