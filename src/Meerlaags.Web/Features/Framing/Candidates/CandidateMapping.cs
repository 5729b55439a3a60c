using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>Orders are open to who sits at the table. A critique is only there for its own party until critique of its text is opened.</summary>
internal static class CandidateMapping
{
    public static void Map(ModelBuilder model, Db db)
    {
        var critique = model.Aggregate<Critique>("critiques");
        critique.HasQueryFilter("member", known => db.ViewerIsSystem || db.ViewerCollaborations.Contains(known.Collaboration));
        critique.HasQueryFilter(
            FramingMapping.Blind,
            known =>
                db.ViewerIsSystem
                || db.ViewerParties.Contains(known.Party)
                || db.Set<CandidateText>().Any(text => text.Id == known.Candidate && text.CritiqueOpenedAt != null)
        );
        critique.HasQueryFilter(FramingMapping.Guest, known => db.ViewerIsSystem || !db.ViewerIsGuest || known.Round == db.ViewerRound);
        critique.Ignore(known => known.IsEmpty);
        critique.HasIndex(known => new { known.Candidate, known.Party }).IsUnique();
        critique.HasOne<CandidateText>().WithMany().HasForeignKey(known => known.Candidate);
        critique.HasOne<FramingRound>().WithMany().HasForeignKey(known => known.Round);
        critique.Property(known => known.Proposals).IsJson();
        critique.Property(known => known.Answers).IsJson();

        var ranking = model.Aggregate<CandidateRanking>("candidate_rankings");
        ranking.HasQueryFilter("member", known => db.ViewerIsSystem || db.ViewerCollaborations.Contains(known.Collaboration));
        ranking.HasQueryFilter(FramingMapping.Guest, known => db.ViewerIsSystem || !db.ViewerIsGuest || known.Round == db.ViewerRound);
        ranking.HasIndex(known => new { known.Round, known.Party }).IsUnique();
        ranking.HasOne<FramingRound>().WithMany().HasForeignKey(known => known.Round);
        ranking.Property(known => known.Places).IsJson();
    }
}

/// <summary>The places of candidates in the data.</summary>
public static class CandidateSets
{
    extension(Db db)
    {
        /// <summary>Critiques: the own party's, and those that are open.</summary>
        public DbSet<Critique> Critiques => db.Set<Critique>();

        /// <summary>The orders that parties gave.</summary>
        public DbSet<CandidateRanking> CandidateRankings => db.Set<CandidateRanking>();
    }
}
