using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;

namespace Meerlaags.Domain.Tests.Common;

public class Recording_facts
{
    private static readonly IReadOnlyList<Type> FactTypes = [.. typeof(Fact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Fact)))];

    public static TheoryData<string> FactNames => [.. FactTypes.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(FactNames))]
    public void A_fact_holds_no_words_of_people(string name)
    {
        var properties = FactTypes.Single(type => type.Name == name).GetProperties();

        Assert.DoesNotContain(properties, property => property.PropertyType == typeof(string) && property.Name != "Hash");
        Assert.DoesNotContain(properties, property => property.PropertyType == typeof(object));
    }

    [Fact]
    public void A_fact_that_others_may_not_know_yet_is_sealed_and_a_fact_opens_it()
    {
        Assert.Equal(
            [nameof(FormulationSubmitted), nameof(FormulationTakenBack), nameof(PositionGiven)],
            FactTypes.Where(type => type.IsAssignableTo(typeof(ISealedFact))).Select(type => type.Name).Order()
        );
        Assert.Equal(
            [nameof(PositionsOpened), nameof(TextsRevealed)],
            FactTypes.Where(type => type.IsAssignableTo(typeof(IOpensSeal))).Select(type => type.Name).Order()
        );
    }

    [Fact]
    public void Every_change_raises_the_version_and_facts_wait_until_they_are_written()
    {
        var table = A.Collaboration();
        var before = table.Version;

        Assert.Null(table.Seat(Parties.Dantumadiel, Parties.Origin(Parties.Dantumadiel), A.Facilitation()));

        Assert.Equal(before + 1, table.Version);
        Assert.Equal([new CollaborationStarted(), new PartySeated(Parties.Dantumadiel)], table.Facts.Select(recorded => recorded.Fact));
        table.Written();
        Assert.Empty(table.Facts);
        Assert.Equal(before + 1, table.Version);
    }

    [Fact]
    public void Everything_of_a_collaboration_is_in_its_own_journal()
    {
        var revealed = A.Revealed();
        var version = A.Version(revealed);
        var candidate = A.Candidate(revealed.Round);
        var mark = SamePoint.Mark(revealed.Round, revealed.Texts, revealed.Points, A.Facilitation()).OrFail()[0];
        var missing = MissingParty.Notice(A.New<MissingPartyId>(), revealed.Round, "Jongeren", "Het gaat over hen.", A.Facilitation()).OrFail();
        var invitation = A.Invitation(revealed.Table, MemberFunction.Observer);
        var member = A.Member(revealed.Table, People.ObserverFromTheUniversity, MemberFunction.Observer);

        Assert.All(
            (Aggregate[])[revealed.Table, revealed.Round, .. revealed.Texts, version, candidate, mark, missing, invitation, member],
            part => Assert.Equal(revealed.Table.Id.Value, part.Chain)
        );
    }

    [Fact]
    public void An_act_knows_its_person_unless_a_job_acts()
    {
        Assert.Equal(People.AldermanDantumadiel, A.Act(Parties.Dantumadiel, People.AldermanDantumadiel).Actor.Person);
        Assert.Equal(People.FacilitatorOfTheRegion, A.Facilitation().Actor.Person);
        Assert.Equal(People.AdministratorOfTheInstallation, new Actor.ForInstallation(People.AdministratorOfTheInstallation, "register-load").Person);
        Assert.Null(A.Job().Actor.Person);
        Assert.Equal(new DateOnly(2026, 3, 2), A.Facilitation().Today);
    }

    [Fact]
    public void Typed_ids_read_back_what_was_stored()
    {
        var stored = Guid.CreateVersion7();

        Assert.Equal(stored, PersonId.From(stored).Value);
        Assert.Equal(stored, PartyId.From(stored).Value);
        Assert.Equal(stored, MandateId.From(stored).Value);
        Assert.Equal(stored, SharedIssueId.From(stored).Value);
        Assert.Equal(stored, SamePointId.From(stored).Value);
    }

    [Fact]
    public void A_decision_is_either_made_or_refused()
    {
        Decided<string> made = "gemaakt";
        Decided<string> refused = new Refusal("round.closed");

        Assert.True(made.Is(out var value, out _));
        Assert.Equal("gemaakt", value);
        Assert.False(refused.Is(out _, out var refusal));
        Assert.Equal("round.closed", refusal.Code);
    }
}
