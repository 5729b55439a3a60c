using Meerlaags.Domain.Framing;

namespace Meerlaags.Web.Features.Framing;

/// <summary>A round in an export.</summary>
public sealed record RoundExport(int Nummer, DateTimeOffset GeopendOp, DateTimeOffset? OnthuldOp, RoundOutcome? Uitkomst, string Slot)
{
    /// <summary>The texts the viewer may read.</summary>
    public IReadOnlyList<TextExport> Teksten { get; init; } = [];

    /// <summary>The candidates with their critique.</summary>
    public IReadOnlyList<CandidateExport> Kandidaten { get; init; } = [];

    /// <summary>The wordings of the shared dream.</summary>
    public IReadOnlyList<DreamExport> Dromen { get; init; } = [];

    /// <summary>What people said of differences.</summary>
    public IReadOnlyList<DifferenceExport> Verschillen { get; init; } = [];

    /// <summary>The versions with their answers.</summary>
    public IReadOnlyList<VersionExport> Versies { get; init; } = [];

    /// <summary>Who is missing.</summary>
    public IReadOnlyList<MissingExport> Ontbrekend { get; init; } = [];
}

/// <summary>The text of a party.</summary>
public sealed record TextExport(Guid Partij, DateTimeOffset? OnthuldOp, IReadOnlyDictionary<string, string> Antwoorden, IReadOnlyList<string> Punten)
{
    internal static TextExport Of(Formulation text) =>
        new(
            text.Party.Value,
            text.RevealedAt,
            text.Answers.DistinctBy(answer => answer.Question).ToDictionary(answer => answer.Question, answer => answer.Text),
            [.. text.Points.Select(point => point.Text)]
        );
}

/// <summary>A candidate text.</summary>
public sealed record CandidateExport(int Nummer, string Naam, IReadOnlyList<string> Zinnen, IReadOnlyList<CritiqueExport> Kritiek)
{
    internal static CandidateExport Of(CandidateText text, IEnumerable<Critique> critiques) =>
        new(
            text.Number,
            text.Name,
            [.. text.Sentences.Select(sentence => sentence.Text)],
            [
                .. critiques
                    .Where(critique => critique.Candidate == text.Id)
                    .OrderBy(critique => critique.Party.Value)
                    .Select(critique => new CritiqueExport(critique.Party.Value, critique.Works, critique.Lacks, critique.Harms)),
            ]
        );
}

/// <summary>The critique of a party.</summary>
public sealed record CritiqueExport(Guid Partij, string Werkt, string Mist, string Schaadt);

/// <summary>A wording of the shared dream.</summary>
public sealed record DreamExport(Guid? Partij, string Tekst, DateTimeOffset Op);

/// <summary>What people said of a difference.</summary>
public sealed record DifferenceExport(string Deelvraag, DifferenceVerdict Oordeel, string Woorden, IReadOnlyList<DifferenceSide> Kanten);

/// <summary>A version with its answers.</summary>
public sealed record VersionExport(int Nummer, DateTimeOffset VoorgelegdOp, string Tekst, string Hash)
{
    /// <summary>When it became the shared issue, or null.</summary>
    public DateTimeOffset? VastgesteldOp { get; init; }

    /// <summary>When to look again.</summary>
    public DateOnly HerzienOp { get; init; }

    /// <summary>Whose answers decide.</summary>
    public IReadOnlyList<AskedExport> Gevraagd { get; init; } = [];

    /// <summary>Every answer, in order.</summary>
    public IReadOnlyList<ConsentExport> Antwoorden { get; init; } = [];

    internal static VersionExport Of(TextVersion version) =>
        new(version.Number, version.PutAt, version.Body, version.Hash)
        {
            VastgesteldOp = version.AgreedAt,
            HerzienOp = version.RecheckOn,
            Gevraagd = [.. version.Asked.Select(asked => new AskedExport(asked.Party.Value, asked.Degree))],
            Antwoorden = [.. version.Consents.Select(ConsentExport.Of)],
        };
}

/// <summary>A party whose answer decides, with how fully it took part then.</summary>
public sealed record AskedExport(Guid Partij, Domain.Collaborations.SeatDegree? Stoel);

/// <summary>An answer.</summary>
public sealed record ConsentExport(Guid Partij, ConsentChoice Keuze, string Reden, bool Bindend, DateTimeOffset Op)
{
    /// <summary>The mandate with which the party was bound, or null.</summary>
    public Guid? Mandaat { get; init; }

    internal static ConsentExport Of(Consent consent) =>
        new(consent.Party.Value, consent.Choice, consent.Reason, consent.Binding, consent.At) { Mandaat = consent.Mandate?.Value };
}

/// <summary>Who is missing.</summary>
public sealed record MissingExport(string Naam, string Waarom, Guid? GenoemdDoor);
