using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Tests.Framing;

public partial class Random_acts
{
    private sealed partial class World
    {
        private readonly List<Succession> successions = [];

        private readonly List<Organisation> organisations =
        [
            .. new[] { "Gooi", "Vecht", "Eem" }.Select(
                (name, place) =>
                    Organisation.FromRegister(
                        A.New<OrganisationId>(),
                        new RegisterRow($"GM900{place}", "gemeente", GovernmentTier.Municipality, name, "Gemeente " + name)
                    )
            ),
        ];

        // Organisations go over into each other, and who sits at the table goes on as another.
        private void GoOver(System.Random chance, Act act)
        {
            var (from, into) = (Pick(chance, organisations)!, Pick(chance, organisations)!);
            var plan = new SuccessionPlan(act.Today.AddDays(chance.Next(-3, 40)), [from.Id], [into.Id], "Wet (bedacht)");
            Keep(successions, Succession.Record(A.New<SuccessionId>(), plan, organisations, act));
            if (chance.Next(2) == 0)
                _ = Pick(chance, successions)?.TakeBack(Reason, organisations, act);
            _ = table.Continue(Seated(chance), new Heir(into.Id, into.OfficialName), [into.Id], act);
        }
    }
}
