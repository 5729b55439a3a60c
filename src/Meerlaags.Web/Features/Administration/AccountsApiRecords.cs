using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Identity;

namespace Meerlaags.Web.Features.Administration;

/// <summary>A page of people with an account.</summary>
public sealed record AccountList(int Aantal, int Pagina, int PerPagina, IReadOnlyList<AccountSummary> Accounts);

/// <summary>An account in a list.</summary>
/// <param name="Id">The person.</param>
/// <param name="Naam">The name others see.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Beheerder">Whether this person looks after the installation.</param>
public sealed record AccountSummary(Guid Id, string Naam, string Email, bool Beheerder)
{
    /// <summary>Whether there is a password.</summary>
    public bool HeeftWachtwoord { get; init; }

    /// <summary>Whether it is blocked.</summary>
    public bool Geblokkeerd { get; init; }

    /// <summary>When the person signed in last, as far as known.</summary>
    public DateTimeOffset? LaatstAangemeld { get; init; }

    /// <summary>Of a person in the list.</summary>
    public static AccountSummary Of(KnownPerson person) =>
        new(person.Id.Value, person.Name, person.Email, person.IsAdministrator)
        {
            HeeftWachtwoord = person.HasPassword,
            Geblokkeerd = person.IsBlocked,
            LaatstAangemeld = person.LastSignedInAt,
        };
}

/// <summary>An account that was made, with the link by which its owner sets a password; no link when the same submit came again.</summary>
public sealed record AddedAccount(Guid Id, string? Link);

/// <summary>A link by which someone sets a password, for a day; none when the same submit came again.</summary>
public sealed record PasswordLinkFacts(string? Link);

/// <summary>What an administrator knows of one account: how it stands, and how many places by function. Not which tables.</summary>
/// <param name="Id">The person.</param>
/// <param name="Naam">The name others see.</param>
/// <param name="Email">The address to sign in with.</param>
/// <param name="Beheerder">Whether this person looks after the installation.</param>
public sealed record AccountFacts(Guid Id, string Naam, string Email, bool Beheerder)
{
    /// <summary>Whether there is a password.</summary>
    public bool HeeftWachtwoord { get; init; }

    /// <summary>Since when it is blocked, or null.</summary>
    public DateTimeOffset? GeblokkeerdSinds { get; init; }

    /// <summary>When the person signed in last, as far as known.</summary>
    public DateTimeOffset? LaatstAangemeld { get; init; }

    /// <summary>Places at tables by function.</summary>
    public required PlaceCountFacts Plaatsen { get; init; }

    /// <summary>Tokens that work.</summary>
    public IReadOnlyList<TokenFacts> Sleutels { get; init; } = [];

    /// <summary>What was decided about it, newest first.</summary>
    public IReadOnlyList<DecisionFacts> Besluiten { get; init; } = [];

    /// <summary>Of a person.</summary>
    public static AccountFacts Of(PersonAtHand known)
    {
        var account = known.Account;
        return new AccountFacts(account.Id, account.DisplayName, account.Email!, account.IsAdministrator)
        {
            HeeftWachtwoord = account.PasswordHash is not null,
            GeblokkeerdSinds = account.BlockedAt,
            LaatstAangemeld = account.LastSignedInAt,
            Plaatsen = PlaceCountFacts.Of(known.Places),
            Sleutels = [.. known.Tokens.Select(TokenFacts.Of)],
            Besluiten = [.. known.Decisions.Select(DecisionFacts.Of)],
        };
    }
}

/// <summary>Places at tables by function: how many, not which.</summary>
/// <param name="Begeleidt">Collaborations led.</param>
/// <param name="Vertegenwoordigt">Places as representative.</param>
/// <param name="Bestuurt">Places as office holder.</param>
/// <param name="LeestMee">Places as observer.</param>
public sealed record PlaceCountFacts(int Begeleidt, int Vertegenwoordigt, int Bestuurt, int LeestMee)
{
    /// <summary>Places as programme manager or regisseur.</summary>
    public int HoudtGaande { get; init; }

    /// <summary>Places as mediator.</summary>
    public int Bemiddelt { get; init; }

    /// <summary>At how many of these places the person leads the process too.</summary>
    public int LeidtMee { get; init; }

    /// <summary>Of counts.</summary>
    public static PlaceCountFacts Of(PlaceCounts places) =>
        new(places.Facilitates, places.Represents, places.HoldsOffice, places.Observes)
        {
            HoudtGaande = places.KeepsGoing,
            Bemiddelt = places.Mediates,
            LeidtMee = places.Leads,
        };
}

/// <summary>A personal token.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Naam">What its owner calls it.</param>
/// <param name="Bereik">What it may do.</param>
/// <param name="GeldigTot">Until when it works.</param>
/// <param name="LaatstGebruikt">When it was used last, to the hour.</param>
public sealed record TokenFacts(Guid Id, string Naam, IReadOnlyList<string> Bereik, DateTimeOffset GeldigTot, DateTimeOffset? LaatstGebruikt)
{
    /// <summary>Of a token.</summary>
    public static TokenFacts Of(PersonalToken token) => new(token.Id, token.Name, token.Scopes.Split(' '), token.ExpiresAt, token.LastUsedAt);
}

/// <summary>What was decided about an account.</summary>
/// <param name="Moment">When.</param>
/// <param name="Maatregel">What.</param>
/// <param name="Reden">Why, or empty.</param>
/// <param name="Door">Name of the administrator; null for a command on the machine itself.</param>
public sealed record DecisionFacts(DateTimeOffset Moment, AccountMeasure Maatregel, string Reden, string? Door)
{
    /// <summary>Of a decision.</summary>
    public static DecisionFacts Of(ReadDecision read) => new(read.Decision.At, read.Decision.Measure, read.Decision.Reason, read.By);
}

/// <summary>A page of invitations.</summary>
public sealed record InvitationPage(int Aantal, int Pagina, int PerPagina, IReadOnlyList<InvitationLine> Uitnodigingen);

/// <summary>An invitation for a place at a table; not which table or party.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Voor">Whom it is meant for.</param>
/// <param name="Functie">What the guest will do.</param>
/// <param name="Gemaakt">When it was made.</param>
/// <param name="GeldigTot">Until when it works.</param>
public sealed record InvitationLine(Guid Id, string Voor, MemberFunction Functie, DateTimeOffset Gemaakt, DateTimeOffset GeldigTot)
{
    /// <summary>Who made it; null when that person is forgotten.</summary>
    public string? Door { get; init; }

    /// <summary>When it was used or withdrawn, or null.</summary>
    public DateTimeOffset? Beeindigd { get; init; }

    /// <summary>Of an invitation.</summary>
    public static InvitationLine Of(SeenInvitation seen) =>
        new(seen.Id.Value, seen.For, seen.Function, seen.CreatedAt, seen.ExpiresAt) { Door = seen.By, Beeindigd = seen.EndedAt };
}
