using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Collaborations.Export;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Statements;

/// <summary>Statements with the positions the viewer may see. What people within a party find stays within that party and is not taken along.</summary>
public sealed class StatementsExport(Db db, Texts texts) : IExportPart
{
    /// <inheritdoc/>
    public async Task<ExportPart> OfAsync(Collaboration table, CancellationToken stop)
    {
        var id = table.Id;
        var statements = await db
            .Statements.AsNoTracking()
            .Where(statement => statement.Collaboration == id)
            .OrderBy(statement => statement.Number)
            .ToListAsync(stop);
        var positions = (await db.Positions.AsNoTracking().Where(position => position.Collaboration == id).ToListAsync(stop))
            .Where(position => position.Latest is not null)
            .OrderBy(position => position.Party.Value)
            .ToLookup(position => position.Statement);
        return new ExportPart(
            "stellingen",
            statements.Select(statement => StatementExport.Of(statement, positions[statement.Id])).ToList(),
            [
                new ReadableSection(
                    texts["Statements.Title"],
                    [
                        .. statements.Select(statement => new ReadableLine($"{statement.Number}. {table.Party(statement.Party)?.Name}", statement.Text)
                        {
                            Note = string.Join(
                                "; ",
                                positions[statement.Id]
                                    .Select(position => $"{table.Party(position.Party)?.Name}: {texts["Statements.Stance." + position.Latest!.Stance]}")
                            ),
                        }),
                    ]
                ),
            ]
        );
    }
}

/// <summary>A statement in an export.</summary>
public sealed record StatementExport(int Nummer, Guid Partij, string Tekst, DateTimeOffset? GeopendOp, string Opzij)
{
    /// <summary>The last position of each party, as far as the viewer may see it.</summary>
    public IReadOnlyList<PositionExport> Standpunten { get; init; } = [];

    internal static StatementExport Of(Statement statement, IEnumerable<Position> positions) =>
        new(statement.Number, statement.Party.Value, statement.Text, statement.OpenedAt, statement.Aside?.Reason ?? "")
        {
            Standpunten = [.. positions.Select(position => new PositionExport(position.Party.Value, position.Latest!.Stance, position.Latest.Moves))],
        };
}

/// <summary>The position of a party.</summary>
public sealed record PositionExport(Guid Partij, Stance Standpunt, bool RaaktOns);
