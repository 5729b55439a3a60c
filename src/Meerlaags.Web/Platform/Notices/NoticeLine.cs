using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Notices;

/// <summary>One person is told of one line of the logbook. Holds no words: these are those of the logbook.</summary>
public sealed class NoticeLine
{
    /// <summary>Its name in addresses: the number of the line would betray how many lines are sealed.</summary>
    public Guid Id { get; init; }

    /// <summary>Who is told.</summary>
    public PersonId Person { get; init; }

    /// <summary>The collaboration in which it happened.</summary>
    public CollaborationId Collaboration { get; init; }

    /// <summary>The line in the logbook of that collaboration.</summary>
    public long Number { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>How many more lines of the same kind the same act wrote: people are told once.</summary>
    public int More { get; set; }

    /// <summary>When this person read it, or null.</summary>
    public DateTimeOffset? ReadAt { get; set; }
}

/// <summary>Notices exist for whom they are, as long as this person has a place at the table.</summary>
internal sealed class NoticeMapping : IMapping
{
    public void Map(ModelBuilder model, Db db) =>
        model.Entity<NoticeLine>(notice =>
        {
            notice
                .ToTable("notices")
                .HasKey(line => new
                {
                    line.Person,
                    line.Collaboration,
                    line.Number,
                });
            notice.HasIndex(line => line.Id).IsUnique();
            notice.HasIndex(line => new { line.Person, line.At });
            notice.HasIndex(line => new { line.Person, line.Collaboration }).HasFilter("read_at IS NULL");
            notice.HasQueryFilter("own", line => db.ViewerIsSystem || (line.Person == db.ViewerPerson && db.ViewerMemberships.Contains(line.Collaboration)));
        });
}
