using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>Whether the table fits a text, as it is answered.</summary>
public sealed record FitAnswer
{
    /// <summary>The table fits.</summary>
    public static FitAnswer Yes { get; } = new() { Fits = true };

    /// <summary>Somebody is missing, or takes another place than this text needs.</summary>
    public static FitAnswer No(string? who, string? why) => new() { Who = PlainText.Line(who), Why = PlainText.Lines(why) };

    /// <summary>Whether it fits.</summary>
    public bool Fits { get; private init; }

    /// <summary>Who is missing.</summary>
    public string Who { get; private init; } = "";

    /// <summary>Why.</summary>
    public string Why { get; private init; } = "";
}

/// <summary>What a party said of the table when it had a new version before it.</summary>
/// <param name="Party">The party.</param>
/// <param name="Fits">Whether the table fits.</param>
/// <param name="Who">Who is missing, or empty.</param>
/// <param name="Why">Why, or empty.</param>
public sealed record TableFit(PartyId Party, bool Fits, string Who, string Why)
{
    /// <summary>Who spoke for the party.</summary>
    public PersonId By { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How fully the party took part then.</summary>
    public SeatDegree Degree { get; init; }

    internal static TableFit Of(FitAnswer given, Party party, PersonId by, Act act) =>
        new(party.Id, given.Fits, given.Who, given.Why)
        {
            By = by,
            At = act.At,
            Degree = party.SeatOn(act.Today).Degree,
        };
}
