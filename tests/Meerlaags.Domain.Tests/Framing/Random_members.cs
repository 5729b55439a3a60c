using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Tests.Framing;

/// <summary>People are asked to the table, come, and get a mandate.</summary>
public partial class Random_acts
{
    private sealed partial class World
    {
        private void Invite(System.Random chance, Act act)
        {
            var seat = new InvitedSeat(Pick(chance, Enum.GetValues<MemberFunction>()), chance.Next(2) == 0 ? Seated(chance) : null, null, "iemand");
            Keep(invitations, Invitation.Make(A.New<InvitationId>(), table, seat, "hash", act));
        }

        private void Accept(System.Random chance, Act act)
        {
            if (Pick(chance, invitations) is not { } invitation)
                return;
            if (chance.Next(5) == 0)
                _ = invitation.Withdraw(act);
            else
                Keep(
                    members,
                    invitation.Accept(A.New<MembershipId>(), Pick(chance, Parties.All) is var guest ? People.SomeoneOf(guest) : default, table, members, act)
                );
        }

        private void Mandate(System.Random chance, Act act)
        {
            var terms = new MandateTerms(act.Today, chance.Next(2) == 0 ? null : act.Today.AddDays(chance.Next(-2, 30)), "Collegebesluit", "");
            _ = Pick(chance, members)?.RecordMandate(A.New<MandateId>(), terms, act);
        }
    }
}
