using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>A collaboration exists for its members only.</summary>
internal sealed class CollaborationMapping : IMapping
{
    public void Map(ModelBuilder model, Db db)
    {
        var collaboration = model.Aggregate<Collaboration>("collaborations");
        collaboration.HasQueryFilter("member", table => db.ViewerIsSystem || db.ViewerCollaborations.Contains(table.Id));
        collaboration.Ignore(table => table.Seated);
        collaboration.Ignore(table => table.IsArchived);
        collaboration.Property(table => table.HiddenViews).IsJson();
        collaboration.Property(table => table.Wordings).IsLaterJson();
        collaboration.Property(table => table.Archivings).IsLaterJson();
        collaboration.Property(table => table.IsShown).HasDefaultValue(false).ValueGeneratedNever();
        collaboration.Property(table => table.ReviewRhythm).HasDefaultValue(ReviewRhythm.None).ValueGeneratedNever();
        collaboration.OwnsOne(
            table => table.NextTalk,
            talk =>
            {
                talk.Property(planned => planned.On).HasColumnName("next_talk_on");
                talk.Property(planned => planned.About).HasColumnName("next_talk_about");
            }
        );
        collaboration.OwnsMany(
            table => table.Parties,
            party =>
            {
                party.ToTable("parties").HasKey(seat => seat.Id);
                party.WithOwner().HasForeignKey("CollaborationId");
                party.Ignore(seat => seat.IsSeated).Ignore(seat => seat.SeatHistory).Ignore(seat => seat.Present);
                party.Property(seat => seat.FirstDegree).HasColumnName("seat");
                party.Property(seat => seat.FirstBound).HasColumnName("bound");
                party.Property(seat => seat.Terms).HasColumnName("seat_terms").IsLaterJson();
                party.Property(seat => seat.IsShown).HasDefaultValue(false).ValueGeneratedNever();
                party.OwnsOne(
                    seat => seat.Heir,
                    heir =>
                    {
                        heir.Property(known => known.Organisation).HasColumnName("heir_organisation");
                        heir.Property(known => known.Name).HasColumnName("heir_name");
                    }
                );
                // A table of their own would be read for the whole installation to find those of one collaboration.
                party.Property(seat => seat.Voices).IsLaterJson();
            }
        );

        var membership = model.Aggregate<Membership>("memberships");
        membership.HasQueryFilter(
            "member",
            place => db.ViewerIsSystem || place.Person == db.ViewerPerson || db.ViewerMemberships.Contains(place.Collaboration)
        );
        membership.HasIndex(place => new { place.Person, place.Collaboration });
        membership.HasIndex(place => place.Collaboration);
        membership.HasOne<Collaboration>().WithMany().HasForeignKey(place => place.Collaboration);
        membership.OwnsMany(
            place => place.Mandates,
            mandate =>
            {
                mandate.ToTable("mandates").HasKey(known => known.Id);
                mandate.WithOwner().HasForeignKey("MembershipId");
            }
        );

        var invitation = model.Aggregate<Invitation>("invitations");
        invitation.HasQueryFilter("member", link => db.ViewerIsSystem || db.ViewerMemberships.Contains(link.Collaboration));
        invitation.HasIndex(link => link.SecretHash).IsUnique();
        invitation.HasOne<Collaboration>().WithMany().HasForeignKey(link => link.Collaboration);

        // No filter: what stands here is what people chose to let everyone know.
        model.Entity<ShownSeat>(seat =>
        {
            seat.ToTable("shown_seats").HasKey(known => known.Party);
            seat.HasIndex(known => known.Organisation);
            seat.HasIndex(known => known.Collaboration);
        });
    }
}

/// <summary>The places of collaborations in the data.</summary>
public static class CollaborationSets
{
    extension(Db db)
    {
        /// <summary>Collaborations the viewer is a member of.</summary>
        public DbSet<Collaboration> Collaborations => db.Set<Collaboration>();

        /// <summary>Places of people in collaborations the viewer is a member of.</summary>
        public DbSet<Membership> Memberships => db.Set<Membership>();

        /// <summary>Invitations of those collaborations.</summary>
        public DbSet<Invitation> Invitations => db.Set<Invitation>();
    }
}
