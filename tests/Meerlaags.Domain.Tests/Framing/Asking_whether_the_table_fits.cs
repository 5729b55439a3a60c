using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Domain.Tests.Framing;

public class Asking_whether_the_table_fits
{
    private readonly RevealedRound revealed = A.Revealed();

    [Fact]
    public void Every_version_asks_anew_and_the_last_answer_of_a_party_counts()
    {
        var first = A.Version(revealed);

        Assert.Null(Answer(first, FitAnswer.No(" Jongeren ", "Iedereen praat over hen.")));
        Assert.Null(Answer(first, FitAnswer.Yes));

        Assert.Equal([false, true], first.TableFits.Select(fit => fit.Fits));
        Assert.Equal(("Jongeren", "Iedereen praat over hen."), (first.TableFits[0].Who, first.TableFits[0].Why));
        Assert.True(first.TableFitOf(Parties.Fryslan)!.Fits);
        Assert.Equal(new TableFitAnswered(revealed.Round.Id, first.Id, Parties.Fryslan, true), first.Facts[^1].Fact);
        first.AnsweredBy(revealed.Table, Parties.Fryslan, ConsentChoice.Concern);
        Assert.Null(A.Version(revealed, [first]).TableFitOf(Parties.Fryslan));
    }

    [Fact]
    public void Who_says_no_says_who_and_why()
    {
        var version = A.Version(revealed);

        Assert.Equal(("text.missing", "Who"), Fault(FitAnswer.No(" ", "Omdat.")));
        Assert.Equal(("text.missing", "Why"), Fault(FitAnswer.No("Jongeren", null)));
        Assert.Equal("access.party-only", version.AnswerTableFit(FitAnswer.Yes, revealed.Round, revealed.Table, A.Facilitation())?.Code);
        revealed.Table.Leave(Parties.Rijk, A.Facilitation());
        Assert.Equal("party.not-seated", version.AnswerTableFit(FitAnswer.Yes, revealed.Round, revealed.Table, A.Act(Parties.Rijk))?.Code);
        revealed.Round.CloseUndecided("Nog niet.", A.NextYear, revealed.Table, [version], A.Facilitation());
        Assert.Equal("round.closed", Answer(version, FitAnswer.Yes)?.Code);

        (string?, string?) Fault(FitAnswer given) => Answer(version, given) is var refusal ? (refusal?.Code, refusal?.Field) : default;
    }

    public static TheoryData<SeatDegree, SeatDegree> Changes =>
        new(from before in Enum.GetValues<SeatDegree>() from after in Enum.GetValues<SeatDegree>() where before != after select (before, after));

    [Theory, MemberData(nameof(Changes))]
    public void A_seat_changes_degree_and_what_the_party_wrote_and_answered_stays_with_the_degree_of_then(SeatDegree before, SeatDegree after)
    {
        var table = A.FullTable();
        Take(table, before);
        var round = A.Round(table);
        var texts = new[] { Parties.Dantumadiel, Parties.Fryslan }.Select(party => A.Submitted(round, table, party)).ToList();
        round.RevealTexts(texts, table, A.Facilitation());
        var version = A.Version(new RevealedRound(table, round, texts)).AnsweredBy(table, Parties.Fryslan, ConsentChoice.ConsentWithReservation);
        version.AnswerTableFit(FitAnswer.Yes, round, table, A.Act(Parties.Fryslan));
        var (asked, words) = (version.Asked.FirstOrDefault(party => party.Party == Parties.Fryslan), texts[1].Answers);

        Take(table, after);

        Assert.Equal(after, table.Party(Parties.Fryslan)!.SeatOn(A.Today).Degree);
        Assert.Equal(before, texts[1].Submission!.Degree);
        Assert.Equal(before, Assert.Single(version.Consents).Degree);
        Assert.Equal(before, version.TableFitOf(Parties.Fryslan)!.Degree);
        Assert.Equal(words, texts[1].Answers);
        Assert.NotNull(texts[1].RevealedAt);
        Assert.Equal(ConsentChoice.ConsentWithReservation, version.BindingAnswerOf(Parties.Fryslan)!.Choice);
        // The degree at the moment of asking decides whose answer counts: a later change adds and removes nobody.
        Assert.Equal(before is SeatDegree.Whole or SeatDegree.Partial ? before : null, asked?.Degree);
        Assert.Equal(asked, version.Asked.FirstOrDefault(party => party.Party == Parties.Fryslan));

        // In the next round the party writes with its new degree; the earlier round is as it was.
        round.CloseUndecided("Nog niet.", A.NextYear, table, [version], A.Facilitation());
        var next = A.Round(table, round);
        Assert.Equal(after, A.Submitted(next, table, Parties.Fryslan).Submission!.Degree);
        Assert.Equal(before, texts[1].Submission!.Degree);
    }

    private static void Take(Collaboration table, SeatDegree degree) =>
        Assert.Null(table.ChangeSeat(Parties.Fryslan, degree, degree is SeatDegree.Whole or SeatDegree.Partial, A.Act(Parties.Fryslan)));

    private Refusal? Answer(TextVersion version, FitAnswer given) => version.AnswerTableFit(given, revealed.Round, revealed.Table, A.Act(Parties.Fryslan));
}
