namespace Meerlaags.Deliberation.Tests.Fixtures;

/// <summary>What holds for every case, tried on as many made from seeds as the invariants are asked for.</summary>
public static class RandomCases
{
    public const int Enough = 10_000;

    /// <summary>
    /// Tries it on <see cref="Enough"/> cases, several at a time; each case is made from a seed of its own, and a failure names the seed
    /// of the first that failed.
    /// </summary>
    public static void ForAll(int seed, Action<Random, string> holds)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seeds {seed} to {seed + Enough - 1}");
        var failed = new SortedList<int, Exception>();
        var ended = Parallel.For(
            seed,
            seed + Enough,
            (number, loop) =>
            {
                if (Record.Exception(() => holds(new Random(number), $"seed {number}")) is not { } failure)
                    return;
                lock (failed)
                    failed.Add(number, failure);
                loop.Break(); // lower seeds are still tried
            }
        );
        Assert.True(failed.Count == 0, failed.Count == 0 ? "" : $"seed {failed.Keys[0]}: {failed.Values[0]}");
        Assert.True(ended.IsCompleted);
    }
}
