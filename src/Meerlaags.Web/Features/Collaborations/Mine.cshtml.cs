using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Html;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>The collaborations I am in, with what they ask of me. The order follows the names, never what others do.</summary>
public sealed class Mine(CollaborationQueries queries, AskedOfMe asked, IEnumerable<IOverviewPart> steps) : FeaturePage
{
    /// <summary>A collaboration with the sentence that says where it is.</summary>
    public sealed record Row(Collaboration Table, string Now);

    /// <summary>My collaborations.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>What is asked of me.</summary>
    public IReadOnlyList<Ask> Asks { get; private set; } = [];

    /// <summary>Planned talks, the first one first.</summary>
    public IEnumerable<Collaboration> Talks => Rows.Select(row => row.Table).Where(table => table.NextTalk is not null).OrderBy(table => table.NextTalk!.On);

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        var mine = await queries.MineAsync(Stop);
        Asks = await asked.InAsync([.. mine.Select(table => table.Id)], Stop);
        var rows = new List<Row>();
        foreach (var table in mine)
            rows.Add(new Row(table, (await steps.PresentAsync(table.Id, Stop))?.Sentence ?? T["Collaborations.Step.None"]));
        Rows = rows;
    }

    /// <summary>The challenge of a collaboration.</summary>
    public string ChallengeOf(CollaborationId id) => Rows.First(row => row.Table.Id == id).Table.Challenge;
}

/// <summary>The present step, whoever knows it.</summary>
public static class PresentStep
{
    /// <summary>The step of the first capability that has something to say, or null.</summary>
    public static async Task<Step?> PresentAsync(this IEnumerable<IOverviewPart> parts, CollaborationId collaboration, CancellationToken stop)
    {
        foreach (var part in parts)
            if (await part.StepAsync(collaboration, stop) is { } step)
                return step;
        return null;
    }
}
