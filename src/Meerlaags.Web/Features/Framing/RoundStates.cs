using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>What a menu needs of a round.</summary>
/// <param name="Collaboration">Its collaboration.</param>
/// <param name="Number">Its number.</param>
/// <param name="IsRevealed">Whether the texts are open to all.</param>
/// <param name="IsOpen">Whether the round still runs.</param>
public record RoundLine(CollaborationId Collaboration, int Number, bool IsRevealed, bool IsOpen)
{
    /// <summary>Address of its first page.</summary>
    public string Home => $"/samenwerkingen/{Collaboration.Value}/rondes/{Number}";
}

/// <summary>What asks and steps need of a round: never a word of a text.</summary>
public sealed record RoundState(CollaborationId Collaboration, int Number, bool IsRevealed, bool IsOpen) : RoundLine(Collaboration, Number, IsRevealed, IsOpen)
{
    /// <summary>Its id.</summary>
    public RoundId Id { get; init; }

    /// <summary>When it closed, or null.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How it closed, or null.</summary>
    public RoundOutcome? Outcome { get; init; }

    /// <summary>How many of the parties at the table handed in blind.</summary>
    public int HandedIn { get; init; }

    /// <summary>Whether people talk now, and write afterwards.</summary>
    public bool TalksFirst { get; init; }

    /// <summary>When the issue that came of it is looked at again.</summary>
    public DateOnly? RecheckOn { get; init; }

    /// <summary>The viewer's own parties that handed in.</summary>
    public IReadOnlyList<PartyId> HandedInByMine { get; init; } = [];

    /// <summary>Its versions that were put to the parties.</summary>
    public IReadOnlyList<VersionState> Versions { get; init; } = [];

    /// <summary>The version that is out for consent, or null.</summary>
    public VersionState? Out => Versions.FirstOrDefault(version => version.IsOut);
}

/// <summary>A version that was put to the parties.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number.</param>
/// <param name="IsOut">Whether it waits for answers.</param>
/// <param name="AnsweredByMine">The viewer's own parties that have answered.</param>
public sealed record VersionState(TextVersionId Id, int Number, bool IsOut, IReadOnlyList<PartyId> AnsweredByMine);

/// <summary>The rounds that a page of collaborations speaks of in several places, read once for each request.</summary>
public sealed class RoundStates(Db db, Viewer viewer)
{
    // One statement of flat rows; of marks and answers only those of the viewer's own parties, so that rows hardly multiply.
    private static readonly CompiledQuery<Func<Db, List<CollaborationId>, IReadOnlyList<PartyId>, IAsyncEnumerable<Row>>> Rows = new(() =>
        EF.CompileAsyncQuery(
            (Db db, List<CollaborationId> collaborations, IReadOnlyList<PartyId> mine) =>
                from round in db.Set<FramingRound>()
                where collaborations.Contains(round.Collaboration)
                from mark in round.HandedIn.Where(mark => mine.Contains(mark.Party)).DefaultIfEmpty()
                from version in db.Set<TextVersion>().Where(version => version.Round == round.Id).DefaultIfEmpty()
                from answer in version.Consents.Where(answer => mine.Contains(answer.Party)).DefaultIfEmpty()
                select new Row
                {
                    Id = round.Id,
                    Collaboration = round.Collaboration,
                    Number = round.Number,
                    IsRevealed = round.Reveal != null,
                    TalksFirst = round.Format == RoundFormat.MeetingFirst && round.Met == null && round.Reveal == null && round.Closing == null,
                    ClosedAt = round.Closing == null ? null : (DateTimeOffset?)round.Closing.At,
                    Outcome = round.Closing == null ? null : (RoundOutcome?)round.Closing.Outcome,
                    HandedIn = round.HandedIn.Count(known =>
                        db.Set<Collaboration>().SelectMany(table => table.Parties).Any(party => party.Id == known.Party && party.LeftAt == null)
                    ),
                    RecheckOn = db.Set<SharedIssue>()
                        .Where(issue => issue.Collaboration == round.Collaboration)
                        .OrderByDescending(issue => issue.EstablishedAt)
                        .Select(issue => (DateOnly?)issue.RecheckOn)
                        .FirstOrDefault(),
                    HandedInBy = (PartyId?)mark.Party,
                    Version = (TextVersionId?)version.Id,
                    VersionNumber = (int?)version.Number,
                    IsOut = version.WithdrawnAt == null && version.AgreedAt == null,
                    AnsweredBy = (PartyId?)answer.Party,
                }
        )
    );

    private readonly Dictionary<CollaborationId, IReadOnlyList<RoundState>> read = [];
    private readonly Dictionary<CollaborationId, IReadOnlyList<RoundLine>> seen = [];

    /// <summary>The rounds of these collaborations, by collaboration, the last round first.</summary>
    public async Task<IReadOnlyDictionary<CollaborationId, IReadOnlyList<RoundState>>> InAsync(
        IEnumerable<CollaborationId> collaborations,
        CancellationToken stop
    )
    {
        var missing = collaborations.Where(id => !read.ContainsKey(id)).ToList();
        if (missing.Count > 0)
        {
            var found = (await ReadAsync(missing, stop)).ToLookup(round => round.Collaboration);
            missing.ForEach(id => read[id] = [.. found[id].OrderByDescending(round => round.Number)]);
        }
        return read;
    }

    /// <summary>The rounds of one collaboration, the last one first.</summary>
    public async Task<IReadOnlyList<RoundState>> OfAsync(CollaborationId collaboration, CancellationToken stop) =>
        (await InAsync([collaboration], stop))[collaboration];

    /// <summary>The same for a menu, which needs less: pages about a round have read it already.</summary>
    public async Task<IReadOnlyList<RoundLine>> LinesAsync(CollaborationId collaboration, CancellationToken stop) =>
        seen.TryGetValue(collaboration, out var lines) ? lines : await OfAsync(collaboration, stop);

    /// <summary>Remembers the rounds of a collaboration that a page has read.</summary>
    public void Saw(CollaborationId collaboration, IEnumerable<FramingRound> rounds) =>
        seen[collaboration] = [
            .. rounds.OrderByDescending(round => round.Number).Select(round => new RoundLine(collaboration, round.Number, round.IsRevealed, round.IsOpen)),
        ];

    private async Task<IEnumerable<RoundState>> ReadAsync(List<CollaborationId> collaborations, CancellationToken stop)
    {
        var rows = await Rows.On(db)(db, collaborations, viewer.Parties).ToListAsync(stop);
        return rows.GroupBy(row => row.Id)
            .Select(round => (First: round.First(), Rows: round))
            .Select(round => new RoundState(round.First.Collaboration, round.First.Number, round.First.IsRevealed, round.First.ClosedAt is null)
            {
                Id = round.First.Id,
                ClosedAt = round.First.ClosedAt,
                Outcome = round.First.Outcome,
                TalksFirst = round.First.TalksFirst,
                HandedIn = round.First.HandedIn,
                RecheckOn = round.First.RecheckOn,
                HandedInByMine = Given(round.Rows.Select(row => row.HandedInBy)),
                Versions =
                [
                    .. round
                        .Rows.Where(row => row.Version is not null)
                        .GroupBy(row => (Id: row.Version!.Value, Number: row.VersionNumber!.Value, row.IsOut))
                        .Select(version => new VersionState(
                            version.Key.Id,
                            version.Key.Number,
                            version.Key.IsOut,
                            Given(version.Select(row => row.AnsweredBy))
                        )),
                ],
            });
    }

    private static List<PartyId> Given(IEnumerable<PartyId?> parties) =>
        [.. parties.Where(party => party is not null).Select(party => party!.Value).Distinct()];

    // A round, with a mark of an own party, a version and an answer of an own party as far as there are.
    private sealed class Row
    {
        public RoundId Id { get; init; }

        public CollaborationId Collaboration { get; init; }

        public int Number { get; init; }

        public bool IsRevealed { get; init; }

        public bool TalksFirst { get; init; }

        public DateTimeOffset? ClosedAt { get; init; }

        public RoundOutcome? Outcome { get; init; }

        public int HandedIn { get; init; }

        public DateOnly? RecheckOn { get; init; }

        public PartyId? HandedInBy { get; init; }

        public TextVersionId? Version { get; init; }

        public int? VersionNumber { get; init; }

        public bool IsOut { get; init; }

        public PartyId? AnsweredBy { get; init; }
    }
}
