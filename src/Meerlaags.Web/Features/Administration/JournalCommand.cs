using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Proves on the machine itself that nobody changed the journal.</summary>
internal static class JournalCommand
{
    public static async Task<int> VerifyAsync(CommandLine line)
    {
        var texts = line.Services.GetRequiredService<Texts>();
        var broken = 0;
        await foreach (var chain in JournalVerification.RunAsync(line.Services, CancellationToken.None))
        {
            broken += chain.Break is null ? 0 : 1;
            Console.WriteLine(
                chain.Break is { } found
                    ? texts["Administration.Journal.Line.Broken", chain.Chain, found.Number, texts["Administration.Journal.Kind." + found.Kind]]
                    : texts["Administration.Journal.Line.Whole", chain.Chain, chain.Lines]
            );
        }
        Console.WriteLine(broken == 0 ? texts["Administration.Journal.Whole"] : texts["Administration.Journal.Broken", broken]);
        return broken == 0 ? 0 : 1;
    }
}
