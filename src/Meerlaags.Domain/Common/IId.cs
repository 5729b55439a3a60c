namespace Meerlaags.Domain.Common;

/// <summary>A typed identifier, so that the id of a party can never be taken for the id of a person.</summary>
public interface IId<TSelf>
    where TSelf : struct, IId<TSelf>
{
    /// <summary>The value as it is stored; made in order of time by whoever starts the thing.</summary>
    Guid Value { get; }

    /// <summary>Reads a stored or received value.</summary>
    static abstract TSelf From(Guid value);
}

/// <summary>A person with an account.</summary>
public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    /// <inheritdoc/>
    public static PersonId From(Guid value) => new(value);
}

/// <summary>A party at one table: an organisation in one collaboration.</summary>
public readonly record struct PartyId(Guid Value) : IId<PartyId>
{
    /// <inheritdoc/>
    public static PartyId From(Guid value) => new(value);
}

/// <summary>The written right of one person to bind one party.</summary>
public readonly record struct MandateId(Guid Value) : IId<MandateId>
{
    /// <inheritdoc/>
    public static MandateId From(Guid value) => new(value);
}
