using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Faults;

/// <summary>Verifies the journal as an administrator would.</summary>
internal static class Chains
{
    /// <summary>Every chain holds.</summary>
    public static async Task HoldAsync(TestApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var chains = new List<VerifiedChain>();
        await foreach (var chain in JournalVerification.RunAsync(scope.ServiceProvider, CancellationToken.None))
            chains.Add(chain);
        Assert.NotEmpty(chains);
        Expect.Nothing(chains.Where(chain => chain.Break is not null).Select(chain => $"{chain.Chain} breaks at {chain.Break}"));
    }
}
