using System.Diagnostics;
using Meerlaags.Web.Features.Framing.Differences;
using Microsoft.Extensions.Caching.Memory;

namespace Meerlaags.Web.Tests.Framing.Differences;

/// <summary>Long texts, and many who ask in the same second.</summary>
public sealed class Much_at_once
{
    [Fact]
    public async Task One_computes_and_all_others_wait_for_it()
    {
        using var cache = new MemoryCache(new MemoryCacheOptions());
        var computed = new ComputedOnce(cache);
        var times = 0;
        using var gate = new ManualResetEventSlim();

        var asked = Enumerable.Range(0, 50).Select(_ => Task.Run(() => computed.OfAsync("a state", Compute))).ToList();
        gate.Set();

        Assert.All(await Task.WhenAll(asked), answer => Assert.Equal("found", answer));
        Assert.Equal(1, times);
        await computed.OfAsync("another state", Compute);
        Assert.Equal(2, times);

        string Compute()
        {
            gate.Wait();
            Interlocked.Increment(ref times);
            return "found";
        }
    }

    [Fact]
    public async Task What_failed_is_computed_anew()
    {
        using var cache = new MemoryCache(new MemoryCacheOptions());
        var computed = new ComputedOnce(cache);
        await Assert.ThrowsAsync<InvalidOperationException>(() => computed.OfAsync<string>("a state", () => throw new InvalidOperationException()));

        Assert.Equal("found", await computed.OfAsync("a state", () => "found"));
    }

    [Fact]
    public void Of_very_long_texts_the_first_sentences_are_compared_and_that_is_said()
    {
        var lines = Enumerable.Range(0, 900).Select(number => $"Zin {number} gaat over huis {number} in straat {number % 7}.");
        var texts = Enumerable.Range(0, 15).Select(place => new PartyText(Known.Party(place), place == 14 ? ["Kort en goed gezegd."] : [.. lines])).ToList();
        var watch = Stopwatch.StartNew();

        OpposedSentences.In(texts, out var shortened);

        Assert.Equal(texts.Take(14).Select(text => text.Party), shortened);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"took {watch.Elapsed}");
    }
}
