namespace Meerlaags.Deliberation.Tests.Fixtures;

public class Trying_random_cases
{
    [Fact]
    public void Every_seed_is_tried_once_and_a_failure_names_the_first_that_failed()
    {
        var tried = 0;
        RandomCases.ForAll(5, (_, _) => Interlocked.Increment(ref tried));
        Assert.Equal(RandomCases.Enough, tried);

        var failure = Assert.ThrowsAny<Exception>(() =>
            RandomCases.ForAll(5, (_, seed) => Assert.False(int.Parse(seed.Split(' ')[1], null) is 777 or 4_000, "not this one"))
        );
        Assert.Contains("seed 777: ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("not this one", failure.Message, StringComparison.Ordinal);
    }
}
