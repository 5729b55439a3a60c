namespace Meerlaags.Domain.Common;

/// <summary>A thing that changes as a whole and remembers the facts it caused since it was loaded.</summary>
public abstract class Aggregate
{
    private readonly List<Recorded> recorded = [];

    /// <summary>Goes up with every change; forms carry it so that nobody overwrites what they did not see.</summary>
    public int Version { get; private set; }

    /// <summary>Facts not yet in the journal.</summary>
    public IReadOnlyList<Recorded> Facts => recorded;

    /// <summary>The collaboration whose journal holds the facts; null for what belongs to the installation.</summary>
    public abstract Guid? Chain { get; }

    /// <summary>Called when the facts have been written.</summary>
    public void Written() => recorded.Clear();

    /// <summary>Remembers a fact for the journal.</summary>
    protected void Record(Fact fact, Act act)
    {
        recorded.Add(new Recorded(fact, act));
        Version++;
    }

    /// <summary>Marks a change that leaves no fact, such as saving a draft.</summary>
    protected void Changed() => Version++;
}

/// <summary>An aggregate with its own kind of id.</summary>
public abstract class Aggregate<TId> : Aggregate
    where TId : struct, IId<TId>
{
    /// <summary>Its id.</summary>
    public TId Id { get; protected init; }
}

/// <summary>A fact with the act that caused it.</summary>
public sealed record Recorded(Fact Fact, Act Act);
