using FsCheck;
using FsCheck.Fluent;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Tests.Framing;

public partial class Random_acts
{
    private static readonly HashSet<string> Happened = [];

    [Fact]
    public void Whoever_does_whatever_whenever_nothing_breaks_and_nothing_impossible_becomes_true()
    {
        Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ListOf(500).ToArbitrary(),
                acts =>
                {
                    var world = new World();
                    foreach (var seed in acts)
                    {
                        world.Do(new System.Random(seed));
                        world.IsPossible();
                    }
                    lock (Happened)
                        Happened.UnionWith(world.Facts);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(120));

        Assert.Equal(World.FactsOfTheField, Happened.Order());
    }

    /// <summary>One collaboration in which anyone may try anything.</summary>
    private sealed partial class World
    {
        private const string Reason = "Omdat de dorpen leeglopen.";

        private readonly Collaboration table = A.FullTable();
        private readonly List<FramingRound> rounds = [];
        private readonly List<Formulation> texts = [];
        private readonly List<SamePoint> marks = [];
        private readonly List<CandidateText> candidates = [];
        private readonly List<TextVersion> versions = [];
        private readonly List<SharedIssue> issues = [];
        private readonly List<MissingParty> missing = [];
        private readonly List<Invitation> invitations = [];
        private readonly List<Membership> members = [];
        private readonly Dictionary<FormulationId, string> frozen = [];
        private readonly Dictionary<TextVersionId, string> bodies = [];
        private DateTimeOffset now = A.Monday;

        // What administrators do for the installation is no act at a table, apart from successions: those reach the seats.
        public static IEnumerable<string> FactsOfTheField =>
            typeof(Fact)
                .Assembly.GetTypes()
                .Where(type =>
                    type.IsSubclassOf(typeof(Fact))
                    && (!IsOfTheInstallation(type.Namespace!) || type.Name.StartsWith(nameof(Succession), StringComparison.Ordinal))
                )
                .Select(type => type.Name)
                .Order();

        private static bool IsOfTheInstallation(string room) =>
            room.StartsWith("Meerlaags.Domain.Register", StringComparison.Ordinal) || room == "Meerlaags.Domain.Administration";

        public IEnumerable<string> Facts => Everything.SelectMany(part => part.Facts).Select(recorded => recorded.Fact.GetType().Name).Distinct();

        private IEnumerable<Aggregate> Everything =>
            [
                table,
                .. rounds,
                .. texts,
                .. marks,
                .. notes,
                .. candidates,
                .. versions,
                .. issues,
                .. missing,
                .. invitations,
                .. members,
                .. rooms,
                .. codes,
                .. guests,
                .. sheets,
                .. critiques,
                .. orders,
                .. statements,
                .. positions,
                .. votes,
                .. successions,
            ];

        public void Do(System.Random chance)
        {
            now += TimeSpan.FromHours(chance.Next(1, 30));
            var party = Seated(chance);
            var actor = Someone(chance, party);
            var act = new Act(actor, now);
            var acts = new Action[]
            {
                () => Seat(chance, act),
                () => _ = table.ChangeSeat(Seated(chance), Pick(chance, Enum.GetValues<SeatDegree>()), chance.Next(2) == 0, act),
                () => Rarely(chance, () => _ = table.Leave(Seated(chance), act)),
                () => _ = table.Want(Pick(chance, Enum.GetValues<ComputedView>()), chance.Next(2) == 0, act),
                () => _ = Pick(chance, rounds)?.ConfirmSpoken(act),
                () => _ = table.PlanTalk(act.Today.AddDays(chance.Next(-1, 9)), "", act),
                () => Invite(chance, act),
                () => Accept(chance, act),
                () => Mandate(chance, act),
                () => Rarely(chance, () => _ = Pick(chance, members)?.End(act)),
                () => Open(act),
                () => Write(chance, act, party),
                () => Write(chance, act, party),
                () => Submit(chance, act),
                () => Submit(chance, act),
                () => TakeBack(chance, act),
                () => Reveal(chance, act),
                () => Mark(chance, act),
                () => Mark(chance, act),
                () => Split(chance, act),
                () => Note(chance, act),
                () => Undo(chance, act),
                () => Miss(chance, act),
                () => Draft(chance, act),
                () => Draft(chance, act),
                () => Put(chance, act),
                () => Answer(chance, act),
                () => Agree(),
                () => Establish(chance, act),
                () => SitTogether(chance, act),
                () => WorkOnTexts(chance),
                () => Weigh(chance, act),
                () => GoOver(chance, act),
                () => Settle(chance, act),
                () => Rarely(chance, () => Close(chance, act)),
            };
            Pick(chance, acts)!();
        }

        private static Actor Someone(System.Random chance, PartyId party) =>
            chance.Next(20) switch
            {
                0 => new Actor.ForInstallation(null, "register-load"),
                1 => new Actor.ForInstallation(People.AdministratorOfTheInstallation, "register-load"),
                < 12 => new Actor.ForCollaboration(People.FacilitatorOfTheRegion),
                < 17 => new Actor.ForParty(People.SomeoneOf(party), party, A.New<MandateId>()),
                _ => new Actor.ForParty(People.SomeoneOf(party), party),
            };

        private void Seat(System.Random chance, Act act)
        {
            var back = Pick(chance, Parties.All);
            _ = table.Seat(chance.Next(2) == 0 ? back : A.New<PartyId>(), Parties.Origin(back), act);
        }

        private void Open(Act act) => Keep(rounds, FramingRound.Open(A.New<RoundId>(), table, rounds, A.Questions().Reference, act));

        private void Write(System.Random chance, Act act, PartyId party)
        {
            if (rounds.LastOrDefault() is not { } round)
                return;
            if (texts.Find(text => text.Round == round.Id && text.Party == party) is not { } own)
                Keep(texts, Formulation.Begin(A.New<FormulationId>(), round, table.Party(party)!, chance.Next(4) == 0 ? act : Own(party)));
            else
                _ = own.Write(
                    Pick(chance, rounds)!,
                    A.Draft(points: [.. Enumerable.Range(0, chance.Next(4)).Select(point => $"Punt {point}")]),
                    own.Version - (chance.Next(9) == 0 ? 1 : 0),
                    chance.Next(4) == 0 ? act : Own(party)
                );
        }

        private void Submit(System.Random chance, Act act)
        {
            if (Pick(chance, texts) is { } text)
                _ = text.Submit(Round(text), table.Party(text.Party)!, A.Questions(), A.Salt, chance.Next(4) == 0 ? act : Own(text.Party));
        }

        private void TakeBack(System.Random chance, Act act)
        {
            if (Pick(chance, texts) is { } text)
                _ = text.TakeBack(Round(text), chance.Next(4) == 0 ? act : Own(text.Party));
        }

        private void Reveal(System.Random chance, Act act) => _ = Pick(chance, rounds)?.RevealTexts(texts, table, act);

        private void Miss(System.Random chance, Act act)
        {
            if (Pick(chance, rounds) is { } round)
                Keep(missing, MissingParty.Notice(A.New<MissingPartyId>(), round, "Jongeren", Reason, act));
        }

        private void Draft(System.Random chance, Act act)
        {
            if (rounds.LastOrDefault() is not { } round)
                return;
            if (candidates.Find(known => known.Round == round.Id) is not { } candidate)
            {
                Keep(candidates, CandidateText.Begin(A.New<CandidateTextId>(), round));
                return;
            }
            var desk = Desk.Of(round, texts, versions);
            var sentence = Pick(chance, candidate.Sentences)?.Id ?? A.New<SentenceId>();
            var seen = candidate.Sentence(sentence)?.Revision ?? 1;
            _ = chance.Next(6) switch
            {
                0 => candidate.Change(sentence, A.Sentence($"Zin {chance.Next(9)}.", Pick(chance, [.. desk.Points])), seen, desk, act),
                1 => candidate.Move(sentence, chance.Next(2) == 0, desk, act),
                2 => candidate.Remove(sentence, desk, act),
                3 => candidate.Recognise(sentence, seen, chance.Next(2) == 0, round, act),
                _ => candidate.Add(A.New<SentenceId>(), A.Sentence($"Zin {chance.Next(9)}."), desk, act),
            };
        }

        private void Put(System.Random chance, Act act)
        {
            if (rounds.LastOrDefault() is not { } round || Pick(chance, [.. candidates.Where(known => known.Round == round.Id)]) is not { } candidate)
                return;
            var own = versions.Where(version => version.Round == round.Id).ToList();
            var put = new Put(table, own, act.Today.AddDays(chance.Next(0, 400)))
            {
                Choice = new Choice(chance.Next(3) == 0 ? [A.New<CandidateTextId>()] : [], chance.Next(2) == 0 ? Reason : ""),
            };
            if (TextVersion.Put(A.New<TextVersionId>(), round, candidate, put, act).Is(out var made, out _))
            {
                bodies[made.Id] = made.Body;
                versions.Add(made);
            }
        }

        private void Answer(System.Random chance, Act act)
        {
            if (Pick(chance, versions) is { } version)
                _ = version.Answer(A.New<ConsentId>(), version.Consent(Pick(chance, Enum.GetValues<ConsentChoice>()), chance.Next(3) > 0), table, act);
        }

        private void Agree()
        {
            foreach (var version in versions.Where(version => version.IsOut))
            {
                foreach (var asked in version.Asked)
                    _ = version.Answer(A.New<ConsentId>(), version.Consent(), table, A.BindingAct(asked.Party, now));
            }
        }

        private void Establish(System.Random chance, Act act)
        {
            if (Pick(chance, versions) is { } version)
                Keep(issues, version.Establish(new SharedIssueId(Guid.CreateVersion7()), rounds.Single(round => round.Id == version.Round), table, act));
        }

        private void Close(System.Random chance, Act act) => _ = Pick(chance, rounds)?.CloseUndecided(Reason, act.Today.AddDays(1), table, versions, act);

        private FramingRound Round(Formulation text) => rounds.Single(round => round.Id == text.Round);

        private Act Own(PartyId party) => A.Act(party, at: now);

        private PartyId Seated(System.Random chance) => Pick(chance, table.Parties)!.Id;

        private static void Rarely(System.Random chance, Action act)
        {
            if (chance.Next(12) == 0)
                act();
        }

        private static void Keep<T>(List<T> kept, Decided<T> decided)
            where T : class
        {
            if (decided.Is(out var made, out _))
                kept.Add(made);
        }

        private static T? Pick<T>(System.Random chance, IReadOnlyList<T> some) => some.Count == 0 ? default : some[chance.Next(some.Count)];
    }
}
