using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>The order in which one party puts the candidates.</summary>
public readonly record struct CandidateRankingId(Guid Value) : IId<CandidateRankingId>
{
    /// <inheritdoc/>
    public static CandidateRankingId From(Guid value) => new(value);
}

/// <summary>Which candidate texts a party likes better than which; equals may share a place, and a party may leave texts out. It advises and decides nothing.</summary>
public sealed class CandidateRanking : Aggregate<CandidateRankingId>
{
    private CandidateRanking() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round.</summary>
    public RoundId Round { get; private init; }

    /// <summary>Whose order.</summary>
    public PartyId Party { get; private init; }

    /// <summary>The texts with their places, from 1; what is left out comes below all of them.</summary>
    public IReadOnlyList<PlacedCandidate> Places { get; private set; } = [];

    /// <summary>When the party last gave its order.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>An empty order for a party that gives one.</summary>
    public static Decided<CandidateRanking> Begin(CandidateRankingId id, FramingRound round, Party party, Act act) =>
        act.Actor is not Actor.ForParty { Party: var speaker } || speaker != party.Id
            ? new Refusal("access.party-only")
            : new CandidateRanking
            {
                Id = id,
                Collaboration = round.Collaboration,
                Round = round.Id,
                Party = party.Id,
            };

    /// <summary>Gives the order of the party, in place of the one it gave before. Only after people spoke.</summary>
    /// <param name="places">The texts it puts in order, with any whole numbers: the lowest comes first, equals share a place.</param>
    /// <param name="ballot">What there is to choose between, and for whom.</param>
    /// <param name="act">Someone of the party.</param>
    public Refusal? Rank(IReadOnlyCollection<PlacedCandidate> places, Ballot ballot, Act act)
    {
        if (act.Actor is not Actor.ForParty { Party: var speaker } || speaker != Party)
            return new Refusal("access.party-only");
        if (!ballot.Party.IsSeated)
            return new Refusal("party.not-seated");
        if (!ballot.Round.IsOpen)
            return new Refusal("round.closed");
        if (ballot.Round.Spoken is null)
            return new Refusal("ranking.speak-first");
        if (ballot.Texts.Count < 2)
            return new Refusal("ranking.nothing-to-choose");
        if (places.Count == 0)
            return new Refusal("ranking.empty");
        if (places.Any(place => !ballot.Texts.Contains(place.Candidate)) || places.DistinctBy(place => place.Candidate).Count() < places.Count)
            return new Refusal("ranking.unknown-text");

        var levels = places.Select(place => place.Place).Distinct().Order().ToList();
        Places = [.. places.Select(place => place with { Place = levels.IndexOf(place.Place) + 1 }).OrderBy(place => place.Place)];
        At = act.At;
        Record(new CandidatesRanked(Round, Party), act);
        return null;
    }
}

/// <summary>A text with its place in an order.</summary>
/// <param name="Candidate">The text.</param>
/// <param name="Place">Its place, from 1.</param>
public sealed record PlacedCandidate(CandidateTextId Candidate, int Place);

/// <summary>What a party chooses between.</summary>
/// <param name="Texts">The candidates of the round.</param>
/// <param name="Round">The round.</param>
/// <param name="Party">The party as it is at the table.</param>
public sealed record Ballot(IReadOnlyCollection<CandidateTextId> Texts, FramingRound Round, Party Party);
