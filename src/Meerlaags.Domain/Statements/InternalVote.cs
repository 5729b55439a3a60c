using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;

namespace Meerlaags.Domain.Statements;

/// <summary>What one person finds of one statement.</summary>
public readonly record struct InternalVoteId(Guid Value) : IId<InternalVoteId>
{
    /// <inheritdoc/>
    public static InternalVoteId From(Guid value) => new(value);
}

/// <summary>What one person within a party finds of a statement. It helps the party to a position, stays within it for good, and leaves no trace in the journal.</summary>
public sealed class InternalVote : Aggregate<InternalVoteId>
{
    private InternalVote() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round.</summary>
    public RoundId Round { get; private init; }

    /// <summary>The statement.</summary>
    public StatementId Statement { get; private init; }

    /// <summary>The party within which it is given.</summary>
    public PartyId Party { get; private init; }

    /// <summary>The person.</summary>
    public PersonId Person { get; private init; }

    /// <summary>What this person finds.</summary>
    public Stance Stance { get; private set; }

    /// <summary>A person says what they find for the first time.</summary>
    public static Decided<InternalVote> Cast(InternalVoteId id, Stance stance, Weighing weighing, Act act)
    {
        if (Guard(weighing, act) is { } refusal)
            return refusal;
        var speaker = (Actor.ForParty)act.Actor;
        var vote = new InternalVote
        {
            Id = id,
            Collaboration = weighing.Statement.Collaboration,
            Round = weighing.Statement.Round,
            Statement = weighing.Statement.Id,
            Party = speaker.Party,
            Person = speaker.By,
            Stance = stance,
        };
        vote.Changed();
        return vote;
    }

    /// <summary>The person finds something else now.</summary>
    public Refusal? Change(Stance stance, Weighing weighing, Act act)
    {
        if (Guard(weighing, act) is { } refusal)
            return refusal;
        if (act.Actor is not Actor.ForParty speaker || speaker.Party != Party || speaker.By != Person)
            return new Refusal("access.party-only");

        Stance = stance;
        Changed();
        return null;
    }

    private static Refusal? Guard(Weighing weighing, Act act) =>
        act.Actor is not Actor.ForParty { Party: var party } ? new Refusal("access.party-only")
        : weighing.Table.Party(party) is not { IsSeated: true } ? new Refusal("party.not-seated")
        : weighing.Statement.Guard(weighing.Round);
}

/// <summary>Someone of a party, with what this person finds of a statement, or null.</summary>
/// <param name="Person">The person.</param>
/// <param name="Voice">Within a composite party: the organisation the person speaks from.</param>
/// <param name="Stance">What the person finds; null when nothing was said.</param>
public sealed record PersonalStance(PersonId Person, OrganisationId? Voice, Stance? Stance);

/// <summary>What the people of one party find of a statement. Of who said nothing it says nothing: that is no pass.</summary>
/// <param name="People">Everyone who speaks for the party now.</param>
public sealed record InternalSpread(IReadOnlyList<PersonalStance> People)
{
    /// <summary>How many found this.</summary>
    public int Count(Stance stance) => People.Count(person => person.Stance == stance);

    /// <summary>How many said something.</summary>
    public int Heard => People.Count(person => person.Stance is not null);

    /// <summary>What more people find than anything else, or null when nothing leads.</summary>
    public Stance? Leading =>
        Enum.GetValues<Stance>().GroupBy(Count).Where(group => group.Key > 0).MaxBy(group => group.Key) is { } most && most.ToList() is [var leading]
            ? leading
            : null;

    /// <summary>The same by organisation, of those within a composite party that said something.</summary>
    public IReadOnlyList<VoiceSpread> ByVoice =>
        [
            .. People
                .Where(person => person.Voice is not null && person.Stance is not null)
                .GroupBy(person => person.Voice!.Value)
                .OrderBy(group => group.Key.Value)
                .Select(group => new VoiceSpread(group.Key, Of(group, Stance.Agree), Of(group, Stance.Disagree), Of(group, Stance.Pass))),
        ];

    private static int Of(IEnumerable<PersonalStance> people, Stance stance) => people.Count(person => person.Stance == stance);
}
