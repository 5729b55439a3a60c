using System.Collections;
using System.Reflection;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Tests;

/// <summary>Builders with valid defaults.</summary>
public static class A
{
    public const string Salt = "00112233445566778899aabbccddeeff";

    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The day of that Monday.</summary>
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static readonly DateOnly NextYear = new(2027, 3, 1);

    /// <summary>Four people in one sign: eleven UTF-16 code units, one grapheme.</summary>
    public const string Family = "👨‍👩‍👧‍👦";

    public static T New<T>()
        where T : struct, IId<T> => T.From(Guid.CreateVersion7());

    public static Act Act(PartyId by, PersonId? person = null, MandateId? mandate = null, DateTimeOffset? at = null) =>
        new(new Actor.ForParty(person ?? People.SomeoneOf(by), by, mandate), at ?? Monday);

    public static Act BindingAct(PartyId by, DateTimeOffset? at = null) => Act(by, mandate: New<MandateId>(), at: at);

    public static Act Facilitation(DateTimeOffset? at = null) => new(new Actor.ForCollaboration(People.FacilitatorOfTheRegion), at ?? Monday);

    public static Act Job() => new(new Actor.ForInstallation(null, "register-load"), Monday);

    public static Collaboration Collaboration(params IEnumerable<PartyId> parties)
    {
        var table = Domain
            .Collaborations.Collaboration.Start(New<CollaborationId>(), "Wonen en werken in een krimpende regio", "Noordoost-Fryslân", Facilitation())
            .OrFail();
        foreach (var party in parties)
            Assert.Null(table.Seat(party, Parties.Origin(party), Facilitation()));
        return table;
    }

    public static Collaboration FullTable() => Collaboration(Parties.All);

    public static FramingRound Round(Collaboration table, params IReadOnlyCollection<FramingRound> previous) =>
        FramingRound.Open(New<RoundId>(), table, previous, Questions().Reference, Facilitation()).OrFail();

    public static QuestionSet Questions() =>
        new(
            new QuestionSetReference("vraagstuk", 1),
            Words("Wat is het vraagstuk?"),
            [
                new Question("issue", Words("Wat is volgens ons het vraagstuk?"), Words("In uw eigen woorden."), true, QuestionSetReader.DefaultLimit, null),
                new Question("fear", Words("Waar zijn wij bang voor?"), Words("Wat mag er niet gebeuren?"), false, 500, null),
            ]
        );

    public static Domain.Content.Wording Words(string dutch) => new(new Dictionary<string, string> { ["nl"] = dutch });

    public static Draft Draft(string issue = "Jongeren vertrekken en komen niet terug.", params IEnumerable<string> points) =>
        new(
            [new Answer("issue", issue)],
            points.DefaultIfEmpty("Er zijn te weinig huizen voor starters.").Select(point => new DraftPoint(New<PointId>(), point))
        );

    public static Formulation Text(FramingRound round, Collaboration table, PartyId party) =>
        Formulation.Begin(New<FormulationId>(), round, table.Party(party)!, Act(party)).OrFail();

    public static Formulation Written(FramingRound round, Collaboration table, PartyId party, Draft? draft = null)
    {
        var text = Text(round, table, party);
        Assert.Null(text.Write(round, draft ?? Draft(), text.Version, Act(party)));
        return text;
    }

    public static Formulation Submitted(FramingRound round, Collaboration table, PartyId party, Draft? draft = null)
    {
        var text = Written(round, table, party, draft);
        Assert.Null(text.Submit(round, table.Party(party)!, Questions(), Salt, Act(party)));
        return text;
    }

    public static RevealedRound Revealed(params IReadOnlyList<PartyId> parties)
    {
        var table = FullTable();
        var round = Round(table);
        var texts = (parties.Count == 0 ? [Parties.Dantumadiel, Parties.Fryslan] : parties).Select(party => Submitted(round, table, party)).ToList();
        Assert.Null(round.RevealTexts(texts, table, Facilitation()));
        return new RevealedRound(table, round, texts);
    }

    public static CandidateText Candidate(FramingRound round, params IEnumerable<string> sentences)
    {
        var text = CandidateText.Begin(New<CandidateTextId>(), round).OrFail();
        foreach (var sentence in sentences)
            Assert.Null(text.Add(New<SentenceId>(), Sentence(sentence), OpenDesk, Facilitation()));
        return text;
    }

    public static Domain.Framing.Phrasing Sentence(string text, params IEnumerable<PointId> points) => new(text, points);

    public static Desk OpenDesk { get; } = new(new HashSet<PointId>(), null);

    public static TextVersion Version(
        RevealedRound revealed,
        IReadOnlyCollection<TextVersion>? earlier = null,
        string sentence = "Wij willen dat jongeren hier een toekomst hebben."
    ) =>
        TextVersion
            .Put(New<TextVersionId>(), revealed.Round, Candidate(revealed.Round, sentence), new Put(revealed.Table, earlier ?? [], NextYear), Facilitation())
            .OrFail();

    public static GivenConsent Consent(this TextVersion version, ConsentChoice choice = ConsentChoice.Consent, bool binding = true) =>
        new(
            choice,
            choice is ConsentChoice.Concern or ConsentChoice.ConsentWithReservation ? "Wij vrezen dat de dorpen leeglopen." : "",
            binding,
            version.Hash
        );

    public static TextVersion AnsweredBy(this TextVersion version, Collaboration table, PartyId party, ConsentChoice choice, bool binding = true)
    {
        Assert.Null(version.Answer(New<ConsentId>(), version.Consent(choice, binding), table, BindingAct(party)));
        return version;
    }

    public static Invitation Invitation(Collaboration table, MemberFunction function, PartyId? party = null, OrganisationId? voice = null) =>
        Domain
            .Collaborations.Invitation.Make(
                New<InvitationId>(),
                table,
                new InvitedSeat(function, party, voice, "de ambtenaar van de gemeente"),
                "hash of a secret",
                Facilitation()
            )
            .OrFail();

    public static Membership Member(Collaboration table, PersonId person, MemberFunction function, PartyId? party = null) =>
        Invitation(table, function, party).Accept(New<MembershipId>(), person, table, [], Facilitation()).OrFail();

    public static T OrFail<T>(this Decided<T> decided)
    {
        Assert.Null(decided.Refusal);
        return decided.Made!;
    }

    /// <summary>The same thing as a database may give it back: lists have no order of their own there.</summary>
    public static T FromStorage<T>(this T aggregate)
        where T : Aggregate
    {
        foreach (var field in typeof(T).GetFields(BindingFlags.Instance | BindingFlags.NonPublic))
        {
            if (field.GetValue(aggregate) is not IList { IsFixedSize: false } list)
                continue;
            var backwards = list.Cast<object>().Reverse().ToList();
            list.Clear();
            backwards.ForEach(item => list.Add(item));
        }
        return aggregate;
    }
}

/// <summary>A round after the reveal, with its table and its open texts.</summary>
public sealed record RevealedRound(Collaboration Table, FramingRound Round, IReadOnlyList<Formulation> Texts)
{
    public IReadOnlyList<PointId> Points => [.. Texts.SelectMany(text => text.Points).Select(point => point.Id)];
}
