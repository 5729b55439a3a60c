using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>The lexicon of this installation, read from its method file at start; a bad file stops the start with its name and fault.</summary>
public sealed class Lexicon
{
    /// <summary>Reads the newest file of a folder.</summary>
    public Lexicon(string folder) => Words = Directory.GetFiles(folder, "*.json").Select(Read).MaxBy(lexicon => lexicon.Version)!;

    /// <summary>Its words.</summary>
    public DifferenceLexicon Words { get; }

    private static DifferenceLexicon Read(string file) =>
        DifferenceLexiconReader.Read(File.ReadAllText(file)).Is(out var lexicon, out var refusal)
            ? lexicon
            : throw new InvalidDataException($"{Path.GetFileName(file)}: {string.Join(' ', refusal.Arguments)}");
}

/// <summary>Finds what differs between the open texts of a round; kept for a while, since open texts change only by a late one.</summary>
public sealed class DifferenceReader(Db db, RoundReader rounds, Lexicon lexicon, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>What differs between the open texts of a round; null before people spoke, or when the collaboration does not want to see it.</summary>
    public async Task<FoundDifferences?> ShownAsync(RoundView view, CancellationToken stop) =>
        view.Table.Wants(ComputedView.Differences) && view.Round.Spoken is not null ? await InAsync(view, await rounds.OpenTextsAsync(view, stop), stop) : null;

    private async Task<FoundDifferences> InAsync(RoundView view, OpenTexts open, CancellationToken stop)
    {
        var key = (typeof(DifferenceReader), view.Round.Id, string.Join(' ', open.Texts.Select(text => $"{text.Id.Value} {text.Version}")));
        if (cache.TryGetValue(key, out FoundDifferences? known))
            return known!;
        var finder = new DifferenceFinder(lexicon.Words, await NamesAsync(stop));
        return cache.Set(
            key,
            finder.In([
                .. open.Texts.Select(text => new PartyText(
                    text.Party,
                    [.. text.Answers.Select(answer => answer.Text), .. text.Points.Select(point => point.Text)]
                )),
            ]),
            Kept
        );
    }

    private async Task<PlaceNames> NamesAsync(CancellationToken stop) =>
        (
            await cache.GetOrCreateAsync(
                typeof(PlaceNames),
                async entry =>
                {
                    entry.AbsoluteExpirationRelativeToNow = Kept;
                    return new PlaceNames(
                        await db
                            .Organisations.AsNoTracking()
                            .Where(organisation =>
                                organisation.Tier == GovernmentTier.Municipality
                                || organisation.Tier == GovernmentTier.Province
                                || organisation.Tier == GovernmentTier.WaterAuthority
                            )
                            .Select(organisation => organisation.Name)
                            .ToListAsync(stop)
                    );
                }
            )
        )!;
}
