using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Notices;

/// <summary>Tells people what happened, in the same transaction as the change itself.</summary>
public sealed class NoticeWriter(NoticeBoard board, Viewer viewer)
{
    internal async Task WriteAsync(Db db, IReadOnlyList<WrittenFact> written, CancellationToken stop)
    {
        var noticed = written.Where(fact => board.AudienceOf(fact.Recorded.Fact) is not null).ToList();
        if (noticed.Count == 0)
            return;
        var table = new CollaborationId(noticed[0].Line.Chain);
        var places = await PlacesAsync(db, table, stop);
        foreach (var kind in noticed.GroupBy(fact => (fact.Line.Fact, fact.Recorded.Act)))
        foreach (var told in kind.SelectMany(fact => ToldOf(fact, places), (fact, person) => (fact.Line, Person: person)).GroupBy(told => told.Person))
            db.Add(
                new NoticeLine
                {
                    Id = Guid.CreateVersion7(),
                    Person = told.Key,
                    Collaboration = table,
                    Number = told.First().Line.Number,
                    At = told.First().Line.At,
                    More = told.Count() - 1,
                }
            );
    }

    private IEnumerable<PersonId> ToldOf(WrittenFact fact, IEnumerable<PlaceAtTable> places)
    {
        var (recorded, act) = fact.Recorded;
        var audience = board.AudienceOf(recorded)!;
        return places
            .Where(place => place.JoinedAt <= act.At && place.Person != act.Actor.Person && audience.Includes(place))
            .Select(place => place.Person)
            .Distinct();
    }

    // As they are after this change: who joins or leaves by it stands in memory, not yet in the data.
    private async Task<IReadOnlyList<PlaceAtTable>> PlacesAsync(Db db, CollaborationId table, CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.TellPeople);
        var kept = await db.Set<Membership>()
            .AsNoTracking()
            .Where(place => place.Collaboration == table && place.EndedAt == null)
            .Select(place => new PlaceAtTable(place.Id, place.Person, place.Party, place.Function)
            {
                Leads = place.LeadsSince != null,
                JoinedAt = place.JoinedAt,
            })
            .ToListAsync(stop);
        var changed = db.ChangeTracker.Entries<Membership>().Select(entry => entry.Entity).Where(place => place.Collaboration == table).ToList();
        return
        [
            .. kept.ExceptBy(changed.Select(place => place.Id), place => place.Membership),
            .. changed.Where(place => place.EndedAt is null).Select(PlaceAtTable.Of),
        ];
    }
}
