using System.ComponentModel;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Api;

namespace Meerlaags.Web.Features.Framing;

/// <summary>When a version is looked at again.</summary>
/// <param name="RecheckOn">The day.</param>
[Description("Hoe de tekst wordt voorgelegd.")]
public sealed record PutBody([property: JsonPropertyName("herzienOp"), Description("De dag waarop u er weer naar kijkt.")] DateOnly RecheckOn)
{
    /// <summary>Which candidate.</summary>
    [JsonPropertyName("kandidaat"), Description("Het nummer van de tekst die u voorlegt; zonder nummer de eerste.")]
    public int Candidate { get; init; } = 1;

    /// <summary>Why this one.</summary>
    [
        JsonPropertyName("reden"),
        Description("Waarom deze tekst. Nodig als de volgorde van de partijen een andere tekst voorstelt."),
        Graphemes(TextVersion.ReasonLimit)
    ]
    public string Reason { get; init; } = "";

    /// <summary>As the use case takes it.</summary>
    [JsonIgnore]
    public AskConsent.Plan Plan => new(RecheckOn, Candidate, Reason);
}

/// <summary>Whether the table fits.</summary>
/// <param name="Fits">Whether it does.</param>
[Description("Of de tafel bij een versie past.")]
public sealed record FitBody([property: JsonPropertyName("past"), Description("Of de tafel past.")] bool Fits)
{
    /// <summary>Who is missing.</summary>
    [JsonPropertyName("wie"), Description("Wie er ontbreekt. Nodig als de tafel niet past."), Graphemes(Party.NameLimit)]
    public string Who { get; init; } = "";

    /// <summary>Why.</summary>
    [JsonPropertyName("waarom"), Description("Waarom die partij nodig is. Nodig als de tafel niet past."), Graphemes(1000)]
    public string Why { get; init; } = "";
}

/// <summary>What a party says of the table.</summary>
[Description("Wat een partij bij een versie van de tafel zegt.")]
public sealed record FitFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("past"), Description("Of de tafel past.")] bool Fits
)
{
    /// <summary>Who is missing.</summary>
    [JsonPropertyName("wie"), Description("Wie er ontbreekt, of leeg.")]
    public string Who { get; init; } = "";

    /// <summary>Why.</summary>
    [JsonPropertyName("waarom"), Description("Waarom, of leeg.")]
    public string Why { get; init; } = "";

    /// <summary>How fully the party took part then.</summary>
    [JsonPropertyName("stoel"), Description("Hoe de partij toen meedeed.")]
    public SeatDegree Degree { get; init; }

    /// <summary>When.</summary>
    [JsonPropertyName("op"), Description("Wanneer.")]
    public DateTimeOffset At { get; init; }

    internal static FitFacts Of(TableFit fit) =>
        new(fit.Party, fit.Fits)
        {
            Who = fit.Who,
            Why = fit.Why,
            Degree = fit.Degree,
            At = fit.At,
        };
}

/// <summary>The answer of a party.</summary>
/// <param name="For">The party.</param>
/// <param name="Choice">The choice.</param>
/// <param name="Hash">Hash of the text the party had before it.</param>
[Description("Het antwoord van een partij op een versie.")]
public sealed record ConsentBody(
    [property: JsonPropertyName("namens"), Description("Namens welke partij.")] PartyId For,
    [property:
        JsonPropertyName("keuze"),
        Description(
            "`consent`: instemming. `consent-with-reservation`: instemming met kanttekening. `concern`: zorg; zeg welke schade u vreest. `leave-to-others`: laat het aan anderen."
        )
    ]
        ConsentChoice Choice,
    [property: JsonPropertyName("hash"), Description("De hash van de tekst die u voor u had.")] string Hash
)
{
    /// <summary>Why.</summary>
    [JsonPropertyName("reden"), Description("De reden. Nodig bij een kanttekening en een zorg."), Graphemes(TextVersion.ReasonLimit)]
    public string Reason { get; init; } = "";

    /// <summary>As the domain takes it.</summary>
    public GivenConsent Given(bool binding) => new(Choice, Reason, binding, Hash);
}

/// <summary>All versions of a round.</summary>
/// <param name="Versions">The versions.</param>
[Description("De versies van een ronde.")]
public sealed record VersionList([property: JsonPropertyName("versies"), Description("De versies, de eerste eerst.")] IReadOnlyList<VersionFacts> Versions);

/// <summary>A frozen version with its answers.</summary>
[Description("Een vastgelegde versie van de tekst.")]
public sealed record VersionFacts
{
    /// <summary>Its number.</summary>
    [JsonPropertyName("nummer"), Description("De eerste, tweede, derde versie van de ronde.")]
    public required int Number { get; init; }

    /// <summary>The text.</summary>
    [JsonPropertyName("tekst"), Description("De precieze tekst, één zin per regel.")]
    public required string Body { get; init; }

    /// <summary>Its hash.</summary>
    [JsonPropertyName("hash"), Description("SHA-256 van de tekst. Stuur hem mee met uw antwoord.")]
    public required string Hash { get; init; }

    /// <summary>When it was put to the parties.</summary>
    [JsonPropertyName("voorgelegdOp"), Description("Wanneer de versie is voorgelegd.")]
    public required DateTimeOffset PutAt { get; init; }

    /// <summary>When to look again.</summary>
    [JsonPropertyName("herzienOp"), Description("De dag waarop u er weer naar kijkt.")]
    public required DateOnly RecheckOn { get; init; }

    /// <summary>Why this candidate.</summary>
    [JsonPropertyName("reden"), Description("Waarom deze tekst werd gekozen en niet een andere, of leeg.")]
    public required string ChoiceReason { get; init; }

    /// <summary>Whose answers decide.</summary>
    [JsonPropertyName("gevraagd"), Description("De partijen wier antwoord beslist, in de volgorde van de tafel.")]
    public required IReadOnlyList<PartyId> Asked { get; init; }

    /// <summary>All answers.</summary>
    [JsonPropertyName("antwoorden"), Description("Alle antwoorden, in volgorde. Van een partij telt het laatste bindende.")]
    public required IReadOnlyList<ConsentFacts> Consents { get; init; }

    /// <summary>What parties said of the table.</summary>
    [JsonPropertyName("tafel"), Description("Of de tafel past, volgens elke partij die dat zei: haar laatste antwoord.")]
    public required IReadOnlyList<FitFacts> TableFits { get; init; }

    /// <summary>When it was replaced or taken back.</summary>
    [JsonPropertyName("ingetrokkenOp"), Description("Wanneer de versie is vervangen of ingetrokken, of leeg.")]
    public required DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>When it became the shared issue.</summary>
    [JsonPropertyName("vastgesteldOp"), Description("Wanneer de versie het gedeelde vraagstuk werd, of leeg.")]
    public required DateTimeOffset? AgreedAt { get; init; }

    /// <summary>The facts of a version.</summary>
    public static VersionFacts Of(Collaboration table, TextVersion version, IReadOnlyDictionary<PersonId, string> names) =>
        new()
        {
            Number = version.Number,
            Body = version.Body,
            Hash = version.Hash,
            PutAt = version.PutAt,
            RecheckOn = version.RecheckOn,
            ChoiceReason = version.ChoiceReason,
            Asked = [.. table.Parties.InTableOrder().Select(party => party.Id).Where(party => version.Asked.Any(asked => asked.Party == party))],
            Consents =
            [
                .. version.Consents.Select(consent => new ConsentFacts(consent.Party, consent.Choice)
                {
                    Reason = consent.Reason,
                    Binding = consent.Binding,
                    By = names.GetValueOrDefault(consent.By, ""),
                    At = consent.At,
                    Degree = consent.Degree,
                }),
            ],
            TableFits = [.. table.Parties.InTableOrder().Select(party => version.TableFitOf(party.Id)).OfType<TableFit>().Select(FitFacts.Of)],
            WithdrawnAt = version.WithdrawnAt,
            AgreedAt = version.AgreedAt,
        };
}

/// <summary>One answer on record.</summary>
/// <param name="Party">The party.</param>
/// <param name="Choice">The choice.</param>
[Description("Eén antwoord van een partij.")]
public sealed record ConsentFacts(
    [property: JsonPropertyName("partij"), Description("De partij.")] PartyId Party,
    [property: JsonPropertyName("keuze"), Description("De keuze.")] ConsentChoice Choice
)
{
    /// <summary>Why.</summary>
    [JsonPropertyName("reden"), Description("De reden, of leeg.")]
    public string Reason { get; init; } = "";

    /// <summary>Whether it binds.</summary>
    [JsonPropertyName("bindend"), Description("Of het de partij bindt.")]
    public bool Binding { get; init; }

    /// <summary>How fully the party took part then.</summary>
    [JsonPropertyName("stoel"), Description("Hoe de partij toen meedeed. Leeg bij oude antwoorden.")]
    public SeatDegree? Degree { get; init; }

    /// <summary>Who spoke for it.</summary>
    [JsonPropertyName("door"), Description("Wie namens de partij sprak. Leeg als die persoon is vergeten.")]
    public string By { get; init; } = "";

    /// <summary>When.</summary>
    [JsonPropertyName("op"), Description("Wanneer.")]
    public DateTimeOffset At { get; init; }
}

/// <summary>The shared issue.</summary>
[Description("De tekst waar alle partijen die beslissen mee instemden.")]
public sealed record SharedIssueFacts
{
    /// <summary>The text.</summary>
    [JsonPropertyName("tekst"), Description("De precieze tekst, één zin per regel.")]
    public required string Text { get; init; }

    /// <summary>Its hash.</summary>
    [JsonPropertyName("hash"), Description("SHA-256 van de tekst.")]
    public required string Hash { get; init; }

    /// <summary>Since when.</summary>
    [JsonPropertyName("vastgesteldOp"), Description("Sinds wanneer.")]
    public required DateTimeOffset EstablishedAt { get; init; }

    /// <summary>When to look again.</summary>
    [JsonPropertyName("herzienOp"), Description("De dag waarop u er weer naar kijkt.")]
    public required DateOnly RecheckOn { get; init; }

    /// <summary>The round it came from.</summary>
    [JsonPropertyName("ronde"), Description("Het nummer van de ronde.")]
    public required int Round { get; init; }

    /// <summary>The version that was agreed to.</summary>
    [JsonPropertyName("versie"), Description("Het nummer van de versie.")]
    public required int Version { get; init; }
}
