using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Mail;

/// <summary>A message the installation would send. It holds no secrets: a single-use link is shown to its maker only.</summary>
public sealed class OutgoingMail
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>Which message, such as <c>invitation</c>; the text comes from the resources.</summary>
    public string Template { get; init; } = "";

    /// <summary>Whom it is meant for, as the sender wrote it.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>The collaboration it is about, or null.</summary>
    public Guid? Collaboration { get; init; }

    /// <summary>When it was put here.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was sent, or null.</summary>
    public DateTimeOffset? SentAt { get; init; }
}

internal sealed class MailMapping : IMapping
{
    public void Map(ModelBuilder model, Db db) =>
        model.Entity<OutgoingMail>(mail =>
        {
            mail.ToTable("outbox").HasKey(known => known.Id);
            mail.Property(known => known.Template).HasMaxLength(60);
            mail.HasQueryFilter("member", known => db.ViewerIsSystem || db.ViewerChains.Contains(known.Collaboration!.Value));
        });
}
