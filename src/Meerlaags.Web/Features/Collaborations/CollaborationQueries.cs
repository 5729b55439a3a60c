using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>A person's place, with the name others see.</summary>
/// <param name="Place">The place.</param>
/// <param name="Name">The name of the person.</param>
/// <param name="Voice">Within a composite party: the name of the organisation the person speaks from, or null.</param>
public sealed record Member(Membership Place, string Name, string? Voice);

/// <summary>Somebody with a place for no party.</summary>
/// <param name="Name">The name of the person.</param>
/// <param name="Function">What the person does.</param>
/// <param name="Leads">Whether this person leads the process beside the facilitator.</param>
public sealed record ForNoParty(string Name, MemberFunction Function, bool Leads);

/// <summary>Reads collaborations for pages, the API and other capabilities. Only what the viewer may see exists here.</summary>
public sealed class CollaborationQueries(Db db, Viewer viewer, Acts acts)
{
    private static readonly CompiledQuery<Func<Db, CollaborationId, CancellationToken, Task<Collaboration?>>> Table = new(() =>
        EF.CompileAsyncQuery(
            (Db db, CollaborationId id, CancellationToken stop) => db.Set<Collaboration>().AsNoTracking().SingleOrDefault(table => table.Id == id)
        )
    );

    // Flat rows of what is shown: whole aggregates with all their parties cost many times as much.
    private static readonly CompiledQuery<Func<Db, IReadOnlyList<PartyId>, IAsyncEnumerable<MineRow>>> Mine = new(() =>
        EF.CompileAsyncQuery(
            (Db db, IReadOnlyList<PartyId> mine) =>
                from table in db.Set<Collaboration>()
                from party in table.Parties.Where(party => party.LeftAt == null && mine.Contains(party.Id)).DefaultIfEmpty()
                select new MineRow
                {
                    Id = table.Id,
                    Challenge = table.Challenge,
                    Region = table.Region,
                    StartedAt = table.StartedAt,
                    ArchivedAt = table.ArchivedAt,
                    On = table.NextTalk == null ? null : (DateOnly?)table.NextTalk.On,
                    About = table.NextTalk == null ? null : table.NextTalk.About,
                    Seated = table.Parties.Count(party => party.LeftAt == null),
                    Party = (PartyId?)party.Id,
                    Name = (string?)party.Name,
                    Tier = (GovernmentTier?)party.Tier,
                    Present = party.Heir == null ? party.Organisation : party.Heir.Organisation,
                }
        )
    );

    private static readonly CompiledQuery<Func<Db, CollaborationId, IAsyncEnumerable<ForNoParty>>> NoParty = new(() =>
        EF.CompileAsyncQuery(
            (Db db, CollaborationId id) =>
                from place in db.Set<Membership>()
                where place.Collaboration == id && place.EndedAt == null && place.Party == null
                join account in db.Users on (Guid)(object)place.Person equals account.Id
                select new ForNoParty(account.DisplayName, place.Function, place.LeadsSince != null)
        )
    );

    private readonly Dictionary<PersonId, string> named = [];

    /// <summary>One collaboration with its parties in order of arrival; null when it does not exist for this viewer.</summary>
    public Task<Collaboration?> TableAsync(CollaborationId id, CancellationToken stop) => Table.On(db)(db, id, stop);

    /// <summary>These collaborations with their parties, as far as they exist for this viewer.</summary>
    public async Task<IReadOnlyList<Collaboration>> TablesAsync(IEnumerable<CollaborationId> ids, CancellationToken stop)
    {
        var asked = ids.Distinct().ToList();
        return asked.Count == 0 ? [] : await db.Collaborations.AsNoTracking().Where(table => asked.Contains(table.Id)).ToListAsync(stop);
    }

    /// <summary>The viewer's collaborations by the name of the challenge: an order that does not move when somebody writes.</summary>
    public async Task<IReadOnlyList<Glance>> MineAsync(CancellationToken stop)
    {
        var rows = await Mine.On(db)(db, viewer.Parties).ToListAsync(stop);
        return
        [
            .. rows.GroupBy(row => row.Id)
                .Select(table => (First: table.First(), Rows: table))
                .Select(table => new Glance(
                    table.First.Id,
                    table.First.Challenge,
                    table.First.Region,
                    table.First.On is { } on ? new NextTalk(on, table.First.About ?? "") : null
                )
                {
                    StartedAt = table.First.StartedAt,
                    ArchivedAt = table.First.ArchivedAt,
                    Seated = table.First.Seated,
                    Mine =
                    [
                        .. table
                            .Rows.Where(row => row.Party is not null)
                            .Select(row => new SeatedParty(row.Party!.Value, row.Name!, row.Tier!.Value) { Present = row.Present }),
                    ],
                })
                .OrderBy(table => SearchKey.Fold(table.Challenge), StringComparer.Ordinal)
                .ThenBy(table => table.Id.Value),
        ];
    }

    /// <summary>Who is in it now, in order of name.</summary>
    public async Task<IReadOnlyList<Member>> MembersAsync(CollaborationId id, CancellationToken stop)
    {
        var places = await db.Memberships.AsNoTracking().Where(place => place.Collaboration == id && place.EndedAt == null).ToListAsync(stop);
        var names = await NamesAsync(places.Select(place => place.Person), stop);
        var voices = await OrganisationsAsync(places.Where(place => place.Voice is not null).Select(place => place.Voice!.Value), stop);
        return
        [
            .. places
                .Select(place => new Member(
                    place,
                    names.GetValueOrDefault(place.Person, ""),
                    place.Voice is { } voice ? voices.GetValueOrDefault(voice)?.OfficialName : null
                ))
                .OrderBy(member => SearchKey.Fold(member.Name), StringComparer.Ordinal)
                .ThenBy(member => member.Place.Id.Value),
        ];
    }

    /// <summary>Invitations that still work and that concern the viewer: all for the facilitator, a party's own for who speaks for it.</summary>
    public async Task<IReadOnlyList<Invitation>> OpenInvitationsAsync(CollaborationId id, CancellationToken stop)
    {
        var now = acts.Now;
        var open = await db
            .Invitations.AsNoTracking()
            .Where(link => link.Collaboration == id && link.UsedAt == null && link.WithdrawnAt == null && link.ExpiresAt > now)
            .OrderBy(link => link.CreatedAt)
            .ThenBy(link => link.Id)
            .ToListAsync(stop);
        return [.. open.Where(link => viewer.Facilitates(id) || (link.Party is { } party && viewer.Parties.Contains(party)))];
    }

    /// <summary>Who keeps the collaboration going or reads along, for no party, in order of name.</summary>
    public async Task<IReadOnlyList<ForNoParty>> ForNoPartyAsync(CollaborationId id, CancellationToken stop)
    {
        var found = await NoParty.On(db)(db, id).ToListAsync(stop);
        return [.. found.OrderBy(member => SearchKey.Fold(member.Name), StringComparer.Ordinal)];
    }

    /// <summary>Everyone who has or had a place, by name: for whom one may look in the logbook. Who is forgotten has no name.</summary>
    public async Task<IReadOnlyList<(PersonId Person, string Name)>> PeopleAsync(CollaborationId id, CancellationToken stop)
    {
        var people = db.Memberships.Where(place => place.Collaboration == id).Select(place => (Guid)(object)place.Person);
        var found = await db
            .Users.AsNoTracking()
            .Where(account => people.Contains(account.Id))
            .Select(account => new { account.Id, account.DisplayName })
            .ToListAsync(stop);
        foreach (var account in found)
            named[new PersonId(account.Id)] = account.DisplayName;
        return
        [
            .. found
                .Select(account => (new PersonId(account.Id), account.DisplayName))
                .OrderBy(known => SearchKey.Fold(known.DisplayName), StringComparer.Ordinal),
        ];
    }

    /// <summary>The names of people; who is forgotten has none. Each is read once for a page.</summary>
    public async Task<IReadOnlyDictionary<PersonId, string>> NamesAsync(IEnumerable<PersonId> people, CancellationToken stop)
    {
        var asked = people.ToHashSet();
        foreach (var (person, name) in await db.NamesAsync(asked.Where(person => !named.ContainsKey(person)), stop))
            named[person] = name;
        return named.Where(known => asked.Contains(known.Key)).ToDictionary();
    }

    /// <summary>The organisations with these ids.</summary>
    public async Task<IReadOnlyDictionary<OrganisationId, Organisation>> OrganisationsAsync(IEnumerable<OrganisationId> ids, CancellationToken stop)
    {
        var known = ids.Distinct().ToList();
        return known.Count == 0
            ? new Dictionary<OrganisationId, Organisation>()
            : await db.Organisations.AsNoTracking().Where(organisation => known.Contains(organisation.Id)).ToDictionaryAsync(found => found.Id, stop);
    }

    // A collaboration, with an own party as far as there is one.
    private sealed class MineRow
    {
        public CollaborationId Id { get; init; }

        public string Challenge { get; init; } = "";

        public string Region { get; init; } = "";

        public DateTimeOffset StartedAt { get; init; }

        public DateTimeOffset? ArchivedAt { get; init; }

        public DateOnly? On { get; init; }

        public string? About { get; init; }

        public int Seated { get; init; }

        public PartyId? Party { get; init; }

        public string? Name { get; init; }

        public GovernmentTier? Tier { get; init; }

        public OrganisationId? Present { get; init; }
    }
}
