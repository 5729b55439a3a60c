using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>A collaboration with the sentence that says where it is.</summary>
public sealed record MyTable(Glance Table, string Now);

/// <summary>My collaborations, with what they ask of me.</summary>
/// <param name="Tables">Those that go on. The order follows the names, never what others do.</param>
/// <param name="Archived">Those in the archive.</param>
/// <param name="Asks">What is asked of me, the urgent first.</param>
public sealed record MyCollaborations(IReadOnlyList<MyTable> Tables, IReadOnlyList<Glance> Archived, IReadOnlyList<Ask> Asks)
{
    /// <summary>Planned talks, the first one first.</summary>
    public IEnumerable<Glance> Talks => Tables.Select(row => row.Table).Where(table => table.NextTalk is not null).OrderBy(table => table.NextTalk!.On);
}

/// <summary>Reads the overview of the viewer.</summary>
public sealed class MyOverview(CollaborationQueries queries, AskedOfMe asked, IEnumerable<IOverviewPart> steps, Texts texts)
{
    /// <summary>Reads it.</summary>
    public async Task<MyCollaborations> ReadAsync(CancellationToken stop)
    {
        var all = await queries.MineAsync(stop);
        var mine = all.Where(table => !table.IsArchived).ToList();
        var asks = await asked.InAsync(mine, stop);
        var now = await steps.PresentAsync(mine, stop);
        return new MyCollaborations(
            [.. mine.Select(table => new MyTable(table, now.GetValueOrDefault(table.Id)?.Sentence ?? texts["Collaborations.Step.None"]))],
            [.. all.Where(table => table.IsArchived)],
            asks
        );
    }
}
