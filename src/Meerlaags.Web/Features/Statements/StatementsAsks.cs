using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Statements;

/// <summary>Asks a party for its positions, until a text is put to all: from then on the answer to that text comes first.</summary>
public sealed class StatementsAsks(Db db, Viewer viewer, RoundStates rounds, Texts texts) : IAsks
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Ask>> ForAsync(IReadOnlyList<Glance> tables, CancellationToken stop)
    {
        var known = await rounds.InAsync(tables.Select(table => table.Id), stop);
        var weighing = tables
            .Where(table => table.Mine.Count > 0)
            .SelectMany(table => known[table.Id])
            .Where(round => round is { IsOpen: true, IsRevealed: true, Out: null })
            .ToDictionary(round => round.Id);
        if (weighing.Count == 0)
            return [];
        var left = await LeftAsync([.. weighing.Keys], stop);
        return
        [
            .. from table in tables
            from party in table.Mine.InTableOrder()
            from open in left.Where(open => open.Party == party.Id)
            select AskOf(weighing[open.Round], party, open.Statements),
        ];
    }

    private async Task<IReadOnlyList<Left>> LeftAsync(IReadOnlyList<RoundId> weighing, CancellationToken stop)
    {
        var mine = viewer.Parties;
        return await db
            .Statements.Where(statement => weighing.Contains(statement.Round) && statement.Aside == null)
            .SelectMany(
                statement => db.Set<Collaboration>().Where(table => table.Id == statement.Collaboration).SelectMany(table => table.Parties),
                (statement, party) => new { statement, party }
            )
            .Where(pair => mine.Contains(pair.party.Id) && pair.party.LeftAt == null && !pair.statement.Marks.Any(mark => mark.Party == pair.party.Id))
            .GroupBy(pair => new { pair.statement.Round, pair.party.Id })
            .Select(group => new Left(group.Key.Round, group.Key.Id, group.Count()))
            .ToListAsync(stop);
    }

    private Ask AskOf(RoundState round, SeatedParty party, int statements) =>
        new(
            round.Collaboration,
            texts[statements == 1 ? "Statements.Ask.One" : "Statements.Ask.Some", Words.InSentence(party.Name), Words.Number(statements)],
            texts["Statements.Ask.Note"],
            round.Home + "/stellingen",
            texts["Statements.Ask.Button"],
            Urgent: false
        );

    private sealed record Left(RoundId Round, PartyId Party, int Statements);
}
