using Meerlaags.Domain.Register.Boundaries;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>Boundaries are public, as the register is: no filter.</summary>
internal sealed class MapsMapping : IMapping
{
    public void Map(ModelBuilder model, Db db)
    {
        var set = model.Aggregate<BoundarySet>("boundary_sets");
        set.Ignore(known => known.Stands);
        set.HasMany(known => known.Boundaries).WithOne().HasForeignKey("SetId").IsRequired();
        model.Entity<Boundary>().ToTable("boundaries").HasKey("SetId", nameof(Boundary.Code));
    }
}

/// <summary>Where boundaries stand in the data.</summary>
public static class MapsSets
{
    extension(Db db)
    {
        /// <summary>All sets of boundaries, those that were taken back included.</summary>
        public DbSet<BoundarySet> BoundarySets => db.Set<BoundarySet>();

        /// <summary>The boundaries themselves.</summary>
        public DbSet<Boundary> Boundaries => db.Set<Boundary>();
    }
}
