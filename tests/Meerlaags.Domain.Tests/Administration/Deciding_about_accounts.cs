using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Tests.Administration;

/// <summary>What an administrator may decide about an account.</summary>
public sealed class Deciding_about_accounts
{
    private static readonly PersonId Person = new(Guid.CreateVersion7());
    private static readonly PersonId Administrator = new(Guid.CreateVersion7());
    private static readonly Act Act = new(new Actor.ForInstallation(Administrator, "accounts"), new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_last_administrator_stays()
    {
        var last = new AccountStanding(Person, IsAdministrator: true, IsBlocked: false, OtherAdministrators: 0);

        Assert.Equal("account.last-administrator", Take(last, AccountMeasure.Blocked).Refusal?.Code);
        Assert.Equal("account.last-administrator", Take(last, AccountMeasure.NoLongerAdministrator).Refusal?.Code);
        Assert.Null(Take(last with { OtherAdministrators = 1 }, AccountMeasure.Blocked).Refusal);
        Assert.Null(Take(last with { IsAdministrator = false }, AccountMeasure.Blocked).Refusal);
        Assert.Null(Take(last, AccountMeasure.SessionsEnded).Refusal);
    }

    [Theory]
    [InlineData(AccountMeasure.Blocked, true)]
    [InlineData(AccountMeasure.LinkMade, true)]
    [InlineData(AccountMeasure.MadeAdministrator, true)]
    [InlineData(AccountMeasure.NoLongerAdministrator, true)]
    [InlineData(AccountMeasure.Added, false)]
    [InlineData(AccountMeasure.Unblocked, false)]
    [InlineData(AccountMeasure.SessionsEnded, false)]
    [InlineData(AccountMeasure.TokenRevoked, false)]
    public void What_takes_or_gives_much_carries_a_reason(AccountMeasure measure, bool needed)
    {
        var standing = new AccountStanding(Person, IsAdministrator: false, IsBlocked: false, OtherAdministrators: 2);

        Assert.Equal(needed ? "text.missing" : null, Take(standing, measure, "  ").Refusal?.Code);
        Assert.Equal("text.too-long", Take(standing, measure, new string('a', AccountDecision.ReasonLimit + 1)).Refusal?.Code);
    }

    [Theory]
    [InlineData(AccountMeasure.LinkMade)]
    [InlineData(AccountMeasure.MadeAdministrator)]
    public void A_blocked_account_gets_nothing(AccountMeasure measure)
    {
        var blocked = new AccountStanding(Person, IsAdministrator: false, IsBlocked: true, OtherAdministrators: 2);

        Assert.Equal("account.is-blocked", Take(blocked, measure).Refusal?.Code);
    }

    [Fact]
    public void Only_an_administrator_decides_and_the_reason_stays_out_of_the_journal()
    {
        var standing = new AccountStanding(Person, IsAdministrator: false, IsBlocked: false, OtherAdministrators: 2);
        var other = new Act(new Actor.ForCollaboration(Administrator), Act.At);
        var id = new AccountDecisionId(Guid.CreateVersion7());

        Assert.Equal("access.administrator-only", AccountDecision.Take(id, standing, new MeasureWish(AccountMeasure.Blocked, "x"), other).Refusal?.Code);
        Assert.True(Take(standing, AccountMeasure.Blocked, "Uit dienst").Is(out var decision, out _));
        var fact = Assert.IsType<AccountDecided>(Assert.Single(decision.Facts).Fact);
        Assert.Equal((Person, AccountMeasure.Blocked), (fact.Person, fact.Measure));
        Assert.DoesNotContain("Uit dienst", fact.ToString());
        Assert.Equal(("Uit dienst", Administrator), (decision.Reason, decision.By!.Value));
    }

    [Fact]
    public void What_already_is_so_needs_no_decision()
    {
        var plain = new AccountStanding(Person, IsAdministrator: false, IsBlocked: false, OtherAdministrators: 2);
        var both = plain with { IsAdministrator = true, IsBlocked = true };

        Assert.Equal(
            [AccountMeasure.Unblocked, AccountMeasure.NoLongerAdministrator],
            Enum.GetValues<AccountMeasure>().Where(measure => AccountDecision.IsSo(plain, measure))
        );
        Assert.Equal(
            [AccountMeasure.Blocked, AccountMeasure.MadeAdministrator],
            Enum.GetValues<AccountMeasure>().Where(measure => AccountDecision.IsSo(both, measure))
        );
    }

    private static Decided<AccountDecision> Take(AccountStanding standing, AccountMeasure measure, string reason = "Reden") =>
        AccountDecision.Take(new AccountDecisionId(Guid.CreateVersion7()), standing, new MeasureWish(measure, reason), Act);
}
