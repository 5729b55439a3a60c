using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Statements;

/// <summary>A point that a statement comes from, in the words of its party.</summary>
public sealed record SourceQuote(PartyId Party, PointId Point, string Text);

/// <summary>Someone who speaks for one of the viewer's own parties and said something of a statement.</summary>
/// <param name="Party">The party.</param>
/// <param name="Said">The person and what they find.</param>
public sealed record Colleague(PartyId Party, PersonalStance Said);

/// <summary>A statement with what this viewer may know of it.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Quotes">The points it comes from.</param>
/// <param name="Positions">The positions the viewer may see, by party: the own, and all others once they are open.</param>
public sealed record StatementLine(Statement Statement, IReadOnlyList<SourceQuote> Quotes, IReadOnlyDictionary<PartyId, Position> Positions)
{
    /// <summary>Who of the viewer's own parties said what, where that was asked for.</summary>
    public IReadOnlyList<Colleague> Colleagues { get; init; } = [];

    /// <summary>What the people of an own party find.</summary>
    public InternalSpread SpreadOf(PartyId party) => new([.. Colleagues.Where(known => known.Party == party).Select(known => known.Said)]);

    /// <summary>The position of a party that counts, or null when there is none or it is not for this viewer.</summary>
    public GivenPosition? PositionOf(PartyId party) => Positions.GetValueOrDefault(party)?.Latest;
}

/// <summary>The statements of a round as their pages show them.</summary>
/// <param name="Round">The round.</param>
/// <param name="All">All statements in their order, those set aside included.</param>
public sealed record StatementsView(RoundView Round, IReadOnlyList<StatementLine> All)
{
    /// <summary>The statements that stand.</summary>
    public IReadOnlyList<StatementLine> Standing { get; } = [.. All.Where(line => line.Statement.IsStanding)];

    /// <summary>The statement with this id, or null.</summary>
    public StatementLine? Line(StatementId id) => All.FirstOrDefault(line => line.Statement.Id == id);

    /// <summary>Whether this viewer can give positions now.</summary>
    public bool MayWeigh => Round.Round.IsOpen && Round.Mine.Count > 0;

    /// <summary>How many of the parties at the table gave a position on a statement, and whether the positions are open, in words.</summary>
    public string GivenSentence(Texts texts, Statement statement)
    {
        var given = Round.Seated.Count(party => statement.HasPositionOf(party.Id));
        var key = given switch
        {
            0 => "Statements.Given.None",
            1 => "Statements.Given.One",
            _ when given == Round.Seated.Count => "Statements.Given.All",
            _ => "Statements.Given.Some",
        };
        var sentence = texts[key, Words.NumberFirst(given), Words.Number(Round.Seated.Count)];
        return statement.OpenedAt is null ? sentence : $"{sentence} {texts["Statements.Given.Open"]}";
    }

    /// <summary>The statements on which a party has still to give its position.</summary>
    public IEnumerable<StatementLine> WaitingFor(PartyId party) => Standing.Where(line => !line.Statement.HasPositionOf(party));

    /// <summary>The next statement after this one on which an own party has still to give its position; the first one after the last.</summary>
    public StatementLine? NextAfter(StatementId? here) =>
        Standing
            .SkipWhile(line => here is not null && line.Statement.Id != here)
            .Skip(here is null ? 0 : 1)
            .Concat(Standing)
            .FirstOrDefault(line => line.Statement.Id != here && Round.Mine.Any(party => !line.Statement.HasPositionOf(party.Id)));

    /// <summary>Of how many statements more a party can say that they truly move it.</summary>
    public int MovingLeft(PartyId party) => Math.Max(0, Position.MostMoving - Standing.Count(line => line.PositionOf(party) is { Moves: true }));
}

/// <summary>Reads statements for pages and the API.</summary>
public sealed class StatementReader(Db db, RoundReader rounds)
{
    /// <summary>The statements of a round with what people find, or null when the round is not there for this viewer or its texts are not open.</summary>
    public async Task<StatementsView?> FindAsync(RoundAddress address, CancellationToken stop) =>
        await rounds.FindAsync(address, stop) is { Round.IsRevealed: true } view
            ? new StatementsView(view, await LinesAsync(view, new Within([.. view.Mine.Select(party => party.Id)], null), stop))
            : null;

    /// <summary>The statements with the positions this viewer may see.</summary>
    public Task<IReadOnlyList<StatementLine>> LinesAsync(RoundView view, CancellationToken stop) => LinesAsync(view, new Within([], null), stop);

    /// <summary>The same, and what people of the own parties find.</summary>
    public async Task<IReadOnlyList<StatementLine>> LinesAsync(RoundView view, Within within, CancellationToken stop)
    {
        var round = view.Round.Id;
        var found = await db
            .Statements.AsNoTracking()
            .Where(statement => statement.Round == round)
            .OrderBy(statement => statement.Number)
            .Select(statement => new
            {
                Statement = statement,
                Quotes = (
                    from source in statement.Points
                    join raised in db.Set<Formulation>().SelectMany(text => text.Points, (text, point) => new { text.Party, Point = point })
                        on source.Point equals raised.Point.Id
                    select new
                    {
                        raised.Party,
                        raised.Point.Id,
                        raised.Point.Text,
                    }
                ).ToList(),
            })
            .ToListAsync(stop);
        var said = await SaidAsync(round, within, stop);
        return
        [
            .. found.Select(known => new StatementLine(
                known.Statement,
                [.. known.Quotes.DistinctBy(quote => quote.Id).Select(quote => new SourceQuote(quote.Party, quote.Id, quote.Text))],
                said[known.Statement.Id].Positions.ToDictionary(position => position.Party)
            )
            {
                Colleagues = said[known.Statement.Id].Colleagues,
            }),
        ];
    }

    // What parties and their people say hangs under a statement side by side, few rows each: one statement reads both.
    private async Task<IReadOnlyDictionary<StatementId, (IReadOnlyList<Position> Positions, IReadOnlyList<Colleague> Colleagues)>> SaidAsync(
        RoundId round,
        Within within,
        CancellationToken stop
    )
    {
        var (mine, one) = within;
        var found = await db
            .Statements.AsNoTracking()
            .Where(statement => statement.Round == round)
            .Select(statement => new
            {
                statement.Id,
                Positions = db.Set<Position>().Where(position => position.Statement == statement.Id).ToList(),
                Votes = (
                    from vote in db.Set<InternalVote>()
                    join place in db.Set<Membership>() on new { Party = (PartyId?)vote.Party, vote.Person } equals new { place.Party, place.Person }
                    where vote.Statement == statement.Id && place.EndedAt == null && mine.Contains(vote.Party) && (one == null || vote.Statement == one)
                    select new
                    {
                        vote.Party,
                        vote.Person,
                        place.Voice,
                        vote.Stance,
                    }
                ).ToList(),
            })
            .ToListAsync(stop);
        return found.ToDictionary(
            statement => statement.Id,
            statement =>
                (
                    (IReadOnlyList<Position>)statement.Positions,
                    (IReadOnlyList<Colleague>)
                        [
                            .. statement
                                .Votes.DistinctBy(vote => (vote.Party, vote.Person))
                                .Select(vote => new Colleague(vote.Party, new PersonalStance(vote.Person, vote.Voice, vote.Stance))),
                        ]
                )
        );
    }
}

/// <summary>Whose people are read along: of these parties, for one statement or for all.</summary>
public sealed record Within(IReadOnlyList<PartyId> Parties, StatementId? Statement);
