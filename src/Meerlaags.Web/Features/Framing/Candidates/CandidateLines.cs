using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>A candidate text as pages about several of them show it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name, or empty.</param>
/// <param name="Sentences">Its sentences, in order.</param>
public sealed record CandidateLine(CandidateTextId Id, int Number, string Name, IReadOnlyList<SentenceLine> Sentences)
{
    /// <summary>The same of a text that was read whole.</summary>
    public static CandidateLine Of(CandidateText text) =>
        new(
            text.Id,
            text.Number,
            text.Name,
            [.. text.Sentences.Select(sentence => new SentenceLine(sentence.Id, sentence.Position, sentence.Text, sentence.Revision, sentence.Points))]
        );

    /// <summary>The party that started it.</summary>
    public PartyId? StartedBy { get; init; }

    /// <summary>The candidate it copies.</summary>
    public CandidateTextId? CopyOf { get; init; }

    /// <summary>The party whose points it began with.</summary>
    public PartyId? OnPointsOf { get; init; }

    /// <summary>What people found of its precision, in order.</summary>
    public IReadOnlyList<PrecisionJudgement> Judgements { get; init; } = [];

    /// <summary>Since when everybody reads its critique.</summary>
    public DateTimeOffset? CritiqueOpenedAt { get; init; }
}

/// <summary>A sentence of a candidate.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Position">Its place.</param>
/// <param name="Text">The words.</param>
/// <param name="Revision">Which form this is.</param>
/// <param name="Points">The points it stands on.</param>
public sealed record SentenceLine(SentenceId Id, int Position, string Text, int Revision, IReadOnlyList<PointId> Points);

/// <summary>Reads the candidates of a round in one statement, without who recognises itself.</summary>
public sealed class CandidateLines(Db db)
{
    /// <summary>The candidates, the first one first.</summary>
    public async Task<IReadOnlyList<CandidateLine>> OfAsync(RoundId round, CancellationToken stop)
    {
        var found = await db
            .CandidateTexts.AsNoTracking()
            .Where(text => text.Round == round)
            .OrderBy(text => text.Number)
            .Select(text => new
            {
                text.Id,
                text.Number,
                text.Name,
                text.StartedBy,
                text.CopyOf,
                text.OnPointsOf,
                text.CritiqueOpenedAt,
                text.Judgements,
                Sentences = text
                    .Sentences.Select(sentence => new
                    {
                        sentence.Id,
                        sentence.Position,
                        sentence.Text,
                        sentence.Revision,
                        sentence.Points,
                    })
                    .ToList(),
            })
            .ToListAsync(stop);
        return
        [
            .. found.Select(text => new CandidateLine(
                text.Id,
                text.Number,
                text.Name,
                [
                    .. text
                        .Sentences.OrderBy(sentence => sentence.Position)
                        .Select(sentence => new SentenceLine(sentence.Id, sentence.Position, sentence.Text, sentence.Revision, sentence.Points)),
                ]
            )
            {
                StartedBy = text.StartedBy,
                CopyOf = text.CopyOf,
                OnPointsOf = text.OnPointsOf,
                CritiqueOpenedAt = text.CritiqueOpenedAt,
                Judgements = text.Judgements,
            }),
        ];
    }
}

/// <summary>What candidates are called, and where they stand.</summary>
public static class CandidateNames
{
    /// <summary>Tekst 2: Dorpen eerst.</summary>
    public static string Of(Texts texts, CandidateLine text) => Of(texts, text.Number, text.Name);

    /// <summary>The same of a text that has no name: Tekst 1.</summary>
    public static string Of(Texts texts, int number, string? name) =>
        name is { Length: > 0 } ? texts["Candidates.Named", number, name] : texts["Candidates.Unnamed", number];

    /// <summary>The address of a candidate within its round.</summary>
    public static string Address(int number) => number == 1 ? "/tekst" : $"/tekst/{number}";
}
