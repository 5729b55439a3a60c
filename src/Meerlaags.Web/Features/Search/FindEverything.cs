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
        var hits = answer.Hits.Skip(Pages.Before(page, PageSize)).Take(PageSize).ToList();
        var isAll = page == 1 && question.Kind is null && SearchKey.Fold(question.Text).Length >= ShortestName;
        var named = isAll ? await NamedAsync(question.Text, stop) : [];
        var asked = hits.Select(hit => hit.Entry.Collaboration).Concat(named.SelectMany(person => person.Tables));
        var tables = (await collaborations.TablesAsync(asked, stop)).ToDictionary(table => table.Id);
        var everything = new Everything(answer, await ReadAsync(hits, tables, stop))
        {
            People = [.. named.Select(person => new FoundPerson(person.Name, [.. person.Tables.Select(table => (table, tables[table].Challenge))]))],
        };
        if (!isAll)
            return everything;
        return everything with
        {
            // A name that only comes near helps whoever found nothing else.
            Organisations = await register.FindAsync(new RegisterQuestion(question.Text) { Guesses = answer.Hits.Count == 0 }, stop),
            Regions = [.. (await regions.FindAsync(null, question.Text, register.Today, stop)).Take(MostBeside)],
        };
    }

    private async Task<IReadOnlyList<Found>> ReadAsync(List<SearchHit> hits, Dictionary<CollaborationId, Collaboration> tables, CancellationToken stop)
    {
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

    private async Task<IReadOnlyList<(string Name, IReadOnlyList<CollaborationId> Tables)>> NamedAsync(string text, CancellationToken stop)
    {
        var own = db.ViewerMemberships;
        if (own.Count == 0)
            return [];
        var named = db.Users.AsQueryable();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(SearchTerm.Most))
            named = named.Called(db, word);
        // The filter also lets one's own places through; without naming the tables the database would look through all places there are.
        var places = await db.Set<Membership>()
            .Where(place => own.Contains(place.Collaboration) && place.EndedAt == null)
            .Join(
                named,
                place => (Guid)(object)place.Person,
                account => account.Id,
                (place, account) =>
                    new
                    {
                        account.Id,
                        account.DisplayName,
                        place.Collaboration,
                    }
            )
            .Distinct()
            .ToListAsync(stop);
        return
        [
            .. places
                .GroupBy(place => (place.Id, place.DisplayName))
                .OrderBy(person => SearchKey.Fold(person.Key.DisplayName), StringComparer.Ordinal)
                .Take(MostPeople)
                .Select(person => (person.Key.DisplayName, (IReadOnlyList<CollaborationId>)[.. person.Select(place => place.Collaboration)])),
        ];
    }
}
