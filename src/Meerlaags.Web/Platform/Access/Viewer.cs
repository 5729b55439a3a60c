using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;

namespace Meerlaags.Web.Platform.Access;

/// <summary>Who looks. Every query is filtered by what this viewer may see; the default is a stranger who sees public things only.</summary>
public sealed class Viewer
{
    private readonly Stack<SystemPurpose> purposes = new();

    /// <summary>The signed-in person, or null.</summary>
    public PersonId? Person { get; private set; }

    /// <summary>Whether this person looks after the installation. It opens no texts of collaborations.</summary>
    public bool IsAdministrator { get; private set; }

    /// <summary>Whether this is a guest of a room, who sees one round of one collaboration and nothing else.</summary>
    public bool IsGuest { get; private set; }

    /// <summary>The place of a guest in a room that is open, or null.</summary>
    public GuestPlace? Guest { get; private set; }

    /// <summary>The places this person has now; a guest has none.</summary>
    public IReadOnlyList<Place> Places { get; private set; } = [];

    /// <summary>The rooms of the tables this person sits at, those that closed included; a guest has none.</summary>
    public IReadOnlyList<TableRoom> Rooms { get; private set; } = [];

    /// <summary>Collaborations this person is a member of, or an admitted guest.</summary>
    public IReadOnlyList<CollaborationId> Collaborations { get; private set; } = [];

    /// <summary>Parties whose text this person may read and write: those spoken for, and the one an admitted guest writes along with.</summary>
    public IReadOnlyList<PartyId> Parties { get; private set; } = [];

    /// <summary>How many notices this person has not read, counted up to <see cref="MostUnread"/>.</summary>
    public int Unread { get; private set; }

    /// <summary>So far unread notices are counted: beyond it there are many.</summary>
    public const int MostUnread = 100;

    /// <summary>How long the journal of the installation was when this person came in; null when nobody looked. Whoever kept something of the installation knows by it whether that still holds.</summary>
    public long? JournalLength { get; private set; }

    /// <summary>Whether a job looks, for a purpose on the list.</summary>
    public bool IsSystem => purposes.Count > 0;

    /// <summary>A person signs in to this request.</summary>
    public void Is(PersonId person, bool administrator, bool guest = false) => (Person, IsAdministrator, IsGuest) = (person, administrator, guest);

    /// <summary>The session turned out to be over: from here on a stranger looks.</summary>
    public void IsNobody()
    {
        (Person, IsAdministrator, IsGuest, Guest) = (null, false, false, null);
        Takes([], []);
        Unread = 0;
    }

    /// <summary>What was seen beside the places when this person came in: so many notices wait, so long is the journal of the installation.</summary>
    public void Sees(int unread, long journalLength) => (Unread, JournalLength) = (unread, journalLength);

    /// <summary>The places of the person, once loaded.</summary>
    public void Takes(IReadOnlyList<Place> places, IReadOnlyList<TableRoom> rooms)
    {
        (Places, Rooms) = (places, rooms);
        Collaborations = [.. places.Select(place => place.Collaboration).Distinct()];
        Parties = [.. places.Where(place => place.Party is not null).Select(place => place.Party!.Value).Distinct()];
    }

    /// <summary>The place of the guest, once loaded.</summary>
    public void Takes(GuestPlace place)
    {
        Guest = place;
        if (place.Writes is not { } party)
            return;
        Collaborations = [place.Collaboration];
        Parties = [party];
    }

    /// <summary>Whether this person speaks for a party; a guest speaks for none.</summary>
    public bool SpeaksFor(PartyId party) => Places.Any(place => place.Party == party);

    /// <summary>Looks for a job until disposed. Each purpose stands on a tested list.</summary>
    public IDisposable System(SystemPurpose purpose)
    {
        purposes.Push(purpose);
        return new Ends(purposes);
    }

    /// <summary>The parties this person speaks for in a collaboration.</summary>
    public IEnumerable<Place> PlacesIn(CollaborationId collaboration) => Places.Where(place => place.Collaboration == collaboration);

    /// <summary>The parties in a collaboration whose text this person may read and write.</summary>
    public IReadOnlyList<PartyId> PartiesIn(CollaborationId collaboration) =>
        Guest is { Writes: { } party } && Guest.Collaboration == collaboration
            ? [party]
            : [.. PlacesIn(collaboration).Where(place => place.Party is not null).Select(place => place.Party!.Value).Distinct()];

    /// <summary>Whether this person leads the process of a collaboration: its facilitator, or who was granted to do so beside the facilitator.</summary>
    public bool Facilitates(CollaborationId collaboration) => IsFacilitatorOf(collaboration) || PlacesIn(collaboration).Any(place => place.Leads);

    /// <summary>Whether this person is a facilitator of a collaboration: for what is not granted to anybody else.</summary>
    public bool IsFacilitatorOf(CollaborationId collaboration) => PlacesIn(collaboration).Any(place => place.Function == MemberFunction.Facilitator);

    /// <summary>Whether a collaboration of this person is archived.</summary>
    public bool IsArchived(CollaborationId collaboration) => PlacesIn(collaboration).Any(place => place.IsArchived);

    private sealed class Ends(Stack<SystemPurpose> purposes) : IDisposable
    {
        public void Dispose() => purposes.Pop();
    }
}

/// <summary>One place of a person in a collaboration.</summary>
public sealed record Place(MembershipId Membership, CollaborationId Collaboration, MemberFunction Function, PartyId? Party)
{
    /// <summary>Whether the facilitator granted this person to lead the process too.</summary>
    public bool Leads { get; init; }

    /// <summary>Whether the collaboration is archived.</summary>
    public bool IsArchived { get; init; }
}

/// <summary>A room at a table, with the round that is done there.</summary>
/// <param name="Room">The room.</param>
/// <param name="Round">The round.</param>
/// <param name="Collaboration">The collaboration.</param>
/// <param name="Number">The number of the round.</param>
/// <param name="IsOpen">Whether people can join and write now.</param>
public sealed record TableRoom(RoomId Room, RoundId Round, CollaborationId Collaboration, int Number, bool IsOpen)
{
    /// <summary>Address of its round.</summary>
    public string Page => $"/samenwerkingen/{Collaboration.Value}/rondes/{Number}";
}

/// <summary>The place of a guest in an open room.</summary>
/// <param name="Guest">The guest.</param>
/// <param name="Room">The room.</param>
/// <param name="Round">The one round this guest sees.</param>
/// <param name="Collaboration">Its collaboration.</param>
/// <param name="Writes">The party the guest writes along with; null while waiting.</param>
public sealed record GuestPlace(GuestId Guest, RoomId Room, RoundId Round, CollaborationId Collaboration, PartyId? Writes);

/// <summary>Why the installation looks past the filters. A new purpose needs a line in the access test.</summary>
public enum SystemPurpose
{
    /// <summary>A guest with the secret of an invitation sees which seat it is for.</summary>
    AcceptInvitation,

    /// <summary>A personal token of the API is looked up by its hash.</summary>
    AuthenticateToken,

    /// <summary>The demo cast and its collaborations are written into an empty installation.</summary>
    Demo,

    /// <summary>Somebody with the code of a room, or who waits in its lobby, sees what the room is about and whose table it is.</summary>
    EnterRoom,

    /// <summary>The words of what everybody at a table may read are kept for search; nothing is shown to anybody.</summary>
    FillSearch,

    /// <summary>Accounts of guests whose room is long over are forgotten, with what they typed and nobody was offered.</summary>
    ForgetGuests,

    /// <summary>Notices older than a year are forgotten; nothing is shown to anybody.</summary>
    ForgetNotices,

    /// <summary>An administrator sees which invitations wait: for whom and until when, not for which table.</summary>
    ListInvitations,

    /// <summary>An administrator sees which messages wait to be sent: to whom and since when, not what they are about.</summary>
    ListOutgoingMail,

    /// <summary>An administrator sees what accounts may do: tokens, and how many places they have by function, not where.</summary>
    LookAfterAccounts,

    /// <summary>What asks for attention is counted: seats whose organisation ended, messages that wait.</summary>
    NoticeWhatWaits,

    /// <summary>Who signed in is told at which tables, and in which rooms, this person sits, and how many notices wait: nothing that lies there.</summary>
    TakeSeat,

    /// <summary>Who has a place at a table is found, to be told what happened there.</summary>
    TellPeople,

    /// <summary>An administrator has the journal verified: hashes only.</summary>
    VerifyJournal,
}
