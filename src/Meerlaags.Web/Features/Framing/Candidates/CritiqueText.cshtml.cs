using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>What parties think of a candidate: each writes unseen, the facilitator opens it all, people answer.</summary>
[GuestsToo]
public sealed class CritiqueText(RoundReader rounds, CandidateLines lines, GiveCritique give, Db db) : RoundPage(rounds)
{
    /// <summary>What was filled in.</summary>
    [BindProperty]
    public CritiqueInput Input { get; set; } = new();

    /// <summary>An answer as typed.</summary>
    [BindProperty]
    public ReplyInput Reply { get; set; } = new();

    /// <summary>Which candidate.</summary>
    [BindProperty(SupportsGet = true, Name = "candidate")]
    public int CandidateNumber { get; set; } = 1;

    /// <summary>Who writes, for who speaks for several parties.</summary>
    [BindProperty(SupportsGet = true, Name = "voor")]
    public Guid? For { get; set; }

    /// <summary>The version of the critique that was on screen.</summary>
    [BindProperty(Name = "version")]
    public int Seen { get; set; }

    /// <summary>The candidate.</summary>
    public CandidateLine? Candidate { get; private set; }

    /// <summary>The critiques that this viewer may read, in the order of the table.</summary>
    public IReadOnlyList<Critique> Critiques { get; private set; } = [];

    /// <summary>The party this viewer writes for, or null.</summary>
    public Party? Writer => View.Mine.FirstOrDefault(party => party.Id.Value == For) ?? (View.Mine is [var first, ..] ? first : null);

    /// <summary>What the party wrote, or null.</summary>
    public Critique? Own => Critiques.FirstOrDefault(critique => critique.Party == Writer?.Id);

    /// <summary>Whether everybody reads it.</summary>
    public bool IsOpen => Candidate?.CritiqueOpenedAt is not null;

    /// <summary>Whether this party may write now: unseen as often as it likes, and once more when it is open and it wrote nothing.</summary>
    public bool MayWrite => View.Round.IsOpen && Writer is not null && (!IsOpen || Own is null) && Candidate is { Sentences.Count: > 0 };

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();
        Input = CritiqueInput.From(Own);
        Seen = Own?.Version ?? 0;
        return Page();
    }

    /// <summary>Keeps what the party thinks.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Actor is not { } party)
            return await LoadAsync() ? Refused(new Refusal("access.party-only")) : NotFound();
        For = party.Value;
        return await AnswerAsync(
            await give.WriteAsync(Of, party, new GiveCritique.Seen(Input.ToWords(), Seen), Submit, Stop),
            "Candidates.Critique.Kept",
            Link($"/kritiek/{CandidateNumber}?voor={party.Value}")
        );
    }

    /// <summary>The facilitator opens it all.</summary>
    public async Task<IActionResult> OnPostOpenAsync() =>
        await AnswerAsync(await give.OpenAsync(Of, Submit, Stop), "Candidates.Critique.Opened", Link($"/kritiek/{CandidateNumber}"));

    /// <summary>Somebody answers.</summary>
    public async Task<IActionResult> OnPostReplyAsync() =>
        await AnswerAsync(
            await give.AnswerAsync(Of, new Reply(new PartyId(Reply.To), Reply.Answer, Actor), Submit, Stop),
            "Candidates.Critique.Answered",
            Link($"/kritiek/{CandidateNumber}#van-{Reply.To:N}"),
            nameof(Reply)
        );

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed;

    /// <inheritdoc/>
    protected override bool IsFound => Candidate is not null;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        Candidate = (await lines.OfAsync(View.Round.Id, Stop)).FirstOrDefault(text => text.Number == CandidateNumber);
        if (Candidate is not { Id: var id })
            return;
        var found = await db.Critiques.AsNoTracking().Where(critique => critique.Candidate == id).ToListAsync(Stop);
        Critiques = [.. View.Table.Parties.InTableOrder().Select(party => found.Find(critique => critique.Party == party.Id)).OfType<Critique>()];
        // Somebody of the same party was faster: the form shows what was typed, and goes on from what is kept now.
        if (Request.Method == "POST" && Own is { } own && own.Version != Seen)
        {
            Seen = own.Version;
            ModelState.Remove("version");
        }
    }

    private CandidateAddress Of => new(Address, CandidateNumber);
}

/// <summary>The form of a critique.</summary>
public sealed record CritiqueInput
{
    /// <summary>What works.</summary>
    public string Works { get; init; } = "";

    /// <summary>What is missing.</summary>
    public string Lacks { get; init; } = "";

    /// <summary>Which harm is feared.</summary>
    public string Harms { get; init; } = "";

    /// <summary>Other words, by sentence.</summary>
    public Dictionary<Guid, string?> Proposals { get; init; } = [];

    /// <summary>The form of each sentence that was on screen.</summary>
    public Dictionary<Guid, int> Revisions { get; init; } = [];

    /// <summary>As the domain takes it.</summary>
    public CritiqueWords ToWords() =>
        new(
            Works,
            Lacks,
            Harms,
            Proposals.Select(proposal => new ProposedWording(new SentenceId(proposal.Key), Revisions.GetValueOrDefault(proposal.Key, 1), proposal.Value ?? ""))
        );

    /// <summary>What is kept, to go on with.</summary>
    public static CritiqueInput From(Critique? kept) =>
        kept is null
            ? new CritiqueInput()
            : new CritiqueInput
            {
                Works = kept.Works,
                Lacks = kept.Lacks,
                Harms = kept.Harms,
                Proposals = kept.Proposals.ToDictionary(proposal => proposal.Sentence.Value, proposal => (string?)proposal.Text),
            };
}

/// <summary>The form of an answer.</summary>
public sealed record ReplyInput
{
    /// <summary>Whose critique.</summary>
    public Guid To { get; init; }

    /// <summary>The words.</summary>
    public string Answer { get; init; } = "";
}
