using Microsoft.Extensions.Caching.Memory;

namespace Meerlaags.Web.Platform.Live;

/// <summary>What is the same for everyone who may see it is made once and handed to all: when the bell rings, every open page asks in the same second.</summary>
public sealed class SharedForAWhile(IMemoryCache cache, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(5);

    /// <summary>Takes it, made by the first who asks. Ask only after it is clear that this viewer may see it. Others read it at the same time: nobody may change it.</summary>
    /// <param name="key">What sets it apart.</param>
    /// <param name="make">Makes it, or null when there is nothing to show yet; nothing is never kept.</param>
    public async Task<T?> TakeAsync<T>(string key, Func<Task<T?>> make)
        where T : class
    {
        var place = cache.GetOrCreate(
            (typeof(T), key),
            entry =>
            {
                entry.SlidingExpiration = Forgotten;
                return new Place<T>();
            }
        )!;
        var making = place.Take(clock.GetUtcNow(), make);
        T? made = null;
        try
        {
            made = await making.Value;
        }
        finally
        {
            // What failed or was empty is not handed to the next.
            if (made is null)
                place.Clear(making);
        }
        return made;
    }

    /// <summary>Where it lies until it is too old.</summary>
    private sealed class Place<T>
        where T : class
    {
        private readonly Lock one = new();
        private Lazy<Task<T?>>? making;
        private DateTimeOffset madeAt;

        public Lazy<Task<T?>> Take(DateTimeOffset now, Func<Task<T?>> make)
        {
            lock (one)
            {
                if (making is null || now - madeAt >= Kept)
                    (making, madeAt) = (new Lazy<Task<T?>>(make), now);
                return making;
            }
        }

        public void Clear(Lazy<Task<T?>> failed)
        {
            lock (one)
            {
                if (making == failed)
                    making = null;
            }
        }
    }
}
