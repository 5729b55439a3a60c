using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Bench.Country;

/// <summary>Plays how a table begins: parties and people sit down, and it settles who may know of it.</summary>
/// <param name="plan">The table.</param>
/// <param name="stage">Where it is played.</param>
/// <param name="phrases">Its words.</param>
internal sealed class TableSetting(TablePlan plan, Stage stage, Phrases phrases)
{
    // A text needs two parties that decide.
    private const int AlwaysDecide = 2;
    private const double WithoutDecision = 0.08;
    private const double AgreesToBeShown = 0.85;

    /// <summary>Plays it.</summary>
    public void Play()
    {
        var dice = stage.Dice;
        var start = stage.Facilitates();
        var id = stage.Id<CollaborationId>();
        stage.Opens(Collaboration.Start(id, phrases.Challenge(), Region, start) is { Made: { } table } ? table : throw new InvalidDataException());
        stage.Things.Add(Membership.Facilitator(stage.Id<MembershipId>(), id, plan.Facilitator, start));
        foreach (var (place, party) in plan.Parties.Index())
            SitDown(party, decides: place < AlwaysDecide || !dice.Chance(WithoutDecision));
        if (plan.Observer is { } observer)
            Invite(observer, new InvitedSeat(MemberFunction.Observer, null, null, "waarnemer"));
        if (plan.IsShown)
            Show();
        if (dice.Chance(0.3))
            Stage.Fine(stage.Table.LookAgain(ReviewRhythm.Yearly, stage.Facilitates()));
        if (dice.Chance(0.5))
            PlanTalk();
    }

    private string Region => $"{plan.Parties[^1].Organisation.Name} en omgeving";

    private void SitDown(PartyPlan sits, bool decides)
    {
        var organisation = sits.Organisation;
        var party = stage.Id<PartyId>();
        var name = sits.Voices.Count > 0 ? organisation.Name : organisation.OfficialName;
        var origin = new PartyOrigin(organisation.Id, name, organisation.Tier, [.. sits.Voices.Select(voice => voice.Id)]);
        Stage.Fine(stage.Table.Seat(party, origin, stage.Facilitates()));
        if (!decides)
            Stage.Fine(stage.Table.ChangeSeat(party, SeatDegree.MovingAlong, bound: false, stage.Facilitates()));
        foreach (var (place, person) in sits.People.Index())
        {
            var function = place == 0 ? MemberFunction.Representative : MemberFunction.OfficeHolder;
            var voice = sits.Voices.Count > 0 ? sits.Voices[place % sits.Voices.Count].Id : (OrganisationId?)null;
            var membership = Invite(person, new InvitedSeat(function, party, voice, "een collega"));
            stage.Seats(party, person, place == 0 && decides ? Mandate(membership) : null);
        }
    }

    private Membership Invite(PersonId person, InvitedSeat seat)
    {
        var invitation = stage.Made(Invitation.Make(stage.Id<InvitationId>(), stage.Table, seat, stage.Dice.Hex(), stage.Facilitates()));
        return stage.Made(invitation.Accept(stage.Id<MembershipId>(), person, stage.Table, [], stage.Arrives(person)));
    }

    private MandateId Mandate(Membership membership)
    {
        var id = stage.Id<MandateId>();
        var act = stage.Facilitates();
        var terms = new MandateTerms(act.Today, null, $"Besluit van het dagelijks bestuur over {phrases.Thing()}", "");
        Stage.Fine(membership.RecordMandate(id, terms, act));
        return id;
    }

    private void Show()
    {
        Stage.Fine(stage.Table.Show(shown: true, stage.Facilitates()));
        foreach (var party in stage.Parties.Where(_ => stage.Dice.Chance(AgreesToBeShown)))
            Stage.Fine(stage.Table.ShowParty(party, shown: true, stage.Speaks(party)));
    }

    private void PlanTalk()
    {
        var act = stage.Facilitates();
        Stage.Fine(stage.Table.PlanTalk(act.Today.AddDays(stage.Dice.Between(7, 60)), phrases.Sentence(120), act));
    }
}
