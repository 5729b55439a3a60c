using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Statements;

/// <summary>Statements exist for members; a position only for its own party until it is opened; what a person finds only for the own party, for good.</summary>
internal sealed class StatementsMapping : IMapping
{
    /// <summary>Name of the filter that keeps a position from everyone outside its party until the positions on that statement are opened.</summary>
    public const string Sealed = "sealed";

    public void Map(ModelBuilder model, Db db)
    {
        MapStatement(model, db);

        var position = model.Aggregate<Position>("positions");
        position.HasQueryFilter("member", known => db.ViewerIsSystem || db.ViewerMemberships.Contains(known.Collaboration));
        position.HasQueryFilter(
            Sealed,
            known =>
                db.ViewerIsSystem
                || db.ViewerSpeaksFor.Contains(known.Party)
                || db.Set<Statement>()
                    .Any(statement => statement.Id == known.Statement && statement.OpenedAt != null && statement.Marks.Any(mark => mark.Party == known.Party))
        );
        position.Ignore(known => known.Latest).Ignore(known => known.Moves);
        position.HasIndex(known => new { known.Statement, known.Party }).IsUnique();
        position.HasIndex(known => known.Round);
        position.HasOne<Statement>().WithMany().HasForeignKey(known => known.Statement);
        position.OwnsMany(
            known => known.Given,
            given =>
            {
                given.ToTable("given_positions").WithOwner().HasForeignKey("PositionId");
                given.HasKey("PositionId", nameof(GivenPosition.Number));
                given.Property(stand => stand.Number).ValueGeneratedNever();
                given.Property(stand => stand.Shown).IsJson();
            }
        );

        var vote = model.Aggregate<InternalVote>("internal_votes");
        vote.HasQueryFilter("party", known => db.ViewerIsSystem || db.ViewerSpeaksFor.Contains(known.Party));
        vote.HasIndex(known => new
            {
                known.Statement,
                known.Party,
                known.Person,
            })
            .IsUnique();
        vote.HasIndex(known => known.Round);
        vote.HasOne<Statement>().WithMany().HasForeignKey(known => known.Statement);
    }

    private static void MapStatement(ModelBuilder model, Db db)
    {
        var statement = model.Aggregate<Statement>("statements");
        statement.HasQueryFilter("member", known => db.ViewerIsSystem || db.ViewerMemberships.Contains(known.Collaboration));
        statement.Ignore(known => known.IsStanding);
        statement.HasIndex(known => new { known.Round, known.Number }).IsUnique();
        statement.HasOne<FramingRound>().WithMany().HasForeignKey(known => known.Round);
        statement.OwnsMany(
            known => known.Points,
            source =>
            {
                source.ToTable("statement_points").WithOwner().HasForeignKey("StatementId");
                source.HasKey("StatementId", nameof(SourcePoint.Point));
            }
        );
        statement.OwnsMany(
            known => known.Marks,
            mark =>
            {
                mark.ToTable("position_marks").WithOwner().HasForeignKey("StatementId");
                mark.HasKey("StatementId", nameof(PositionMark.Party));
            }
        );
        statement.OwnsOne(
            known => known.Aside,
            aside =>
            {
                aside.Property(act => act.At).HasColumnName("set_aside_at");
                aside.Property(act => act.By).HasColumnName("set_aside_by");
                aside.Property(act => act.Reason).HasColumnName("set_aside_reason");
                aside.Property(act => act.Into).HasColumnName("joined_with");
            }
        );
    }
}

/// <summary>The places of statements in the data.</summary>
public static class StatementSets
{
    extension(Db db)
    {
        /// <summary>Statements of the viewer's collaborations.</summary>
        public DbSet<Statement> Statements => db.Set<Statement>();

        /// <summary>Positions: the own party's, and those that are open.</summary>
        public DbSet<Position> Positions => db.Set<Position>();

        /// <summary>What people within the viewer's own parties find.</summary>
        public DbSet<InternalVote> InternalVotes => db.Set<InternalVote>();
    }
}
