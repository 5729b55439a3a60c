using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>What another candidate begins with.</summary>
public sealed record Beginning
{
    /// <summary>Takes the name as typed, and what is there.</summary>
    /// <param name="name">What people call it.</param>
    /// <param name="present">The candidates of the round.</param>
    /// <param name="desk">Whether texts may be written now.</param>
    public Beginning(string? name, IReadOnlyCollection<CandidateText> present, Desk desk) => (Name, Present, Desk) = (PlainText.Line(name), present, desk);

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The candidates that are there.</summary>
    public IReadOnlyCollection<CandidateText> Present { get; }

    /// <summary>Whether texts may be written now.</summary>
    public Desk Desk { get; }

    /// <summary>The candidate to copy; nobody recognises itself in the copy yet.</summary>
    public CandidateText? Copied { get; init; }

    /// <summary>The open text whose points become the first sentences, each standing on its point.</summary>
    public Formulation? Points { get; init; }

    internal IEnumerable<Phrasing> Sentences =>
        Copied is { } copied ? copied.Sentences.Select(sentence => new Phrasing(sentence.Text, sentence.Points))
        : Points is { RevealedAt: not null } text ? text.Points.Select(point => new Phrasing(point.Text, [point.Id]))
        : [];
}
