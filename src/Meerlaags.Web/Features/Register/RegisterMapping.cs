using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register;

/// <summary>The register is public: no filter.</summary>
internal sealed class RegisterMapping : IMapping
{
    public void Map(ModelBuilder model, Db db) =>
        model.Entity<Organisation>(organisation =>
        {
            organisation.ToTable("organisations").HasKey(known => known.Id);
            organisation.HasIndex(known => known.Code).IsUnique();
            organisation.HasIndex(known => known.PartOf);
        });
}

/// <summary>The register's place in the data.</summary>
public static class RegisterSets
{
    extension(Db db)
    {
        /// <summary>All organisations, ended ones included.</summary>
        public DbSet<Organisation> Organisations => db.Set<Organisation>();
    }
}
