using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Tests.Register;

/// <summary>A newer register becomes a dated difference; taking it over deletes nothing, and laid beside it again it says nothing new.</summary>
public sealed class Refreshing_the_register
{
    private static readonly Act Administrator = new(new Actor.ForInstallation(A.New<PersonId>(), "register"), A.Monday);
    private static readonly DateOnly On = Administrator.Today;

    private readonly List<Organisation> organisations = [Known("GM0402", "Hilversum"), Known("GM0406", "Huizen"), Known("GM1696", "Wijdemeren")];
    private readonly List<Region> regions = [];

    public Refreshing_the_register() =>
        regions.Add(
            Region.FromRegister(
                A.New<RegionId>(),
                new RegionRow("veiligheidsregio", "VR14", "Gooi en Vechtstreek"),
                organisations.Select(organisation => (organisation.Id, new RegionMemberRow("VR14", organisation.Code)))
            )
        );

    [Fact]
    public void Each_thing_that_is_said_otherwise_is_one_difference()
    {
        var update = Between(
            new RegisterContent(
                [Row("GM0402", "Hilversum") with { Website = "https://hilversum.example" }, Row("GM9001", "Nieuw")],
                [new RegionRow("veiligheidsregio", "VR14", "Gooi en Vecht")],
                [new("VR14", "GM0402"), new("VR14", "GM9001"), new("VR14", "GM1696") { Until = On.AddDays(40) }]
            )
        );

        Assert.Equal(
            [
                new RegisterChange(RegisterChangeKind.OrganisationChanged, "GM0402") { Field = "Website", Becomes = "https://hilversum.example" },
                new RegisterChange(RegisterChangeKind.OrganisationAdded, "GM9001") { Becomes = "Gemeente Nieuw" },
                new RegisterChange(RegisterChangeKind.RegionChanged, "VR14")
                {
                    Field = "Name",
                    Was = "Gooi en Vechtstreek",
                    Becomes = "Gooi en Vecht",
                },
                new RegisterChange(RegisterChangeKind.MemberJoined, "VR14") { Other = "GM9001", Becomes = $"{On:O}" },
                new RegisterChange(RegisterChangeKind.MemberLeft, "VR14") { Other = "GM0406", Becomes = $"{On:O}" },
                new RegisterChange(RegisterChangeKind.MemberLeft, "VR14") { Other = "GM1696", Becomes = $"{On.AddDays(40):O}" },
            ],
            update.Changes
        );
        Assert.Equal(2, update.NotMentioned);
    }

    [Fact]
    public void Taken_over_it_says_nothing_new_and_nothing_is_gone()
    {
        var content = new RegisterContent(
            [Row("GM0402", "Hilversum aan de Vecht"), Row("GM9001", "Nieuw")],
            [new RegionRow("corop", "CR99", "Ergens")],
            [new("VR14", "GM0402"), new("VR14", "GM9001") { From = On.AddDays(30) }, new("CR99", "GM9001")]
        );

        var (added, drawn) = Between(content).Apply(Guid.CreateVersion7);
        organisations.AddRange(added);
        regions.AddRange(drawn);

        Assert.Empty(Between(content).Changes);
        Assert.Equal("Hilversum aan de Vecht", organisations[0].Name);
        Assert.Contains("hilversumaandevecht", organisations[0].SearchKey.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(["GM0402", "GM0406", "GM1696", "GM9001"], organisations.Select(organisation => organisation.Code));
        Assert.Equal(3, regions[0].MembersOn(On.AddDays(-1)).Count());
        Assert.Equal([organisations[0].Id], regions[0].MembersOn(On));
        Assert.Equal([organisations[0].Id, organisations[3].Id], regions[0].MembersOn(On.AddDays(30)));
    }

    [Fact]
    public void Silence_takes_no_end_back()
    {
        organisations[2].EndForTest(Administrator, organisations);

        Assert.Empty(Between(new RegisterContent([Row("GM1696", "Wijdemeren")], null, null)).Changes);
    }

    [Fact]
    public void An_end_on_another_day_than_was_put_on_record_is_refused()
    {
        var merger = organisations[2].EndForTest(Administrator, organisations);
        var newer = new RegisterContent([Row("GM1696", "Wijdemeren") with { ValidTo = merger.On.AddDays(1) }], null, null);

        Assert.Equal("register.contradicts-succession", RegisterUpdate.Between(newer, new RegisterState(organisations, regions, [merger]), On).Refusal?.Code);
    }

    [Theory]
    [InlineData("register.other-kind")]
    [InlineData("register.unknown-region")]
    [InlineData("register.unknown-member")]
    public void What_does_not_fit_the_register_is_refused(string code)
    {
        var newer = code switch
        {
            "register.other-kind" => new RegisterContent([Row("GM0402", "Hilversum") with { Kind = "provincie" }], null, null),
            "register.unknown-region" => new RegisterContent(null, null, [new("VR99", "GM0402")]),
            _ => new RegisterContent(null, null, [new("VR14", "GM9999")]),
        };

        Assert.Equal(code, RegisterUpdate.Between(newer, new RegisterState(organisations, regions, []), On).Refusal?.Code);
    }

    [Fact]
    public void It_is_decided_once_by_an_administrator_on_what_was_shown()
    {
        var newer = new RegisterContent([Row("GM0402", "Anders")], null, null);
        var update = Between(newer);
        var refresh = Propose(update).OrFail();

        Assert.Equal("register.nothing-new", Propose(Between(new RegisterContent([Row("GM0402", "Hilversum")], null, null))).Refusal?.Code);
        Assert.Equal(
            "register.day-ahead",
            RegisterRefresh.Propose(A.New<RegisterRefreshId>(), new RefreshPlan(On.AddDays(1), "ROO"), (update, []), Administrator).Refusal?.Code
        );
        Assert.Equal(
            "register.changed-by-another",
            refresh.Approve(Between(new RegisterContent([Row("GM0402", "Weer anders")], null, null)), Administrator)?.Code
        );
        Assert.Equal("access.administrator-only", refresh.Approve(update, new Act(new Actor.ForCollaboration(A.New<PersonId>()), A.Monday))?.Code);
        Assert.Null(refresh.Decision);
        Assert.Null(refresh.Approve(update, Administrator));
        Assert.Equal("register.already-decided", refresh.Reject("toch niet", Administrator)?.Code);
        Assert.True(refresh.Decision?.Approved);
    }

    private static Decided<RegisterRefresh> Propose(RegisterUpdate update) =>
        RegisterRefresh.Propose(A.New<RegisterRefreshId>(), new RefreshPlan(On, "ROO"), (update, []), Administrator);

    private RegisterUpdate Between(RegisterContent newer) => RegisterUpdate.Between(newer, new RegisterState(organisations, regions, []), On).OrFail();

    private static RegisterRow Row(string code, string name) => new(code, "gemeente", GovernmentTier.Municipality, name, "Gemeente " + name);

    private static Organisation Known(string code, string name) => Organisation.FromRegister(A.New<OrganisationId>(), Row(code, name));
}

internal static class Ends
{
    /// <summary>It goes over into the first of the others on New Year's day.</summary>
    public static Succession EndForTest(this Organisation organisation, Act administrator, IReadOnlyCollection<Organisation> known) =>
        Succession
            .Record(A.New<SuccessionId>(), new SuccessionPlan(new DateOnly(2027, 1, 1), [organisation.Id], [known.First().Id], "Wet"), known, administrator)
            .OrFail();
}
