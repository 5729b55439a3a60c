using Meerlaags.Domain.Collaborations;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Where a collaboration is now, in one sentence, and the next thing to do.</summary>
/// <param name="Sentence">For instance: Ronde 1 is open. Vijf van zeven partijen hebben ingediend.</param>
/// <param name="Href">Where the viewer goes on, or nothing.</param>
/// <param name="Button">The words on that button.</param>
public sealed record Step(string Sentence, string? Href, string? Button)
{
    /// <summary>What it means, when nothing has begun yet.</summary>
    public string? Explanation { get; init; }
}

/// <summary>A capability that knows the present step. It says no more than every member may know.</summary>
public interface IOverviewPart
{
    /// <summary>The present step of each of these collaborations; none where this capability has nothing to say yet.</summary>
    Task<IReadOnlyDictionary<CollaborationId, Step>> StepsAsync(IReadOnlyList<Glance> tables, CancellationToken stop);
}

/// <summary>The present step, whoever knows it.</summary>
public static class PresentStep
{
    /// <summary>The steps of these collaborations, each by the first capability that has something to say.</summary>
    public static async Task<IReadOnlyDictionary<CollaborationId, Step>> PresentAsync(
        this IEnumerable<IOverviewPart> parts,
        IReadOnlyList<Glance> tables,
        CancellationToken stop
    )
    {
        var steps = new Dictionary<CollaborationId, Step>();
        foreach (var part in parts)
        foreach (var (collaboration, step) in await part.StepsAsync(tables, stop))
            steps.TryAdd(collaboration, step);
        return steps;
    }
}

/// <summary>The quarters of the circle of four questions, clockwise from the right.</summary>
public enum Quarter
{
    /// <summary>Which public value, for whom, where.</summary>
    What,

    /// <summary>Who is at the table and who is not.</summary>
    Who,

    /// <summary>Who does what, and in which role.</summary>
    WhoDoesWhat,

    /// <summary>With which means.</summary>
    WithWhat,
}

/// <summary>How far a quarter is. No quarter is ever locked.</summary>
public enum QuarterState
{
    /// <summary>Not begun.</summary>
    Later,

    /// <summary>Begun.</summary>
    Begun,

    /// <summary>This is where the collaboration is now.</summary>
    Current,

    /// <summary>Answered for now; an answer has a date on which it is asked again.</summary>
    Done,
}

/// <summary>What the circle says about one quarter.</summary>
public sealed record QuarterNow(Quarter Quarter, QuarterState State, string Sentence, string Href);

/// <summary>A capability that knows how far a quarter of the circle is.</summary>
public interface ICircleState
{
    /// <summary>The quarters it knows; they take the place of what Collaborations says by itself.</summary>
    Task<IReadOnlyList<QuarterNow>> QuartersAsync(CollaborationId collaboration, CancellationToken stop);
}
