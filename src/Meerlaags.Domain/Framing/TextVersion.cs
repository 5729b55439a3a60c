using System.Security.Cryptography;
using System.Text;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>A frozen version of the candidate text.</summary>
public readonly record struct TextVersionId(Guid Value) : IId<TextVersionId>
{
    /// <inheritdoc/>
    public static TextVersionId From(Guid value) => new(value);
}

/// <summary>The exact text that parties are asked to consent to. It never changes; a better text is a next version.</summary>
public sealed class TextVersion : Aggregate<TextVersionId>
{
    /// <summary>Most graphemes of a reason.</summary>
    public const int ReasonLimit = 2000;

    private readonly List<Consent> consents = [];

    private TextVersion() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The round.</summary>
    public RoundId Round { get; private init; }

    /// <summary>First, second, third version of the round.</summary>
    public int Number { get; private init; }

    /// <summary>The frozen text, one sentence a line.</summary>
    public string Body { get; private init; } = "";

    /// <summary>SHA-256 of the UTF-8 bytes of <see cref="Body"/>, as small hexadecimal text.</summary>
    public string Hash { get; private init; } = "";

    /// <summary>When it was put to the parties.</summary>
    public DateTimeOffset PutAt { get; private init; }

    /// <summary>When the shared issue is to be looked at again.</summary>
    public DateOnly RecheckOn { get; private init; }

    /// <summary>Whose answers decide: whole and partial seats that were bound when it was put.</summary>
    public IReadOnlyList<AskedParty> Asked { get; private init; } = [];

    /// <summary>The candidate it was frozen from; null for versions of before there were several.</summary>
    public CandidateTextId? Candidate { get; private init; }

    /// <summary>The candidates that the ranking of the parties put first then; empty when it gave no advice.</summary>
    public IReadOnlyList<CandidateTextId> Advised { get; private init; } = [];

    /// <summary>Why this candidate was chosen, where the ranking advised another; else it may be empty.</summary>
    public string ChoiceReason { get; private init; } = "";

    /// <summary>Every answer to "does the table still fit?", in order; the last one of a party counts.</summary>
    public IReadOnlyList<TableFit> TableFits { get; private set; } = [];

    /// <summary>Every answer ever given, in order; the last binding one of a party counts.</summary>
    public IReadOnlyList<Consent> Consents => [.. consents.OrderBy(consent => consent.Number)];

    /// <summary>When it was replaced or taken back, or null.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>When it became the shared issue, or null.</summary>
    public DateTimeOffset? AgreedAt { get; private set; }

    /// <summary>Whether answers can be given now.</summary>
    public bool IsOut => WithdrawnAt is null && AgreedAt is null;

    /// <summary>Whether the last answer of any party is a concern, deciding or not; a concern opens the next version.</summary>
    public bool HasConcern => Latest().Any(consent => consent.Choice == ConsentChoice.Concern);

    /// <summary>Freezes the candidate and asks the parties.</summary>
    /// <param name="id">Id of the version.</param>
    /// <param name="round">The round, revealed and open.</param>
    /// <param name="text">The candidate text.</param>
    /// <param name="put">The table, the versions before and the day to look again.</param>
    /// <param name="act">The facilitator's act.</param>
    public static Decided<TextVersion> Put(TextVersionId id, FramingRound round, CandidateText text, Put put, Act act)
    {
        if (act.Actor is not Actor.ForCollaboration)
            return new Refusal("access.facilitator-only");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (text.Sentences.Count == 0)
            return new Refusal("text.empty");
        var deciding = put
            .Table.Parties.Where(party => party.DecidesOn(act.Today))
            .Select(party => new AskedParty(party.Id, party.SeatOn(act.Today).Degree))
            .ToList();
        if (deciding.Count < FramingRound.FewestTexts)
            return new Refusal("consent.too-few-bound", FramingRound.FewestTexts);
        if (put.RecheckOn <= act.Today)
            return new Refusal("consent.recheck-in-the-past") { Field = nameof(RecheckOn) };
        var reason = PlainText.Lines(put.Choice.Reason);
        if (PlainText.Check(reason, nameof(Framing.Choice.Reason), ReasonLimit, required: false) is { } wrong)
            return wrong;
        if (put.Choice.Advised is { Count: > 0 } advised && !advised.Contains(text.Id) && reason.Length == 0)
            return new Refusal("candidate.choice-needs-reason") { Field = nameof(Framing.Choice.Reason) };
        if (put.Earlier.Any(version => version.IsOut && !version.HasConcern))
            return new Refusal("text.out-for-consent");

        foreach (var replaced in put.Earlier.Where(version => version.IsOut))
            replaced.Withdraw(act);
        var frozen = new TextVersion
        {
            Id = id,
            Collaboration = round.Collaboration,
            Round = round.Id,
            Number = put.Earlier.Count + 1,
            Body = text.Body,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Body))),
            PutAt = act.At,
            RecheckOn = put.RecheckOn,
            Asked = deciding,
            Candidate = text.Id,
            Advised = put.Choice.Advised,
            ChoiceReason = reason,
        };
        frozen.Record(new VersionPut(round.Id, id, frozen.Number, frozen.Hash), act);
        return frozen;
    }

    /// <summary>A party answers. Binding needs a mandate; the party may answer again while the version is out.</summary>
    /// <param name="id">Id of the answer.</param>
    /// <param name="given">The answer.</param>
    /// <param name="table">The table.</param>
    /// <param name="act">Someone of the party, with the mandate when the answer binds.</param>
    /// <remarks>An answer sent twice under one id is one answer.</remarks>
    public Refusal? Answer(ConsentId id, GivenConsent given, Collaboration table, Act act)
    {
        if (act.Actor is not Actor.ForParty speaker)
            return new Refusal("access.party-only");
        if (table.Party(speaker.Party) is not { IsSeated: true } party)
            return new Refusal("party.not-seated");
        if (consents.Exists(consent => consent.Id == id && consent.Party == speaker.Party))
            return null;
        if (!IsOut)
            return new Refusal("consent.version-closed");
        if (given.Hash != Hash)
            return new Refusal("consent.other-text");
        if (given.Binding && speaker.Mandate is null)
            return new Refusal("consent.mandate-needed") { Field = nameof(GivenConsent.Binding) };
        var reason = PlainText.Lines(given.Reason);
        if (PlainText.Check(reason, nameof(GivenConsent.Reason), ReasonLimit, required: false) is { } wrong)
            return wrong;
        if (reason.Length == 0 && given.Choice is ConsentChoice.Concern)
            return new Refusal("consent.concern-needs-harm") { Field = nameof(GivenConsent.Reason) };
        if (reason.Length == 0 && given.Choice is ConsentChoice.ConsentWithReservation)
            return new Refusal("consent.reservation-needs-words") { Field = nameof(GivenConsent.Reason) };

        consents.Add(new Consent(id, consents.Count + 1, speaker, given with { Reason = reason }, act.At) { Degree = party.SeatOn(act.Today).Degree });
        Record(new ConsentGiven(Round, Id, speaker.Party, given.Choice, given.Binding), act);
        return null;
    }

    /// <summary>Makes this version the shared issue when every party that decides consents, with or without reservation, or leaves it to others.</summary>
    /// <param name="id">Id of the shared issue, if it comes to one.</param>
    /// <param name="round">Its round; it closes.</param>
    /// <param name="table">The table: who left since is no longer waited for.</param>
    /// <param name="act">The act that completed it.</param>
    /// <returns>The shared issue, or the refusal that tells what is still open.</returns>
    public Decided<SharedIssue> Establish(SharedIssueId id, FramingRound round, Collaboration table, Act act)
    {
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (!IsOut)
            return new Refusal("consent.version-closed");
        var deciding = Asked.Where(party => table.Party(party.Party) is { IsSeated: true }).ToList();
        var answers = deciding.Select(party => BindingAnswerOf(party.Party)).ToList();
        if (answers.Exists(answer => answer is null))
            return new Refusal("consent.silence-keeps-open");
        if (answers.Exists(answer => answer!.Choice == ConsentChoice.Concern))
            return new Refusal("consent.concern-keeps-open");
        if (!answers.Exists(answer => answer!.Choice is ConsentChoice.Consent or ConsentChoice.ConsentWithReservation))
            return new Refusal("consent.nobody-consents");

        AgreedAt = act.At;
        Changed();
        round.CloseShared(RecheckOn, act);
        return SharedIssue.From(id, this, act);
    }

    /// <summary>A party says whether the table still fits this text; if not, who is missing or too many, and why. It may say so again while the round is open.</summary>
    public Refusal? AnswerTableFit(FitAnswer given, FramingRound round, Collaboration table, Act act)
    {
        if (act.Actor is not Actor.ForParty { Party: var speaker, By: var person })
            return new Refusal("access.party-only");
        if (table.Party(speaker) is not { IsSeated: true } party)
            return new Refusal("party.not-seated");
        if (!round.IsOpen)
            return new Refusal("round.closed");
        if (
            !given.Fits
            && (PlainText.Check(given.Who, nameof(FitAnswer.Who), Party.NameLimit) ?? PlainText.Check(given.Why, nameof(FitAnswer.Why), 1000)) is { } wrong
        )
            return wrong;

        TableFits = [.. TableFits, TableFit.Of(given, party, person, act)];
        Record(new TableFitAnswered(Round, Id, speaker, given.Fits), act);
        return null;
    }

    /// <summary>What a party said last about the table, or null.</summary>
    public TableFit? TableFitOf(PartyId party) => TableFits.LastOrDefault(fit => fit.Party == party);

    /// <summary>The answer of a party that counts now: its last binding one, else its last exploring one. What a colleague explores later undoes no bond.</summary>
    public Consent? AnswerOf(PartyId party) =>
        Consents.LastOrDefault(consent => consent.Party == party && consent.Binding) ?? Consents.LastOrDefault(consent => consent.Party == party);

    /// <summary>The answer that decides for a party: its last binding one.</summary>
    public Consent? BindingAnswerOf(PartyId party) => AnswerOf(party) is { Binding: true } answer ? answer : null;

    /// <summary>The answer that counts of each party that gave one.</summary>
    public IEnumerable<Consent> Latest() => Consents.Select(consent => consent.Party).Distinct().Select(party => AnswerOf(party)!);

    internal void Withdraw(Act act)
    {
        WithdrawnAt = act.At;
        Changed();
    }
}

/// <summary>The table to ask, what was put to it before in this round, and when to look again.</summary>
/// <param name="Table">The table.</param>
/// <param name="Earlier">The versions before; one that is still out is replaced when it met a concern.</param>
/// <param name="RecheckOn">The day.</param>
public sealed record Put(Collaboration Table, IReadOnlyCollection<TextVersion> Earlier, DateOnly RecheckOn)
{
    /// <summary>Why this candidate and not another.</summary>
    public Choice Choice { get; init; } = Choice.WithoutAdvice;
}

/// <summary>The choice of one candidate out of several. The ranking advises, people decide; who chooses otherwise says why.</summary>
/// <param name="Advised">The candidates that the ranking puts first; empty when there is no advice.</param>
/// <param name="Reason">Why this one, or empty.</param>
public sealed record Choice(IReadOnlyList<CandidateTextId> Advised, string Reason)
{
    /// <summary>There was nothing to choose between, or nobody ranked.</summary>
    public static Choice WithoutAdvice { get; } = new([], "");
}

/// <summary>A party whose answer decides about a version.</summary>
/// <param name="Party">The party.</param>
/// <param name="Degree">How fully it took part when the version was put; null for versions of before that was kept.</param>
public sealed record AskedParty(PartyId Party, SeatDegree? Degree = null);
