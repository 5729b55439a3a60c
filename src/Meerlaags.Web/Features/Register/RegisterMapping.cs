using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register;

/// <summary>The register is public: no filter.</summary>
internal sealed class RegisterMapping : IMapping
{
    public void Map(ModelBuilder model, Db db)
    {
        model.Entity<Organisation>(organisation =>
        {
            organisation.ToTable("organisations").HasKey(known => known.Id);
            organisation.HasIndex(known => known.Code).IsUnique();
            organisation.HasIndex(known => known.PartOf);
        });

        var region = model.Aggregate<Region>("regions");
        region.Ignore(known => known.IsOwn);
        region.HasIndex(known => known.Code).IsUnique();
        region.OwnsMany(
            known => known.Members,
            member =>
            {
                member.ToTable("region_members").WithOwner().HasForeignKey("RegionId");
                member.HasKey("RegionId", nameof(RegionMember.Organisation), nameof(RegionMember.Time));
                member.Property(known => known.Time).ValueGeneratedNever();
                member.HasIndex(known => known.Organisation);
            }
        );

        var refresh = model.Aggregate<RegisterRefresh>("register_refreshes");
        refresh.OwnsOne(
            known => known.Decision,
            decision =>
            {
                decision.Property(known => known.Approved).HasColumnName("decision_approved");
                decision.Property(known => known.At).HasColumnName("decision_at");
                decision.Property(known => known.By).HasColumnName("decision_by");
                decision.Property(known => known.Reason).HasColumnName("decision_reason");
            }
        );
        refresh.OwnsMany(
            known => known.Files,
            file =>
            {
                file.ToTable("register_files").WithOwner().HasForeignKey("RegisterRefreshId");
                file.HasKey("RegisterRefreshId", nameof(RefreshFile.Name));
            }
        );
        refresh.OwnsMany(
            known => known.Changes,
            change =>
            {
                change.ToTable("register_changes").WithOwner().HasForeignKey("RegisterRefreshId");
                change.HasKey("RegisterRefreshId", nameof(ProposedChange.Number));
                change.Property(known => known.Number).ValueGeneratedNever();
                change.Ignore(known => known.Said);
                change.HasIndex(known => known.Code);
            }
        );

        var succession = model.Aggregate<Succession>("successions");
        succession.Ignore(known => known.Stands).Ignore(known => known.Named);
        succession.OwnsMany(
            known => known.From,
            side =>
            {
                side.ToTable("succession_predecessors").WithOwner().HasForeignKey("SuccessionId");
                side.HasKey("SuccessionId", nameof(Predecessor.Organisation));
                side.HasIndex(known => known.Organisation);
            }
        );
        succession.OwnsMany(
            known => known.Into,
            side =>
            {
                side.ToTable("succession_successors").WithOwner().HasForeignKey("SuccessionId");
                side.HasKey("SuccessionId", nameof(Successor.Organisation));
                side.HasIndex(known => known.Organisation);
            }
        );
    }
}

/// <summary>The register's place in the data.</summary>
public static class RegisterSets
{
    extension(Db db)
    {
        /// <summary>All organisations, ended ones included.</summary>
        public DbSet<Organisation> Organisations => db.Set<Organisation>();

        /// <summary>Sets of organisations with a name, those that ended included.</summary>
        public DbSet<Region> Regions => db.Set<Region>();

        /// <summary>Newer registers that were proposed, and what was decided of them.</summary>
        public DbSet<RegisterRefresh> RegisterRefreshes => db.Set<RegisterRefresh>();

        /// <summary>All successions, past ones, planned ones, and those that were taken back.</summary>
        public DbSet<Succession> Successions => db.Set<Succession>();
    }
}
