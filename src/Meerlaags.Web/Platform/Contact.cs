namespace Meerlaags.Web.Platform;

/// <summary>Whom to write to about this installation; from the settings <c>Contact:Name</c>, <c>Contact:Email</c> and <c>Contact:Security</c>.</summary>
public sealed class Contact(IConfiguration configuration)
{
    /// <summary>Page of this installation about who runs it.</summary>
    public string Page => "/over";

    /// <summary>Who runs the installation.</summary>
    public string Name => configuration["Contact:Name"] is { Length: > 0 } name ? name : "Beheerder van deze installatie";

    /// <summary>E-mail address of who runs it. Without the setting it is an address that never works, so that nobody else gets the mail.</summary>
    public string Email => configuration["Contact:Email"] is { Length: > 0 } email ? email : "contact@meerlaags.invalid";

    /// <summary>Whether an address was set.</summary>
    public bool HasEmail => configuration["Contact:Email"] is { Length: > 0 };

    /// <summary>Where security researchers report: an address of mail or web.</summary>
    public string Security => configuration["Contact:Security"] is { Length: > 0 } security ? security : $"mailto:{Email}";
}
