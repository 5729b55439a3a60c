using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>A room exists for who is at its table; the code of a party for that party and the facilitator; what a waiting guest typed for that guest alone.</summary>
internal sealed class SessionsMapping : IMapping
{
    /// <summary>Name of the filter that keeps the words of a guest from everyone but the guest and the party that let the guest in.</summary>
    public const string Blind = "blind";

    public void Map(ModelBuilder model, Db db)
    {
        var room = model.Aggregate<Room>("rooms");
        room.HasQueryFilter("member", known => db.ViewerIsSystem || db.ViewerCollaborations.Contains(known.Collaboration) || known.Id == db.ViewerRoom);
        room.HasIndex(known => known.Round);
        room.HasIndex(known => known.Collaboration);
        room.HasOne<FramingRound>().WithMany().HasForeignKey(known => known.Round);
        room.HasOne<Collaboration>().WithMany().HasForeignKey(known => known.Collaboration);

        var code = model.Aggregate<RoomCode>("room_codes");
        code.HasQueryFilter(
            "holder",
            known =>
                db.ViewerIsSystem
                || db.ViewerFacilitates.Contains(known.Collaboration)
                || (known.Party == null && db.ViewerMemberships.Contains(known.Collaboration))
                || (known.Party != null && db.ViewerSpeaksFor.Contains(known.Party!.Value))
        );
        code.Ignore(known => known.Aloud);
        code.Property(known => known.Characters).HasMaxLength(RoomCode.Length);
        code.HasIndex(known => known.Characters).IsUnique();
        code.HasIndex(known => known.Room);
        code.HasOne<Room>().WithMany().HasForeignKey(known => known.Room);

        var guest = model.Aggregate<Guest>("guests");
        guest.HasQueryFilter(
            "door",
            known =>
                db.ViewerIsSystem
                || known.Person == db.ViewerPerson
                || db.ViewerFacilitates.Contains(known.Collaboration)
                || (known.Party != null && db.ViewerSpeaksFor.Contains(known.Party!.Value))
        );
        guest.HasIndex(known => known.Person).IsUnique();
        guest.HasIndex(known => known.Room);
        guest.HasOne<Room>().WithMany().HasForeignKey(known => known.Room);

        var text = model.Aggregate<GuestText>("guest_texts");
        text.HasQueryFilter(
            Blind,
            known => db.ViewerIsSystem || known.Person == db.ViewerPerson || (known.Party != null && db.ViewerParties.Contains(known.Party!.Value))
        );
        text.HasIndex(known => known.Round);
        text.Property(known => known.Points).IsJson();
        text.HasOne<Guest>().WithMany().HasForeignKey(known => known.Id);
    }
}

/// <summary>The places of sessions in the data.</summary>
public static class SessionsSets
{
    extension(Db db)
    {
        /// <summary>Rooms of the viewer's collaborations.</summary>
        public DbSet<Room> Rooms => db.Set<Room>();

        /// <summary>Codes the viewer may hand out.</summary>
        public DbSet<RoomCode> RoomCodes => db.Set<RoomCode>();

        /// <summary>Guests at the viewer's doors, and the viewer as a guest.</summary>
        public DbSet<Guest> Guests => db.Set<Guest>();

        /// <summary>What guests typed while waiting: the own, and what was offered to the own party.</summary>
        public DbSet<GuestText> GuestTexts => db.Set<GuestText>();
    }
}
