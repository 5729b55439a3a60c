using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Naming_who_is_missing
{
    private readonly RevealedRound revealed = A.Revealed();

    [Fact]
    public void A_party_names_who_is_missing_and_why()
    {
        var missing = Notice(" De\nwoningcorporaties ", "Zij bouwen.\r\nWij niet.", A.Act(Parties.Dantumadiel)).OrFail();

        Assert.Equal(("De woningcorporaties", "Zij bouwen.\nWij niet.", (PartyId?)Parties.Dantumadiel), (missing.Name, missing.Why, missing.NamedBy));
        Assert.Equal(new MissingPartyNamed(missing.Id, revealed.Round.Id), Assert.Single(missing.Facts).Fact);
    }

    [Fact]
    public void The_facilitator_names_for_no_party() => Assert.Null(Notice("Jongeren", "Het gaat over hen.", A.Facilitation()).OrFail().NamedBy);

    [Fact]
    public void A_name_and_a_reason_are_needed()
    {
        Assert.Equal(("text.missing", "Name"), Refused("", "Waarom"));
        Assert.Equal(("text.missing", "Why"), Refused("Wie", " "));
        Assert.Equal(("text.too-long", "Name"), Refused(new string('n', 161), "Waarom"));
        Assert.Equal(("text.too-long", "Why"), Refused("Wie", new string('w', 1001)));

        (string?, string?) Refused(string name, string why) =>
            Notice(name, why, A.Facilitation()).Refusal is var refusal ? (refusal?.Code, refusal?.Field) : default;
    }

    [Fact]
    public void Only_between_the_reveal_and_the_end_of_the_round_since_a_name_can_betray_a_text()
    {
        var blind = A.Round(revealed.Table);
        Assert.Equal("points.not-revealed", MissingParty.Notice(A.New<MissingPartyId>(), blind, "Wie", "Waarom", A.Facilitation()).Refusal?.Code);

        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation());
        Assert.Equal("round.closed", Notice("Wie", "Waarom", A.Facilitation()).Refusal?.Code);
    }

    [Fact]
    public void The_installation_misses_nobody() => Assert.Equal("access.members-only", Notice("Wie", "Waarom", A.Job()).Refusal?.Code);

    private Decided<MissingParty> Notice(string name, string why, Act act) => MissingParty.Notice(A.New<MissingPartyId>(), revealed.Round, name, why, act);
}
