using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Html;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>The collaborations I am in, with what they ask of me. The order follows the names, never what others do.</summary>
public sealed class Mine(CollaborationQueries queries, AskedOfMe asked, IEnumerable<IOverviewPart> steps) : FeaturePage
{
    /// <summary>A collaboration with the sentence that says where it is.</summary>
    public sealed record Row(Glance Table, string Now);

    /// <summary>My collaborations.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Those in the archive.</summary>
    public IReadOnlyList<Glance> Archived { get; private set; } = [];

    /// <summary>What is asked of me.</summary>
    public IReadOnlyList<Ask> Asks { get; private set; } = [];

    /// <summary>Planned talks, the first one first.</summary>
    public IEnumerable<Glance> Talks => Rows.Select(row => row.Table).Where(table => table.NextTalk is not null).OrderBy(table => table.NextTalk!.On);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        var all = await queries.MineAsync(Stop);
        var mine = all.Where(table => !table.IsArchived).ToList();
        Archived = [.. all.Where(table => table.IsArchived)];
        Asks = await asked.InAsync(mine, Stop);
        var now = await steps.PresentAsync(mine, Stop);
        Rows = [.. mine.Select(table => new Row(table, now.GetValueOrDefault(table.Id)?.Sentence ?? T["Collaborations.Step.None"]))];
    }

    /// <summary>The challenge of a collaboration.</summary>
    public string ChallengeOf(CollaborationId id) => Rows.First(row => row.Table.Id == id).Table.Challenge;
}
