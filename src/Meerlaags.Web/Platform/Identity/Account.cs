using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>A person who can sign in. What they said for a party lives elsewhere and stays when the person is forgotten.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The name others see.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>Whether this person looks after the installation.</summary>
    public bool IsAdministrator { get; set; }

    /// <summary>Language of screens and mail: nl or en.</summary>
    public string Language { get; set; } = "nl";

    /// <summary>Whether it is a member of the demo cast, who signs in by one click on loopback only.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Until when the account of a guest in a room works; null for everybody with an account of their own. A guest has no password.</summary>
    public DateTimeOffset? GuestUntil { get; set; }

    /// <summary>When an administrator blocked it, or null. Nobody signs in to a blocked account; places at tables stay.</summary>
    public DateTimeOffset? BlockedAt { get; set; }

    /// <summary>When the person last signed in; null when that never happened, or before this was kept.</summary>
    public DateTimeOffset? LastSignedInAt { get; set; }

    /// <summary>How long a guest is still known after the place ended: what was typed on a page that stayed open comes back, and nothing else is there.</summary>
    public static readonly TimeSpan GuestAfterwards = TimeSpan.FromDays(1);

    /// <summary>The id as the domain knows it.</summary>
    public PersonId Person => new(Id);
}

/// <summary>A personal token for the API. Only a hash of its secret is kept.</summary>
public sealed class PersonalToken
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose token it is.</summary>
    public PersonId Person { get; init; }

    /// <summary>What the owner calls it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Hash of the secret.</summary>
    public string SecretHash { get; init; } = "";

    /// <summary>Scopes, separated by spaces.</summary>
    public string Scopes { get; init; } = "";

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it works.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was taken back, or null.</summary>
    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>When a program last used it, to the hour; null when none did.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }
}

internal sealed class IdentityMapping : IMapping
{
    public void Map(ModelBuilder model, Db db)
    {
        model.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Ignore(person => person.Person);
            account.Property(person => person.DisplayName).HasMaxLength(160);
            account.Property(person => person.Language).HasMaxLength(2);
        });
        model.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        model.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        model.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        model.Entity<PersonalToken>(token =>
        {
            token.ToTable("personal_tokens").HasKey(known => known.Id);
            token.HasIndex(known => known.SecretHash).IsUnique();
            token.HasQueryFilter("owner", known => db.ViewerIsSystem || known.Person == db.ViewerPerson);
        });
    }
}
