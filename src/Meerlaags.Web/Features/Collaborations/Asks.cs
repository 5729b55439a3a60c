using Meerlaags.Domain.Collaborations;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>One thing a collaboration asks of the person who looks.</summary>
/// <param name="Collaboration">Who asks.</param>
/// <param name="Title">What is asked, as a sentence that says what to do.</param>
/// <param name="Note">A few words more, or nothing.</param>
/// <param name="Href">Where one does it.</param>
/// <param name="Button">The words on the button.</param>
/// <param name="Urgent">Whether it comes before what can wait.</param>
public sealed record Ask(CollaborationId Collaboration, string Title, string? Note, string Href, string Button, bool Urgent);

/// <summary>A capability that asks things of people. What it says may never depend on texts the viewer may not read.</summary>
public interface IAsks
{
    /// <summary>What the viewer is asked in these collaborations, in the order in which it should be done.</summary>
    Task<IReadOnlyList<Ask>> ForAsync(IReadOnlyList<Glance> tables, CancellationToken stop);
}

/// <summary>All that is asked of the viewer, by every capability.</summary>
public sealed class AskedOfMe(IEnumerable<IAsks> sources)
{
    /// <summary>What is in the archive asks nothing. Urgent things first; otherwise in the order of the collaborations given, then of the capabilities.</summary>
    public async Task<IReadOnlyList<Ask>> InAsync(IReadOnlyList<Glance> tables, CancellationToken stop)
    {
        var asks = new List<Ask>();
        var open = tables.Where(table => !table.IsArchived).ToList();
        foreach (var source in sources)
            asks.AddRange(await source.ForAsync(open, stop));
        var order = tables.Index().ToDictionary(place => place.Item.Id, place => place.Index);
        return [.. asks.OrderBy(ask => ask.Urgent ? 0 : 1).ThenBy(ask => order[ask.Collaboration])];
    }
}

/// <summary>What is asked, for <c>_Asks.cshtml</c>.</summary>
/// <param name="Asks">The asks.</param>
/// <param name="Challenge">Names the collaboration of an ask where several stand together, or null.</param>
public sealed record AskList(IReadOnlyList<Ask> Asks, Func<CollaborationId, string>? Challenge);
