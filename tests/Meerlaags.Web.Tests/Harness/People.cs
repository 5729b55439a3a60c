namespace Meerlaags.Web.Tests.Harness;

/// <summary>Someone with an account.</summary>
/// <param name="Name">The name others see: a function, no invented person.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="IsAdministrator">Whether this person looks after the installation.</param>
public sealed record Someone(string Name, string Email, bool IsAdministrator = false)
{
    /// <summary>Everybody's password.</summary>
    public const string Password = "een lang wachtwoord van de test";
}

/// <summary>The cast of the tests.</summary>
public static class People
{
    /// <summary>Leads the process.</summary>
    public static readonly Someone Facilitator = new("Procesbegeleider", "procesbegeleider@voorbeeld.nl");

    /// <summary>Speaks for Dantumadiel.</summary>
    public static readonly Someone Dantumadiel = new("Beleidsadviseur, gemeente Dantumadiel", "dantumadiel@voorbeeld.nl");

    /// <summary>Speaks for Dantumadiel too.</summary>
    public static readonly Someone DantumadielColleague = new("Programmaleider, gemeente Dantumadiel", "programma@voorbeeld.nl");

    /// <summary>Speaks for the province.</summary>
    public static readonly Someone Fryslan = new("Strateeg, provincie Fryslân", "fryslan@voorbeeld.nl");

    /// <summary>Reads along.</summary>
    public static readonly Someone Observer = new("Waarnemer", "waarnemer@voorbeeld.nl");

    /// <summary>Has an account and sits at no table.</summary>
    public static readonly Someone Stranger = new("Buitenstaander", "buitenstaander@voorbeeld.nl");

    /// <summary>Looks after the installation.</summary>
    public static readonly Someone Administrator = new("Beheerder", "beheerder@voorbeeld.nl", IsAdministrator: true);
}
