using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Proves on the machine itself that nobody changed the journal. The result is kept as that of the page is.</summary>
internal static class JournalCommand
{
    public static async Task<int> VerifyAsync(CommandLine line)
    {
        var texts = line.Services.GetRequiredService<Texts>();
        var check = await VerificationRun.NowAsync(
            line.Services,
            chain =>
                Console.WriteLine(
                    chain.Break is { } found
                        ? texts["Administration.Journal.Line.Broken", chain.Chain, found.Number, texts["Administration.Journal.Kind." + found.Kind]]
                        : texts["Administration.Journal.Line.Whole", chain.Chain, chain.Lines]
                ),
            CancellationToken.None
        );
        var broken = check.Broken.Count;
        Console.WriteLine(broken == 0 ? texts["Administration.Journal.Whole"] : texts["Administration.Journal.Broken", broken]);
        return broken == 0 ? 0 : 1;
    }
}
