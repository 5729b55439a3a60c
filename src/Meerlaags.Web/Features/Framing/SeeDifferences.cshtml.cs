using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>In which words the open texts differ: what was found, after people spoke; and what people themselves say of it.</summary>
[GuestsToo]
public sealed class SeeDifferences(RoundReader rounds, DifferenceReader differences, Lexicon lexicon, NoteDifference note, ShowComputed show)
    : ComputedPage(rounds, show)
{
    /// <summary>A difference as typed.</summary>
    [BindProperty]
    public DifferenceInput Difference { get; set; } = new();

    /// <summary>What is said of one that was found, as typed.</summary>
    [BindProperty]
    public VerdictInput Verdict { get; set; } = new();

    /// <summary>The open texts.</summary>
    public OpenTexts Open { get; private set; } = null!;

    /// <summary>What was found; null before people spoke, or when the collaboration does not want to see it.</summary>
    public FoundDifferences? Found { get; private set; }

    /// <summary>What was found within composite parties.</summary>
    public IReadOnlyList<WithinParty> Within { get; private set; } = [];

    /// <summary>What people say of differences.</summary>
    public IReadOnlyList<NotedDifference> Noted { get; private set; } = [];

    /// <summary>The sub-questions, with what was found under each.</summary>
    public IEnumerable<(Aspect Aspect, AspectDifference? Found, IReadOnlyList<NotedDifference> Added)> Aspects =>
        lexicon.Words.Aspects.Select(aspect =>
            (
                aspect,
                Found?.Aspects.FirstOrDefault(difference => difference.Aspect.Key == aspect.Key),
                (IReadOnlyList<NotedDifference>)[.. Noted.Where(noted => noted.Verdict == DifferenceVerdict.Added && noted.Aspect == aspect.Key)]
            )
        );

    /// <summary>What people say of this finding.</summary>
    public IReadOnlyList<NotedDifference> SaidOf(string key) => [.. Noted.Where(noted => noted.Finding == key)];

    /// <summary>Whether somebody finds that it is not right.</summary>
    public bool IsCorrected(string key) => SaidOf(key).Any(noted => noted.Verdict == DifferenceVerdict.Corrected);

    /// <summary>Whether this viewer may take it back: who spoke for the same party, or the facilitator.</summary>
    public bool MayWithdraw(NotedDifference noted) => View.MayAct && (View.IsFacilitator || View.Mine.Any(party => party.Id == noted.Party));

    /// <summary>Who said it.</summary>
    public string SpeakerOf(NotedDifference noted) =>
        noted.Party is { } by ? Platform.Localisation.Words.InSentence(PartyOf(by).Name) : T["Framing.Facilitator"];

    /// <inheritdoc/>
    public override ComputedView Kind => ComputedView.Differences;

    /// <inheritdoc/>
    public override string Here => "/verschillen";

    /// <summary>Writes a difference down.</summary>
    public async Task<IActionResult> OnPostAddAsync() =>
        await AnswerAsync(
            (await note.AddAsync(Pen, Difference.ToDifference(), Submit, Stop)).Refusal,
            "Framing.Noted.Added",
            Link($"/verschillen#v-{Difference.Aspect}"),
            nameof(Difference)
        );

    /// <summary>What was found is right.</summary>
    public Task<IActionResult> OnPostConfirmAsync() => JudgeAsync(right: true);

    /// <summary>What was found is not right.</summary>
    public Task<IActionResult> OnPostCorrectAsync() => JudgeAsync(right: false);

    /// <summary>Takes back what was said.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid found) =>
        await AnswerAsync(await note.WithdrawAsync(Pen, new NotedDifferenceId(found), Submit, Stop), "Framing.Noted.Withdrawn", Link(Here), "");

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        Open = await Rounds.TextsAsync(View, Stop);
        Found = await differences.ShownAsync(View, Open, Stop);
        Within = await differences.WithinAsync(View, Open, Stop);
        Noted = await differences.NotedAsync(View, Stop);
    }

    private async Task<IActionResult> JudgeAsync(bool right)
    {
        if (!await LoadAsync() || Found?.Find(Verdict.Finding) is not { } found)
            return NotFound();
        return await AnswerAsync(
            await note.JudgeAsync(Pen, (found, right, Verdict.Why ?? ""), Submit, Stop),
            "Framing.Noted.Judged",
            Link($"/verschillen#v-{found.Aspect}"),
            nameof(Verdict)
        );
    }

    private WriteSentence.Pen Pen => new(Address, Actor);
}

/// <summary>A difference as typed: the parties and their words in the same order.</summary>
public sealed record DifferenceInput
{
    /// <summary>The sub-question.</summary>
    public string Aspect { get; init; } = "";

    /// <summary>What differs.</summary>
    public string? Words { get; init; } = "";

    /// <summary>The parties.</summary>
    public List<Guid> Parties { get; init; } = [];

    /// <summary>The words of each.</summary>
    public List<string?> Sides { get; init; } = [];

    /// <summary>As the domain takes it.</summary>
    public AddedDifference ToDifference() =>
        new(Aspect, Words ?? "", Parties.Zip(Sides, (party, words) => new DifferenceSide(new PartyId(party), words ?? "")));

    /// <summary>The words of a party as they were typed.</summary>
    public string? WordsOf(PartyId party) => Parties.IndexOf(party.Value) is var place and >= 0 && place < Sides.Count ? Sides[place] : null;
}

/// <summary>What somebody says of a difference that was found.</summary>
public sealed record VerdictInput
{
    /// <summary>Its key.</summary>
    public string Finding { get; init; } = "";

    /// <summary>Why.</summary>
    public string? Why { get; init; } = "";
}
