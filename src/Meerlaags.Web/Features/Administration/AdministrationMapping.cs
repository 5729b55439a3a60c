using Meerlaags.Domain.Administration;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Administration;

/// <summary>What is kept about looking after the installation: only administrators see it.</summary>
internal sealed class AdministrationMapping : IMapping
{
    public void Map(ModelBuilder model, Db db)
    {
        var decision = model.Aggregate<AccountDecision>("account_decisions");
        decision.HasKey(known => known.Id);
        decision.HasIndex(known => known.Person);
        decision.HasQueryFilter("administrator", known => db.ViewerIsSystem || db.ViewerIsAdministrator);

        var review = model.Aggregate<AccessReview>("access_reviews");
        review.HasKey(known => known.Id);
        review.Ignore(known => known.IsOpen).Ignore(known => known.Undecided);
        review.HasQueryFilter("administrator", known => db.ViewerIsSystem || db.ViewerIsAdministrator);
        review.OwnsMany(
            known => known.Rows,
            row =>
            {
                row.ToTable("access_review_rows").WithOwner().HasForeignKey("AccessReviewId");
                row.HasKey("AccessReviewId", nameof(ReviewedRight.Number));
                row.Property(known => known.Number).ValueGeneratedNever();
                // Rows of before those functions were counted have none of them.
                row.Property(known => known.KeepsGoing).HasDefaultValue(0).ValueGeneratedNever();
                row.Property(known => known.Mediates).HasDefaultValue(0).ValueGeneratedNever();
                row.Property(known => known.Leads).HasDefaultValue(0).ValueGeneratedNever();
                row.Ignore(known => known.Places);
            }
        );

        model.Entity<JournalCheck>(check =>
        {
            check.ToTable("journal_checks").HasKey(known => known.Id);
            check.Property(known => known.Broken).IsJson();
            check.Ignore(known => known.Percent);
            check.HasIndex(known => known.StartedAt);
            check.HasQueryFilter("administrator", known => db.ViewerIsSystem || db.ViewerIsAdministrator);
        });
    }
}

/// <summary>The places of administration in the data.</summary>
public static class AdministrationSets
{
    extension(Db db)
    {
        /// <summary>What administrators decided about accounts.</summary>
        public DbSet<AccountDecision> AccountDecisions => db.Set<AccountDecision>();

        /// <summary>Reviews of rights.</summary>
        public DbSet<AccessReview> AccessReviews => db.Set<AccessReview>();

        /// <summary>Verifications of the journal.</summary>
        public DbSet<JournalCheck> JournalChecks => db.Set<JournalCheck>();
    }
}
