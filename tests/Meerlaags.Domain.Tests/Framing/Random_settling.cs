using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Tests.Framing;

public partial class Random_acts
{
    private sealed partial class World
    {
        private void Settle(System.Random chance, Act act)
        {
            var acts = new Action[]
            {
                () => Plan(chance, act),
                () => _ = table.Reword("Opgave " + chance.Next(3), "Regio", act),
                () => _ = table.Show(chance.Next(3) > 0, act),
                () => _ = table.ShowParty(((act.Actor as Actor.ForParty)?.Party) ?? Seated(chance), chance.Next(2) == 0, act),
                () => _ = table.LookAgain(Pick(chance, Enum.GetValues<ReviewRhythm>()), act),
                () => Rest(chance, act),
                () => members.ForEach(member => _ = member.Lead(chance.Next(2) == 0, act)),
                () => Keeper(chance, act),
            };
            Pick(chance, acts)!();
        }

        // Mostly it is reopened at once: what nobody may change teaches little.
        private void Rest(System.Random chance, Act act)
        {
            _ = table.Archive(Reason, act);
            if (chance.Next(5) > 0)
                _ = table.Reopen(Reason, act);
        }

        private void Plan(System.Random chance, Act act)
        {
            var from = act.Today.AddDays(chance.Next(-1, 9));
            var until = chance.Next(2) == 0 ? from.AddDays(chance.Next(-1, 9)) : (DateOnly?)null;
            _ = table.PlanSeat(Seated(chance), new SeatTerm(from, until, Pick(chance, Enum.GetValues<SeatDegree>()), chance.Next(2) == 0), act);
        }

        private void Keeper(System.Random chance, Act act)
        {
            var function = chance.Next(2) == 0 ? MemberFunction.ProgrammeManager : MemberFunction.Regisseur;
            var person = A.New<PersonId>();
            if (Invitation.Make(A.New<InvitationId>(), table, new InvitedSeat(function, null, null, "iemand"), "hash", act).Is(out var link, out _))
                Keep(members, link.Accept(A.New<MembershipId>(), person, table, [], new Act(new Actor.ForCollaboration(person), act.At)));
            foreach (var lead in new[] { true, false }.Take(chance.Next(3)))
                _ = members.LastOrDefault()?.Lead(lead, act);
        }
    }
}
