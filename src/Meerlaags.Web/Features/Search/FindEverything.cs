using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Features.Register.Regions;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Search;

/// <summary>A thing of a collaboration that was found, as people see it.</summary>
/// <param name="Hit">What was found, and where in its text.</param>
/// <param name="Address">Where it is read.</param>
/// <param name="Table">The challenge of its collaboration.</param>
/// <param name="Party">The party it comes from, or null.</param>
public sealed record Found(SearchHit Hit, string Address, string Table, string? Party)
{
    /// <summary>The number of its round, or null.</summary>
    public int? Round { get; init; }
}

/// <summary>Somebody at a table of the viewer.</summary>
/// <param name="Name">The name.</param>
/// <param name="Tables">The tables where both sit.</param>
public sealed record FoundPerson(string Name, IReadOnlyList<(CollaborationId Id, string Challenge)> Tables);

/// <summary>Everything that was found for a question.</summary>
/// <param name="Answer">What was found at the viewer's tables, the best first.</param>
/// <param name="Shown">One page of it.</param>
public sealed record Everything(SearchAnswer Answer, IReadOnlyList<Found> Shown)
{
    /// <summary>The organisations that fit best.</summary>
    public RegisterAnswer? Organisations { get; init; }

    /// <summary>The regions that fit.</summary>
    public IReadOnlyList<RegionLine> Regions { get; init; } = [];

    /// <summary>People at the viewer's tables with this name.</summary>
    public IReadOnlyList<FoundPerson> People { get; init; } = [];

    /// <summary>Whether nothing at all was found.</summary>
    public bool IsEmpty => Answer.Hits.Count == 0 && Organisations is not { Count: > 0 } && Regions.Count == 0 && People.Count == 0;
}

/// <summary>Looks everywhere at once. Only what the viewer may see exists here.</summary>
public sealed class FindEverything(
    Db db,
    CollaborationQueries collaborations,
    SearchReader reader,
    SearchKinds kinds,
    RegisterSearch register,
    RegionReader regions
)
{
    /// <summary>Things on one page.</summary>
    public const int PageSize = 20;

    /// <summary>Most organisations and regions shown beside the rest; their own page has them all.</summary>
    public const int MostBeside = 3;

    private const int MostPeople = 5;
    private const int ShortestName = 2;

    /// <summary>A page of what was found; organisations, regions and people stand on the first page only, when no kind is asked for.</summary>
    public async Task<Everything> FindAsync(SearchQuestion question, int page, CancellationToken stop)
    {
        var answer = await reader.FindAsync(question, stop);
        var shown = answer.Hits.Skip(Pages.Before(page, PageSize)).Take(PageSize).ToList();
        var everything = new Everything(answer, await ReadAsync(shown, stop));
        if (page > 1 || question.Kind is not null || SearchKey.Fold(question.Text).Length < ShortestName)
            return everything;
        return everything with
        {
            // A name that only comes near helps whoever found nothing else.
            Organisations = await register.FindAsync(new RegisterQuestion(question.Text) { Guesses = answer.Hits.Count == 0 }, stop),
            Regions = [.. (await regions.FindAsync(null, question.Text, register.Today, stop)).Take(MostBeside)],
            People = await PeopleAsync(question.Text, stop),
        };
    }

    private async Task<IReadOnlyList<Found>> ReadAsync(List<SearchHit> hits, CancellationToken stop)
    {
        if (hits.Count == 0)
            return [];
        var tables = await TablesAsync(hits.Select(hit => hit.Entry.Collaboration), stop);
        var inRounds = hits.Select(hit => hit.Entry.Round).OfType<Guid>().Distinct().Select(RoundId.From).ToList();
        var rounds =
            inRounds.Count == 0
                ? []
                : await db
                    .Rounds.Where(round => inRounds.Contains(round.Id))
                    .Select(round => new { round.Id, round.Number })
                    .ToDictionaryAsync(round => round.Id.Value, round => round.Number, stop);
        return
        [
            .. hits.Select(hit =>
            {
                var round = hit.Entry.Round is { } id ? rounds[id] : (int?)null;
                var table = tables[hit.Entry.Collaboration];
                var party = hit.Entry.Party is { } from ? table.Party(from)?.Name : null;
                return new Found(hit, kinds.AddressOf(hit.Entry, round), table.Challenge, party) { Round = round };
            }),
        ];
    }

    private async Task<IReadOnlyList<FoundPerson>> PeopleAsync(string text, CancellationToken stop)
    {
        var own = db.ViewerMemberships;
        if (own.Count == 0)
            return [];
        // The filter also lets one's own places through; without naming the tables the database would look through all places there are.
        var places = await db.Set<Membership>()
            .Where(place => own.Contains(place.Collaboration) && place.EndedAt == null)
            .Select(place => new { place.Person, place.Collaboration })
            .Distinct()
            .ToListAsync(stop);
        var ids = places.Select(place => place.Person.Value).Distinct().ToList();
        var named = db.Users.Where(account => ids.Contains(account.Id));
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(SearchTerm.Most))
            named = named.Called(db, word);
        var people = await named
            .OrderBy(account => account.DisplayName)
            .Take(MostPeople)
            .Select(account => new { account.Id, account.DisplayName })
            .ToListAsync(stop);
        var at = places
            .Where(place => people.Exists(person => person.Id == place.Person.Value))
            .ToLookup(place => place.Person.Value, place => place.Collaboration);
        var tables = await TablesAsync(at.SelectMany(known => known), stop);
        return [.. people.Select(person => new FoundPerson(person.DisplayName, [.. at[person.Id].Select(table => (table, tables[table].Challenge))]))];
    }

    private async Task<Dictionary<CollaborationId, Collaboration>> TablesAsync(IEnumerable<CollaborationId> ids, CancellationToken stop) =>
        (await collaborations.TablesAsync(ids, stop)).ToDictionary(table => table.Id);
}
