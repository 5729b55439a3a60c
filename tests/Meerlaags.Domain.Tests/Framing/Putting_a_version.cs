using System.Security.Cryptography;
using System.Text;
using FsCheck.Fluent;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Putting_a_version
{
    private readonly RevealedRound revealed = A.Revealed();

    [Fact]
    public void A_version_is_frozen_and_its_hash_checkable()
    {
        var candidate = A.Candidate(revealed.Round, "Een.", "Fryslân.");

        var version = Put(candidate, []).OrFail();
        candidate.Add(A.New<SentenceId>(), A.Sentence("Later."), A.OpenDesk, A.Facilitation());

        Assert.Equal("Een.\nFryslân.", version.Body);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("Een.\nFryslân."))), version.Hash);
        Assert.Equal((1, A.Monday, A.NextYear, true, false), (version.Number, version.PutAt, version.RecheckOn, version.IsOut, version.HasConcern));
        Assert.Equal(new VersionPut(revealed.Round.Id, version.Id, 1, version.Hash), Assert.Single(version.Facts).Fact);
    }

    [Fact]
    public void Bound_whole_and_partial_seats_are_asked()
    {
        var table = revealed.Table;
        table.ChangeSeat(Parties.Rijk, SeatDegree.Partial, bound: true, A.Facilitation());
        table.ChangeSeat(Parties.Fryslan, SeatDegree.Whole, bound: false, A.Facilitation());
        table.ChangeSeat(Parties.WetterskipFryslan, SeatDegree.MovingAlong, bound: false, A.Facilitation());
        table.ChangeSeat(Parties.Achtkarspelen, SeatDegree.Resting, bound: false, A.Facilitation());
        table.Leave(Parties.Dantumadiel, A.Facilitation());

        var version = A.Version(revealed);

        Assert.Equal([Parties.Rijk, Parties.NoardeastFryslan, Parties.Tytsjerksteradiel], version.Asked.Select(asked => asked.Party));
    }

    [Fact]
    public void At_least_two_parties_decide()
    {
        foreach (var party in Parties.All.Skip(1))
            revealed.Table.ChangeSeat(party, SeatDegree.Resting, bound: false, A.Facilitation());

        Assert.Equal("consent.too-few-bound", Put(A.Candidate(revealed.Round, "Een."), []).Refusal?.Code);
    }

    [Fact]
    public void An_empty_text_is_put_to_nobody() => Assert.Equal("text.empty", Put(A.Candidate(revealed.Round), []).Refusal?.Code);

    [Fact]
    public void Only_the_facilitator_puts_a_version()
    {
        var candidate = A.Candidate(revealed.Round, "Een.");

        Assert.Equal("access.facilitator-only", Put(candidate, [], A.Act(Parties.Rijk)).Refusal?.Code);
        Assert.Equal("access.facilitator-only", Put(candidate, [], A.Job()).Refusal?.Code);
    }

    [Fact]
    public void A_closed_round_puts_nothing()
    {
        var candidate = A.Candidate(revealed.Round, "Een.");
        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [], A.Facilitation());

        Assert.Equal("round.closed", Put(candidate, []).Refusal?.Code);
    }

    [Fact]
    public void The_day_to_look_again_lies_ahead()
    {
        var candidate = A.Candidate(revealed.Round, "Een.");
        var today = A.Facilitation().Today;

        Assert.Equal(("consent.recheck-in-the-past", "RecheckOn"), Recheck(today));
        Assert.Equal((null, null), Recheck(today.AddDays(1)));

        (string?, string?) Recheck(DateOnly day) =>
            TextVersion.Put(A.New<TextVersionId>(), revealed.Round, candidate, new Put(revealed.Table, [], day), A.Facilitation()).Refusal is var refusal
                ? (refusal?.Code, refusal?.Field)
                : default;
    }

    [Fact]
    public void One_version_is_out_at_a_time_and_a_concern_opens_the_next()
    {
        var first = A.Version(revealed);
        Assert.Equal("text.out-for-consent", Put(A.Candidate(revealed.Round, "Twee."), [first]).Refusal?.Code);

        first.AnsweredBy(revealed.Table, Parties.Rijk, ConsentChoice.Concern);
        var before = first.Version;
        var second = Put(A.Candidate(revealed.Round, "Twee."), [first]).OrFail();

        Assert.Equal(2, second.Number);
        Assert.False(first.IsOut);
        Assert.Equal(A.Monday, first.WithdrawnAt);
        Assert.True(first.Version > before);
        Assert.Equal("consent.version-closed", first.Answer(A.New<ConsentId>(), first.Consent(), revealed.Table, A.BindingAct(Parties.Fryslan))?.Code);
    }

    private Decided<TextVersion> Put(CandidateText candidate, IReadOnlyCollection<TextVersion> earlier, Act? act = null) =>
        TextVersion.Put(A.New<TextVersionId>(), revealed.Round, candidate, new Put(revealed.Table, earlier, A.NextYear), act ?? A.Facilitation());
}
