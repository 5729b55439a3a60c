using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Tests.Register;

/// <summary>A region is a set of organisations, and who belonged to it on a day stays known.</summary>
public sealed class Drawing_regions
{
    private static readonly Act Administrator = new(new Actor.ForInstallation(A.New<PersonId>(), "register"), A.Monday);
    private static readonly DateOnly Today = Administrator.Today;

    private readonly Organisation huizen = Municipality("GM0406", "Huizen", null);
    private readonly Organisation waadhoeke = Municipality("GM1949", "Waadhoeke", new DateOnly(2018, 1, 1));

    [Fact]
    public void Who_left_belonged_to_it_before_that_day_and_may_come_back()
    {
        var region = Draw();

        Assert.Null(region.Admit(huizen, Today, Administrator));
        Assert.Equal("region.already-belongs", region.Admit(huizen, Today.AddDays(5), Administrator)?.Code);
        Assert.Null(region.Part(huizen.Id, Today.AddDays(10), Administrator));
        Assert.Equal("region.does-not-belong", region.Part(huizen.Id, Today.AddDays(11), Administrator)?.Code);
        Assert.Equal("region.already-belongs", region.Admit(huizen, Today.AddDays(9), Administrator)?.Code);
        Assert.Null(region.Admit(huizen, Today.AddDays(20), Administrator));

        Assert.Empty(region.MembersOn(Today.AddDays(-1)));
        Assert.Equal([huizen.Id], region.MembersOn(Today));
        Assert.Equal([huizen.Id], region.MembersOn(Today.AddDays(9)));
        Assert.Empty(region.MembersOn(Today.AddDays(10)));
        Assert.Equal([huizen.Id], region.MembersOn(Today.AddDays(20)));
        Assert.Equal([1, 2], region.Members.Select(member => member.Time));
    }

    [Fact]
    public void Nobody_belongs_to_it_before_one_exists_nor_leaves_before_one_came()
    {
        var region = Draw();

        Assert.Equal("region.not-there-then", region.Admit(waadhoeke, new DateOnly(2017, 12, 31), Administrator)?.Code);
        Assert.Null(region.Admit(waadhoeke, Today, Administrator));
        Assert.Equal("region.leaves-before-it-came", region.Part(waadhoeke.Id, Today.AddDays(-1), Administrator)?.Code);
    }

    [Fact]
    public void Only_an_administrator_draws_and_what_the_register_says_is_not_changed_here()
    {
        var someone = new Act(new Actor.ForCollaboration(A.New<PersonId>()), A.Monday);
        var official = Region.FromRegister(A.New<RegionId>(), new RegionRow("corop", "CR01", "Oost-Groningen"), []);

        Assert.Equal("access.administrator-only", Region.Draw(A.New<RegionId>(), "EIGEN-0001", Plan, someone).Refusal?.Code);
        Assert.Equal("access.administrator-only", Draw().Admit(huizen, Today, someone)?.Code);
        Assert.Equal("region.from-register", official.Admit(huizen, Today, Administrator)?.Code);
        Assert.Equal("region.from-register", official.End(Today, Administrator)?.Code);
    }

    [Fact]
    public void A_region_that_ended_is_no_longer_changed()
    {
        var region = Draw();

        Assert.Null(region.End(Today, Administrator));

        Assert.Equal("region.ended", region.Admit(huizen, Today, Administrator)?.Code);
        Assert.Equal("region.ended", region.Rename(Plan with { Name = "Anders" }, Administrator)?.Code);
    }

    [Fact]
    public void A_region_has_a_name_and_says_where_it_stands()
    {
        Assert.Equal("text.missing", Region.Draw(A.New<RegionId>(), "EIGEN-0001", Plan with { Source = "  " }, Administrator).Refusal?.Code);
        Assert.Equal("text.too-long", Draw().Rename(Plan with { Name = new string('a', Region.NameLimit + 1) }, Administrator)?.Code);
        var region = Draw();
        Assert.Null(region.Rename(Plan, Administrator));
        Assert.IsType<RegionDrawn>(region.Facts.Single().Fact);
    }

    private static RegionPlan Plan => new("Regio Deal Gooi", "Convenant van 1 maart 2026", "");

    private static Region Draw() => Region.Draw(A.New<RegionId>(), "EIGEN-0001", Plan, Administrator).OrFail();

    private static Organisation Municipality(string code, string name, DateOnly? from) =>
        Organisation.FromRegister(
            A.New<OrganisationId>(),
            new RegisterRow(code, "gemeente", GovernmentTier.Municipality, name, "Gemeente " + name) { ValidFrom = from }
        );
}
