using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Features.Statements.Findings;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Meerlaags.Web.Features.Statements;

/// <summary>What came of the open positions of a round.</summary>
/// <param name="Round">The round.</param>
/// <param name="Lines">All statements.</param>
/// <param name="Said">Per open statement who says what: as people gave it, computed from nothing.</param>
public sealed record OutcomeView(RoundView Round, IReadOnlyList<StatementLine> Lines, IReadOnlyList<Said> Said)
{
    /// <summary>What binds and divides; null before people spoke, or when the collaboration does not want to see it.</summary>
    public Bridges? Bridges { get; init; }

    /// <summary>Groups that answer alike; null before people spoke, or when the collaboration does not want to see it.</summary>
    public OpinionGroups? Groups { get; init; }

    /// <summary>Names of the organisations whose answers a composite party shows.</summary>
    public IReadOnlyDictionary<OrganisationId, string> Voices { get; init; } = new Dictionary<OrganisationId, string>();

    /// <summary>The statements that stand.</summary>
    public IReadOnlyList<StatementLine> Standing { get; } = [.. Lines.Where(line => line.Statement.IsStanding)];

    /// <summary>The statements that are waiting for a party.</summary>
    public IReadOnlyList<StatementLine> WaitingFor(Party party) => [.. Standing.Where(line => !line.Statement.HasPositionOf(party.Id))];
}

/// <summary>Reads the outcome. What is computed is kept for a while under exactly the positions it comes from.</summary>
public sealed class OutcomeReader(Db db, RoundReader rounds, StatementReader statements, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>The outcome, or null when the round is not there for this viewer or its texts are not open.</summary>
    public async Task<OutcomeView?> FindAsync(RoundAddress address, CancellationToken stop) =>
        await rounds.FindAsync(address, stop) is { Round.IsRevealed: true } view ? await InAsync(view, stop) : null;

    /// <summary>The outcome in a round that was read already.</summary>
    public async Task<OutcomeView> InAsync(RoundView view, CancellationToken stop)
    {
        var lines = await statements.LinesAsync(view, stop);
        var finder = new OutcomeFinder(lines, view.Seated);
        return new OutcomeView(view, lines, finder.All)
        {
            Voices = await VoicesAsync(lines, stop),
            Bridges = view.Shows(ComputedView.Bridges) ? finder.Bridges() : null,
            Groups = view.Shows(ComputedView.OpinionGroups) ? Groups(view, finder) : null,
        };
    }

    private OpinionGroups Groups(RoundView view, OutcomeFinder finder)
    {
        var open = finder.All.SelectMany(said => view.Seated.Select(party => said.Line.PositionOf(party.Id) is { } given ? (char)('0' + given.Stance) : '-'));
        var key = (
            typeof(OutcomeReader),
            view.Round.Id,
            view.Table.Version,
            string.Join(' ', finder.All.Select(said => said.Statement.Number)),
            string.Concat(open)
        );
        return cache.GetOrCreate(
            key,
            entry =>
            {
                entry.AbsoluteExpirationRelativeToNow = Kept;
                return finder.Groups();
            }
        )!;
    }

    // Asked only where a party shows it.
    private async Task<IReadOnlyDictionary<OrganisationId, string>> VoicesAsync(IEnumerable<StatementLine> lines, CancellationToken stop)
    {
        var shown = lines
            .SelectMany(line => line.Positions.Values)
            .SelectMany(position => position.Latest!.Shown)
            .Select(spread => spread.Voice)
            .Distinct()
            .ToList();
        return shown.Count == 0
            ? new Dictionary<OrganisationId, string>()
            : await db
                .Organisations.AsNoTracking()
                .Where(organisation => shown.Contains(organisation.Id))
                .ToDictionaryAsync(organisation => organisation.Id, organisation => organisation.OfficialName, stop);
    }
}
