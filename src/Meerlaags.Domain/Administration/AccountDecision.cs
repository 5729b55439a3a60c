using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Administration;

/// <summary>One decision of an administrator about an account.</summary>
public readonly record struct AccountDecisionId(Guid Value) : IId<AccountDecisionId>
{
    /// <inheritdoc/>
    public static AccountDecisionId From(Guid value) => new(value);
}

/// <summary>What an administrator can decide about an account. What the person said and where the person sits is not among it.</summary>
public enum AccountMeasure
{
    /// <summary>The account was made.</summary>
    Added,

    /// <summary>A link was made by which the person sets a password.</summary>
    LinkMade,

    /// <summary>The person cannot sign in; sessions and tokens end. Places at tables stay.</summary>
    Blocked,

    /// <summary>The person can sign in again.</summary>
    Unblocked,

    /// <summary>The person looks after the installation from now on.</summary>
    MadeAdministrator,

    /// <summary>The person no longer looks after the installation.</summary>
    NoLongerAdministrator,

    /// <summary>Every open session ended.</summary>
    SessionsEnded,

    /// <summary>A personal token was taken back.</summary>
    TokenRevoked,
}

/// <summary>How an account stands at the moment of a decision.</summary>
/// <param name="Person">Whose account it is.</param>
/// <param name="IsAdministrator">Whether this person looks after the installation.</param>
/// <param name="IsBlocked">Whether the account is blocked.</param>
/// <param name="OtherAdministrators">How many others look after the installation and are not blocked.</param>
public sealed record AccountStanding(PersonId Person, bool IsAdministrator, bool IsBlocked, int OtherAdministrators);

/// <summary>What an administrator wants, and why.</summary>
public sealed record MeasureWish(AccountMeasure Measure, string Reason = "");

/// <summary>A decision of an administrator about an account, with its reason. It is kept: what was decided about whom can be read later.</summary>
public sealed class AccountDecision : Aggregate<AccountDecisionId>
{
    /// <summary>Most graphemes of a reason.</summary>
    public const int ReasonLimit = 300;

    private AccountDecision() { }

    /// <inheritdoc/>
    public override Guid? Chain => null;

    /// <summary>Whose account it is about.</summary>
    public PersonId Person { get; private init; }

    /// <summary>What was decided.</summary>
    public AccountMeasure Measure { get; private init; }

    /// <summary>Why; may be empty where nothing is taken or given that matters.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private init; }

    /// <summary>The administrator; null for a command on the machine itself.</summary>
    public PersonId? By { get; private init; }

    /// <summary>Whether the account already stands so: there is nothing to decide.</summary>
    public static bool IsSo(AccountStanding standing, AccountMeasure measure) =>
        measure switch
        {
            AccountMeasure.Blocked => standing.IsBlocked,
            AccountMeasure.Unblocked => !standing.IsBlocked,
            AccountMeasure.MadeAdministrator => standing.IsAdministrator,
            AccountMeasure.NoLongerAdministrator => !standing.IsAdministrator,
            AccountMeasure.Added or AccountMeasure.LinkMade or AccountMeasure.SessionsEnded or AccountMeasure.TokenRevoked => false,
            _ => throw new ArgumentOutOfRangeException(nameof(measure)),
        };

    /// <summary>Takes a decision. The last administrator stays: otherwise nobody could look after the installation.</summary>
    public static Decided<AccountDecision> Take(AccountDecisionId id, AccountStanding standing, MeasureWish wish, Act act)
    {
        if (act.Actor is not Actor.ForInstallation)
            return new Refusal("access.administrator-only");
        var reason = PlainText.Line(wish.Reason);
        if (PlainText.Check(reason, nameof(MeasureWish.Reason), ReasonLimit, AsksReason(wish.Measure)) is { } wrong)
            return wrong;
        if (standing.IsBlocked && wish.Measure is AccountMeasure.LinkMade or AccountMeasure.MadeAdministrator)
            return new Refusal("account.is-blocked");
        var takesAdministratorAway = wish.Measure is AccountMeasure.Blocked or AccountMeasure.NoLongerAdministrator && standing.IsAdministrator;
        if (takesAdministratorAway && standing.OtherAdministrators == 0)
            return new Refusal("account.last-administrator");

        var decision = new AccountDecision
        {
            Id = id,
            Person = standing.Person,
            Measure = wish.Measure,
            Reason = reason,
            At = act.At,
            By = act.Actor.Person,
        };
        decision.Record(new AccountDecided(id, standing.Person, wish.Measure), act);
        return decision;
    }

    /// <summary>Whether a decision needs a reason: where something is taken away, or much is given.</summary>
    public static bool AsksReason(AccountMeasure measure) =>
        measure is AccountMeasure.Blocked or AccountMeasure.LinkMade or AccountMeasure.MadeAdministrator or AccountMeasure.NoLongerAdministrator;
}

/// <summary>An administrator decided something about an account.</summary>
public sealed record AccountDecided(AccountDecisionId Decision, PersonId Person, AccountMeasure Measure) : Fact;
