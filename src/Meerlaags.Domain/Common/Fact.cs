namespace Meerlaags.Domain.Common;

/// <summary>Something that happened, in the past tense. Holds ids, codes, numbers and dates, never text of people.</summary>
public abstract record Fact;

/// <summary>A fact that only the party itself may know until its seal is opened.</summary>
public interface ISealedFact
{
    /// <summary>The round whose reveal opens the seal.</summary>
    Guid Seal { get; }

    /// <summary>The party that may see it before.</summary>
    PartyId Party { get; }
}

/// <summary>The fact that opens a seal for the parties named.</summary>
public interface IOpensSeal
{
    /// <summary>The seal that opens.</summary>
    Guid Seal { get; }

    /// <summary>Whose sealed facts become visible; a party that left before is not among them.</summary>
    IReadOnlyList<PartyId> Opened { get; }
}

/// <summary>A fact after which somebody may no longer listen: who listens is looked at again.</summary>
public interface IEndsPlaces;

/// <summary>A fact about one guest of a room: it is heard where the room is led and at its doors, and by that guest; all other pages stay as they are.</summary>
public interface IStaysInRoom
{
    /// <summary>The guest, who hears it too.</summary>
    Guid Whom { get; }
}

/// <summary>The fact after which nothing is written in a collaboration any more, but what may happen afterwards.</summary>
public interface IClosesChain;

/// <summary>The fact after which there is writing again.</summary>
public interface IReopensChain;

/// <summary>A fact that may happen in the archive too: people leave, and the collaboration is opened again.</summary>
public interface IHappensAfterwards;

/// <summary>A fact that begins something of which parts may be sealed: from here on others may not be able to know what lies between two lines.</summary>
public interface IBeginsSeal
{
    /// <summary>The seal.</summary>
    Guid Seal { get; }
}
