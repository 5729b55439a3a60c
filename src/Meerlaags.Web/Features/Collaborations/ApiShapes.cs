using System.Text.Json;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Codes of the API: English, in kebab case, as in the journal.</summary>
public static class Codes
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        [nameof(Collaboration.Challenge)] = "opgave",
        [nameof(Collaboration.Region)] = "regio",
        [nameof(PartyOrigin.Name)] = "naam",
        [nameof(SeatTerm.Bound)] = "beslist",
        [nameof(NextTalk.On)] = "dag",
        [nameof(NextTalk.About)] = "onderwerp",
        [nameof(InvitedSeat.Party)] = "partij",
        [nameof(InvitedSeat.Voice)] = "stem",
        [nameof(InvitedSeat.For)] = "voor",
        [nameof(MandateTerms.From)] = "vanaf",
        [nameof(MandateTerms.Until)] = "totEnMet",
        [nameof(Archiving.Reason)] = "reden",
        [nameof(MandateTerms.SourceDecision)] = "besluit",
        [nameof(MandateTerms.Limits)] = "grenzen",
        ["Heir"] = "organisatie",
    };

    /// <summary>The name in the API of a field of the domain.</summary>
    public static string FieldOf(string field) => Fields.GetValueOrDefault(field, field);

    /// <summary>The code of a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>The value of a code, or null when there is no such code.</summary>
    public static T? Read<T>(string? code)
        where T : struct, Enum => Enum.GetValues<T>().Where(value => Of(value) == code).Select(value => (T?)value).FirstOrDefault();

    /// <summary>The value of a code; the present value when no code was sent.</summary>
    public static T? Read<T>(string? code, T present)
        where T : struct, Enum => code is null ? present : Read<T>(code);
}

/// <summary>What a collaboration starts with.</summary>
public sealed record StartBody(string Opgave, string Regio, IReadOnlyList<PartyBody>? Partijen = null);

/// <summary>A party: a code of the register, or the name of a partner.</summary>
public sealed record PartyBody(string? Code = null, string? Naam = null, IReadOnlyList<string>? Stemmen = null)
{
    internal PartyWish Wish => new(Code ?? "", Naam ?? "", Stemmen ?? []);
}

/// <summary>How a party should sit; what is left out stays as it is.</summary>
public sealed record SeatBody(string? Stoel = null, bool? Beslist = null, DateOnly? Vanaf = null, DateOnly? TotEnMet = null);

/// <summary>How a party sits for a time.</summary>
public sealed record SeatFacts(DateOnly Vanaf, DateOnly? TotEnMet, string Stoel, bool Beslist)
{
    /// <summary>Of a period.</summary>
    public static SeatFacts Of(SeatTerm seat) => new(seat.From, seat.Until, Codes.Of(seat.Degree), seat.Decides);
}

/// <summary>Who stands where the organisation of a party ended, while nobody confirmed yet who goes on.</summary>
/// <param name="Sinds">The day on which it ended.</param>
/// <param name="Organisaties">Codes of the organisations that stand there today.</param>
public sealed record HeirsFacts(DateOnly Sinds, IReadOnlyList<string> Organisaties);

/// <summary>Code of the organisation that goes on at the seat of a party.</summary>
public sealed record HeirBody(string Organisatie);

/// <summary>The next talk; no day takes it off.</summary>
public sealed record TalkBody(DateOnly? Dag = null, string? Onderwerp = null);

/// <summary>Whom to invite for which seat.</summary>
public sealed record InviteBody(string Functie, string Voor, Guid? Partij = null, string? Stem = null);

/// <summary>The secret of an invitation.</summary>
public sealed record AcceptBody(string Geheim);

/// <summary>A mandate.</summary>
public sealed record MandateBody(DateOnly Vanaf, string Besluit, DateOnly? TotEnMet = null, string? Grenzen = null);

/// <summary>An invitation that was made. The secret is there the first time only.</summary>
public sealed record InvitationSecret(Guid Id, string? Geheim);

/// <summary>A collaboration in short.</summary>
public sealed record CollaborationSummary(Guid Id, string Opgave, string Regio, DateTimeOffset GestartOp, DateOnly? VolgendGesprek)
{
    /// <summary>Since when it is archived, or null.</summary>
    public DateTimeOffset? GearchiveerdOp { get; init; }

    /// <summary>Of a collaboration.</summary>
    public static CollaborationSummary Of(Collaboration table) =>
        new(table.Id.Value, table.Challenge, table.Region, table.StartedAt, table.NextTalk?.On) { GearchiveerdOp = table.ArchivedAt };

    /// <summary>Of a collaboration at a glance.</summary>
    public static CollaborationSummary Of(Glance table) =>
        new(table.Id.Value, table.Challenge, table.Region, table.StartedAt, table.NextTalk?.On) { GearchiveerdOp = table.ArchivedAt };
}

/// <summary>A collaboration with its parties and people.</summary>
public sealed record CollaborationFacts(CollaborationSummary Samenwerking, IReadOnlyList<PartyFacts> Partijen, IReadOnlyList<MemberFacts> Leden)
{
    /// <summary>What it settled for itself.</summary>
    public required SettingsFacts Instellingen { get; init; }
}

/// <summary>A party at the table, or one that left.</summary>
public sealed record PartyFacts(Guid Id, string Code, string Naam, string Laag)
{
    /// <summary>How fully it takes part.</summary>
    public string Stoel { get; init; } = "";

    /// <summary>Whether its answer decides.</summary>
    public bool Beslist { get; init; }

    /// <summary>How it sat, sits and is going to sit.</summary>
    public IReadOnlyList<SeatFacts> Stoelen { get; init; } = [];

    /// <summary>Whether the party lets everyone know that it takes part.</summary>
    public bool Getoond { get; init; }

    /// <summary>When it left, or null.</summary>
    public DateTimeOffset? VertrokkenOp { get; init; }

    /// <summary>Codes of the organisations that speak within it.</summary>
    public IReadOnlyList<string> Stemmen { get; init; } = [];

    /// <summary>Code of the organisation that goes on since the party's own ended, as was confirmed; or empty.</summary>
    public string Voortzetting { get; init; } = "";

    /// <summary>Of a party.</summary>
    public static PartyFacts Of(Party party, DateOnly today, Func<OrganisationId?, string> code) =>
        new(party.Id.Value, code(party.Organisation), party.Name, Codes.Of(party.Tier))
        {
            Stoel = Codes.Of(party.SeatOn(today).Degree),
            Beslist = party.DecidesOn(today),
            Stoelen = [.. party.SeatHistory.Select(SeatFacts.Of)],
            Getoond = party.IsShown,
            VertrokkenOp = party.LeftAt,
            Stemmen = [.. party.Voices.Select(voice => code(voice.Organisation))],
            Voortzetting = party.Heir is { } heir ? code(heir.Organisation) : "",
        };
}

/// <summary>A person with a place.</summary>
public sealed record MemberFacts(Guid Id, string Naam, string Functie, Guid? Partij)
{
    /// <summary>Code of the organisation the person speaks from within a composite party, or empty.</summary>
    public string Stem { get; init; } = "";

    /// <summary>Whether this person leads the process beside the facilitator.</summary>
    public bool LeidtProces { get; init; }

    /// <summary>The mandates of this person.</summary>
    public IReadOnlyList<MandateBody> Mandaten { get; init; } = [];

    /// <summary>Of a member.</summary>
    public static MemberFacts Of(Member member, Func<OrganisationId?, string> code) =>
        new(member.Place.Id.Value, member.Name, Codes.Of(member.Place.Function), member.Place.Party?.Value)
        {
            Stem = code(member.Place.Voice),
            LeidtProces = member.Place.LeadsSince is not null,
            Mandaten = [.. member.Place.Mandates.Select(mandate => new MandateBody(mandate.From, mandate.SourceDecision, mandate.Until, mandate.Limits))],
        };
}

/// <summary>An open invitation, without its secret.</summary>
public sealed record InvitationFacts(Guid Id, string Voor, string Functie, Guid? Partij, DateTimeOffset GeldigTot)
{
    /// <summary>Of an invitation.</summary>
    public static InvitationFacts Of(Invitation link) => new(link.Id.Value, link.For, Codes.Of(link.Function), link.Party?.Value, link.ExpiresAt);
}

/// <summary>A page of the logbook.</summary>
public sealed record LogFacts(IReadOnlyList<LogLine> Regels, string? Verder);

/// <summary>A line of the logbook.</summary>
public sealed record LogLine(DateTimeOffset Moment, string Feit, string Tekst, bool AlleenEigenPartij);
