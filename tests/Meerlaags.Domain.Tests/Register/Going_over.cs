using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Tests.Register;

/// <summary>Organisations go over into others: mergers, splits, and both at once, on their day and not before.</summary>
public sealed class Going_over
{
    private static readonly DateOnly NewYear = new(2027, 1, 1);
    private static readonly Act Administrator = new(new Actor.ForInstallation(A.New<PersonId>(), "register"), A.Monday);

    private readonly Organisation wijdemeren = Municipality("GM1696", "Wijdemeren");
    private readonly Organisation hilversum = Municipality("GM0402", "Hilversum");
    private readonly Organisation huizen = Municipality("GM0406", "Huizen");

    [Fact]
    public void A_merger_of_next_year_changes_nothing_before_its_day()
    {
        var merger = Merge().OrFail();
        var lineage = new Lineage([merger]);

        Assert.Equal([wijdemeren.Id], lineage.StandsFor(wijdemeren.Id, NewYear.AddDays(-1)));
        Assert.Equal([hilversum.Id], lineage.StandsFor(wijdemeren.Id, NewYear));
        Assert.True(wijdemeren.ExistsOn(NewYear.AddDays(-1)));
        Assert.False(wijdemeren.ExistsOn(NewYear));
        Assert.True(hilversum.ExistsOn(NewYear));
        Assert.Equal([merger], lineage.After(wijdemeren.Id));
        Assert.Equal([merger], lineage.Before(hilversum.Id));
        Assert.Null(merger.Chain);
        Assert.IsType<SuccessionRecorded>(merger.Facts.Single().Fact);
    }

    [Fact]
    public void A_planned_end_is_put_on_record_once_so_that_taking_it_back_gives_back_what_was()
    {
        var merger = Merge().OrFail();

        Assert.Equal("succession.ended-otherwise", Record([wijdemeren], [huizen]).Refusal?.Code);
        Assert.Null(merger.TakeBack("De Eerste Kamer stemde tegen.", [wijdemeren, hilversum], Administrator));
        Assert.True(wijdemeren.ExistsOn(NewYear));
        Assert.Null(Record([wijdemeren], [huizen]).Refusal);
    }

    [Fact]
    public void A_split_leaves_several_and_none_of_them_is_the_one()
    {
        var split = Record([wijdemeren], [hilversum, huizen]).OrFail();

        Assert.Equal([hilversum.Id, huizen.Id], new Lineage([split]).StandsFor(wijdemeren.Id, NewYear));
    }

    [Fact]
    public void Who_gives_a_part_goes_on()
    {
        var redrawn = Record([wijdemeren, huizen], [huizen, hilversum]).OrFail();
        var lineage = new Lineage([redrawn]);

        Assert.False(redrawn.Ends(huizen.Id));
        Assert.Equal([huizen.Id], lineage.StandsFor(huizen.Id, NewYear));
        Assert.Equal([huizen.Id, hilversum.Id], lineage.StandsFor(wijdemeren.Id, NewYear));
        Assert.Null(huizen.ValidTo);
    }

    [Fact]
    public void One_after_the_other_leads_to_who_stands_now()
    {
        var gooi = Municipality("GM2001", "Gooi");
        var first = Merge().OrFail();
        var later = Record([hilversum, huizen], [gooi], NewYear.AddYears(4)).OrFail();
        var lineage = new Lineage([later, first]);

        Assert.Equal([hilversum.Id], lineage.StandsFor(wijdemeren.Id, NewYear.AddYears(3)));
        Assert.Equal([gooi.Id], lineage.StandsFor(wijdemeren.Id, NewYear.AddYears(4)));
    }

    [Fact]
    public void A_bill_that_was_not_adopted_is_taken_back_with_a_reason()
    {
        var merger = Merge().OrFail();

        Assert.Equal("text.missing", merger.TakeBack("  ", [wijdemeren], Administrator)?.Code);
        Assert.Null(merger.TakeBack("De Eerste Kamer stemde tegen.", [wijdemeren, hilversum], Administrator));

        Assert.True(wijdemeren.ExistsOn(NewYear));
        Assert.Equal([wijdemeren.Id], new Lineage([merger]).StandsFor(wijdemeren.Id, NewYear));
        Assert.Null(merger.TakeBack("Nog eens.", [wijdemeren], Administrator));
        Assert.Equal(2, merger.Facts.Count);
        Assert.NotNull(Merge().OrFail());
    }

    [Fact]
    public void What_has_happened_is_not_taken_back()
    {
        var merger = Merge().OrFail();
        var later = new Act(new Actor.ForInstallation(A.New<PersonId>(), "register"), new DateTimeOffset(2027, 1, 1, 8, 0, 0, TimeSpan.Zero));

        Assert.Equal("succession.has-happened", merger.TakeBack("Toch niet.", [wijdemeren], later)?.Code);
    }

    [Fact]
    public void An_administrator_puts_it_on_record_with_a_source_and_nobody_ends_twice()
    {
        var plan = Plan([wijdemeren], [hilversum], NewYear);
        Assert.Equal("access.administrator-only", Succession.Record(A.New<SuccessionId>(), plan, [wijdemeren, hilversum], A.Facilitation()).Refusal?.Code);
        Assert.Equal(nameof(plan.Source), Refused(plan with { Source = " " })?.Field);
        Assert.Equal("succession.from-nobody", Refused(plan with { From = [] })?.Code);
        Assert.Equal("succession.into-nobody", Refused(plan with { Into = [] })?.Code);
        Assert.Equal("succession.into-itself", Refused(plan with { Into = [wijdemeren.Id, wijdemeren.Id] })?.Code);
        Assert.Equal("succession.unknown-organisation", Refused(plan with { Into = [huizen.Id] })?.Code);
        Assert.Null(wijdemeren.ValidTo);

        Assert.Null(Refused(plan));
        Assert.Equal("succession.ended-otherwise", Record([wijdemeren], [huizen], NewYear.AddYears(1)).Refusal?.Code);
        Assert.Equal("succession.not-there-then", Record([huizen], [wijdemeren], NewYear.AddYears(1)).Refusal?.Code);
    }

    private Refusal? Refused(SuccessionPlan plan) => Succession.Record(A.New<SuccessionId>(), plan, [wijdemeren, hilversum], Administrator).Refusal;

    private Decided<Succession> Merge() => Record([wijdemeren], [hilversum]);

    private static Decided<Succession> Record(Organisation[] from, Organisation[] into, DateOnly? on = null) =>
        Succession.Record(A.New<SuccessionId>(), Plan(from, into, on ?? NewYear), [.. from.Union(into)], Administrator);

    private static SuccessionPlan Plan(Organisation[] from, Organisation[] into, DateOnly on) =>
        new(on, [.. from.Select(organisation => organisation.Id)], [.. into.Select(organisation => organisation.Id)], "Wetsvoorstel samenvoeging (voorbeeld)");

    private static Organisation Municipality(string code, string name) =>
        Organisation.FromRegister(A.New<OrganisationId>(), new RegisterRow(code, "gemeente", GovernmentTier.Municipality, name, "Gemeente " + name));
}
