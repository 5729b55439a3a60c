using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Administration;

/// <summary>What a right lets somebody do.</summary>
public enum RightKind
{
    /// <summary>Look after the installation.</summary>
    Administrator,

    /// <summary>Let a program act for a person.</summary>
    Token,

    /// <summary>Sign in, and do what the places at tables allow.</summary>
    SignIn,
}

/// <summary>What a reviewer decides.</summary>
public enum ReviewVerdict
{
    /// <summary>The right stays.</summary>
    Keep,

    /// <summary>The right ends with the signature.</summary>
    End,
}

/// <summary>Places at tables by function: how many, not which.</summary>
/// <param name="Facilitates">Collaborations led.</param>
/// <param name="Represents">Places as representative.</param>
/// <param name="HoldsOffice">Places as office holder.</param>
/// <param name="Observes">Places as observer.</param>
public sealed record PlaceCounts(int Facilitates, int Represents, int HoldsOffice, int Observes)
{
    /// <summary>No place at all.</summary>
    public static readonly PlaceCounts None = new(0, 0, 0, 0);

    /// <summary>Places as programme manager or regisseur.</summary>
    public int KeepsGoing { get; init; }

    /// <summary>Places as mediator.</summary>
    public int Mediates { get; init; }

    /// <summary>At how many of these places the person was granted to lead the process too.</summary>
    public int Leads { get; init; }

    /// <summary>All places.</summary>
    public int All => Facilitates + Represents + HoldsOffice + Observes + KeepsGoing + Mediates;
}

/// <summary>A right as it was when the list was frozen.</summary>
/// <param name="Kind">What it lets somebody do.</param>
/// <param name="Person">Whose right it is.</param>
/// <param name="Places">Places at tables, for the right to sign in.</param>
/// <param name="LastUsedAt">When it was last used, as far as known.</param>
public sealed record FrozenRight(RightKind Kind, PersonId Person, PlaceCounts Places, DateTimeOffset? LastUsedAt)
{
    /// <summary>The token, for a token.</summary>
    public Guid? Token { get; init; }

    /// <summary>What the token may do, for a token.</summary>
    public string Scopes { get; init; } = "";
}

/// <summary>What was decided about one right on the list.</summary>
/// <param name="Number">Its place on the list.</param>
/// <param name="Verdict">The decision; null takes it back.</param>
/// <param name="Reason">Why; needed to end it.</param>
public sealed record RightVerdict(int Number, ReviewVerdict? Verdict, string Reason);

/// <summary>One right on the list of a review, frozen on its day, with the decision about it.</summary>
public sealed class ReviewedRight
{
    private ReviewedRight() { }

    internal ReviewedRight(int number, FrozenRight right)
    {
        Number = number;
        Kind = right.Kind;
        Person = right.Person;
        Token = right.Token;
        Scopes = right.Scopes;
        LastUsedAt = right.LastUsedAt;
        (Facilitates, Represents, HoldsOffice, Observes) = right.Places;
        (KeepsGoing, Mediates, Leads) = (right.Places.KeepsGoing, right.Places.Mediates, right.Places.Leads);
    }

    /// <summary>Its place on the list, from 1.</summary>
    public int Number { get; private init; }

    /// <summary>What it lets somebody do.</summary>
    public RightKind Kind { get; private init; }

    /// <summary>Whose right it is.</summary>
    public PersonId Person { get; private init; }

    /// <summary>The token, or null.</summary>
    public Guid? Token { get; private init; }

    /// <summary>What the token may do, or nothing.</summary>
    public string Scopes { get; private init; } = "";

    /// <summary>When it was last used, as far as known on that day.</summary>
    public DateTimeOffset? LastUsedAt { get; private init; }

    /// <summary>Collaborations led on that day.</summary>
    public int Facilitates { get; private init; }

    /// <summary>Places as representative on that day.</summary>
    public int Represents { get; private init; }

    /// <summary>Places as office holder on that day.</summary>
    public int HoldsOffice { get; private init; }

    /// <summary>Places as observer on that day.</summary>
    public int Observes { get; private init; }

    /// <summary>Places as programme manager or regisseur on that day.</summary>
    public int KeepsGoing { get; private init; }

    /// <summary>Places as mediator on that day.</summary>
    public int Mediates { get; private init; }

    /// <summary>Places at which the person led the process too on that day.</summary>
    public int Leads { get; private init; }

    /// <summary>What was decided, or null.</summary>
    public ReviewVerdict? Verdict { get; private set; }

    /// <summary>Why, or nothing.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>The places at tables on that day.</summary>
    public PlaceCounts Places =>
        new(Facilitates, Represents, HoldsOffice, Observes)
        {
            KeepsGoing = KeepsGoing,
            Mediates = Mediates,
            Leads = Leads,
        };

    internal void Decide(ReviewVerdict? verdict, string reason) => (Verdict, Reason) = (verdict, reason);
}
