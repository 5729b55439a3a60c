using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
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

/// <summary>Finds what differs between the open texts of a round; once for each state of these texts, which change only by a late one.</summary>
public sealed class DifferenceReader(Db db, Lexicon lexicon, IMemoryCache cache, ComputedOnce computed)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>What differs between open texts; null before people spoke, or when the collaboration does not want to see it.</summary>
    public async Task<FoundDifferences?> ShownAsync(RoundView view, OpenTexts open, CancellationToken stop) =>
        view.Shows(ComputedView.Differences) ? await InAsync(open, stop) : null;

    /// <summary>What people say of differences in this round, in order of time; not what was taken back.</summary>
    public Task<List<NotedDifference>> NotedAsync(RoundView view, CancellationToken stop)
    {
        var round = view.Round.Id;
        return db.NotedDifferences.AsNoTracking().Where(note => note.Round == round && note.WithdrawnAt == null).OrderBy(note => note.At).ToListAsync(stop);
    }

    /// <summary>What differs within composite parties between the organisations that raised points, such as ministries; null when nothing shows.</summary>
    public async Task<IReadOnlyList<WithinParty>> WithinAsync(RoundView view, OpenTexts open, CancellationToken stop)
    {
        if (!view.Shows(ComputedView.Differences))
            return [];
        var names = await NamesAsync(stop);
        return await computed.OfAsync(open.State, () => WithinParty.Of(open, new DifferenceFinder(lexicon.Words, names)));
    }

    /// <summary>Which parties use the same words; null before people spoke, or when the collaboration does not want to see it.</summary>
    public async Task<WordLikeness?> AlikeAsync(RoundView view, OpenTexts open) =>
        view.Shows(ComputedView.Likeness)
            ? await computed.OfAsync(open.State, () => WordLikeness.Of([.. open.Texts.Select(text => (Read(text), view.Table.Party(text.Party)!.Tier))]))
            : null;

    /// <summary>Points that may say the same, still to decide; null before people spoke, or when the collaboration does not want to see them.</summary>
    public async Task<AlikePairs?> ProposedAsync(RoundView view, OpenTexts open) =>
        view.Shows(ComputedView.SamePoints)
            ? AlikePoints.StillOpen(
                await computed.OfAsync(
                    open.State,
                    () => AlikePoints.In([.. open.Texts.SelectMany(text => text.Points.Select(point => new RaisedPoint(text.Party, point)))])
                ),
                open
            )
            : null;

    private async Task<FoundDifferences> InAsync(OpenTexts open, CancellationToken stop)
    {
        var names = await NamesAsync(stop);
        return await computed.OfAsync(open.State, () => new DifferenceFinder(lexicon.Words, names).In([.. open.Texts.Select(Read)]));
    }

    // Points first: of a very long text they are compared at least.
    private static PartyText Read(Formulation text) =>
        new(text.Party, [.. text.Points.Select(point => point.Text), .. text.Answers.Select(answer => answer.Text)]);

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
