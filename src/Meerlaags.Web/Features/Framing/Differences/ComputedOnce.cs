using Microsoft.Extensions.Caching.Memory;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>What takes a while to compute is computed by the first who asks; others wait for it. Kept for as long as people ask.</summary>
public sealed class ComputedOnce(IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly Lock one = new();

    /// <summary>What was computed under this key. The key names the state of what it is computed from, so that nothing old is shown.</summary>
    public async Task<T> OfAsync<T>(object key, Func<T> compute)
    {
        Lazy<Task<T>> making;
        lock (one)
        {
            making = cache.GetOrCreate(
                (typeof(T), key),
                entry =>
                {
                    entry.SlidingExpiration = Kept;
                    return new Lazy<Task<T>>(() => Task.Run(compute));
                }
            )!;
        }
        try
        {
            return await making.Value;
        }
        finally
        {
            // What failed is not handed to the next.
            if (!making.Value.IsCompletedSuccessfully)
                cache.Remove((typeof(T), key));
        }
    }
}
