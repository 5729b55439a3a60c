using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Tests.Collaborations;

public class Starting_a_collaboration
{
    [Fact]
    public void It_starts_with_a_challenge_and_a_region_on_one_line_each()
    {
        var table = Collaboration.Start(A.New<CollaborationId>(), " Jongeren\r\nvertrekken ", "Noordoost-Frysla\u0302n", A.Facilitation()).OrFail();

        Assert.Equal("Jongeren vertrekken", table.Challenge);
        Assert.Equal("Noordoost-Fryslân", table.Region);
        Assert.Equal(A.Monday, table.StartedAt);
        Assert.Empty(table.Parties);
        Assert.IsType<CollaborationStarted>(Assert.Single(table.Facts).Fact);
    }

    [Theory]
    [InlineData("", "Fryslân", "text.missing", "Challenge")]
    [InlineData("\u200b", "Fryslân", "text.missing", "Challenge")]
    [InlineData("Wonen", " ", "text.missing", "Region")]
    public void Both_are_needed(string challenge, string region, string code, string field)
    {
        var refusal = Collaboration.Start(A.New<CollaborationId>(), challenge, region, A.Facilitation()).Refusal;

        Assert.Equal(code, refusal?.Code);
        Assert.Equal(field, refusal?.Field);
    }

    [Theory]
    [InlineData(200, 120, null)]
    [InlineData(201, 120, "Challenge")]
    [InlineData(200, 121, "Region")]
    public void Both_are_short(int challenge, int region, string? field)
    {
        var refusal = Collaboration
            .Start(A.New<CollaborationId>(), string.Concat(Enumerable.Repeat(A.Family, challenge)), new string('r', region), A.Facilitation())
            .Refusal;

        Assert.Equal(field, refusal?.Field);
        Assert.Equal(field is null ? null : "text.too-long", refusal?.Code);
    }
}

public class Planning_the_next_talk
{
    [Fact]
    public void A_talk_may_be_today_or_later()
    {
        var table = A.Collaboration();
        var today = A.Facilitation().Today;

        Assert.Null(table.PlanTalk(today, " Wie\nmist er? ", A.Facilitation()));

        Assert.Equal(new NextTalk(today, "Wie mist er?"), table.NextTalk);
        Assert.Equal(new TalkPlanned(today), table.Facts[^1].Fact);
    }

    [Fact]
    public void A_talk_is_not_planned_in_the_past()
    {
        var table = A.Collaboration();

        var refusal = table.PlanTalk(A.Facilitation().Today.AddDays(-1), "", A.Facilitation());

        Assert.Equal("talk.in-the-past", refusal?.Code);
        Assert.Equal("On", refusal?.Field);
        Assert.Null(table.NextTalk);
    }

    [Fact]
    public void What_it_is_about_has_at_most_200_characters()
    {
        var table = A.Collaboration();

        Assert.Null(table.PlanTalk(A.NextYear, new string('o', 200), A.Facilitation()));
        Assert.Equal("text.too-long", table.PlanTalk(A.NextYear, new string('o', 201), A.Facilitation())?.Code);
    }

    [Fact]
    public void A_talk_can_be_taken_off()
    {
        var table = A.Collaboration();
        table.PlanTalk(A.NextYear, "", A.Facilitation());

        Assert.Null(table.PlanTalk(null, "", A.Facilitation()));

        Assert.Null(table.NextTalk);
    }
}
