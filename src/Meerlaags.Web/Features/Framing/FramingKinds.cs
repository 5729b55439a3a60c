using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;

namespace Meerlaags.Web.Features.Framing;

/// <summary>What happens on the way from texts written unseen to a shared issue.</summary>
public sealed class FramingKinds : ILogKinds
{
    /// <inheritdoc/>
    public IReadOnlyList<LogKind> Kinds { get; } =
    [
        new(
            "rondes",
            typeof(RoundOpened),
            typeof(FormatChosen),
            typeof(PeopleMet),
            typeof(FormulationSubmitted),
            typeof(FormulationTakenBack),
            typeof(TextsRevealed),
            typeof(LateTextSubmitted),
            typeof(PeopleSpoke),
            typeof(RoundClosed)
        ),
        new(
            "verschillen",
            typeof(PointsMarkedSame),
            typeof(PointsToldApart),
            typeof(SameMarkUndone),
            typeof(PointsNamed),
            typeof(DifferenceNoted),
            typeof(NotedDifferenceWithdrawn),
            typeof(MissingPartyNamed)
        ),
        new(
            "teksten",
            typeof(CandidateStarted),
            typeof(CandidateNamed),
            typeof(SentenceWritten),
            typeof(SentenceMoved),
            typeof(SentenceRemoved),
            typeof(SentenceRecognised),
            typeof(CritiqueOpened),
            typeof(CritiqueGiven),
            typeof(CritiqueAnswered),
            typeof(CandidatesRanked),
            typeof(PrecisionJudged),
            typeof(DreamWritten)
        ),
        new("instemming", typeof(VersionPut), typeof(TableFitAnswered), typeof(ConsentGiven), typeof(SharedIssueEstablished)),
    ];
}
