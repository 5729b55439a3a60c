using Meerlaags.Domain.Common;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Framing;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Statements;

/// <summary>One statement at a time: what people of the own party find, its position, then the next one.</summary>
public sealed class Weigh(RoundReader rounds, StatementReader statements, GivePosition give) : StatementsPage(rounds, statements)
{
    /// <summary>The statement.</summary>
    [BindProperty(SupportsGet = true, Name = "statement")]
    public Guid StatementId { get; set; }

    /// <summary>The position as filled in.</summary>
    [BindProperty]
    public PositionInput Input { get; set; } = new();

    /// <summary>The statement with what this viewer may know of it.</summary>
    public StatementLine Line { get; private set; } = null!;

    /// <summary>Its place among the statements that stand, from 1; 0 when it does not stand.</summary>
    public int Place => Statements.Standing.TakeWhile(line => line != Line).Count() is var before && before < Statements.Standing.Count ? before + 1 : 0;

    /// <summary>The one before it, or null.</summary>
    public StatementLine? Before => Place > 1 ? Statements.Standing[Place - 2] : null;

    /// <summary>The one after it, or null.</summary>
    public StatementLine? After => Place > 0 && Place < Statements.Standing.Count ? Statements.Standing[Place] : null;

    /// <summary>Whether positions and votes can be given on it now.</summary>
    public bool IsOpen => Statements.MayWeigh && Line.Statement.IsStanding;

    /// <summary>Whether this viewer may set it aside.</summary>
    public bool MaySetAside =>
        View.Round.IsOpen && Line.Statement.IsStanding && (View.IsFacilitator || View.Mine.Any(party => party.Id == Line.Statement.Party));

    /// <summary>Shows it.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>The party gives its position and goes on to the next one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Actor is not { } party)
            return await LoadAsync() ? Refused(new Refusal("access.party-only")) : NotFound();
        if (Input.Stance is not { } stance)
            return await LoadAsync() ? Refused(new Refusal("position.choose") { Field = nameof(PositionInput.Stance) }) : NotFound();
        return await OnwardsAsync(await give.GiveAsync(At(party), new StandWish(stance, Input.Moves, Input.Show), Submit, Stop));
    }

    /// <summary>The party takes over what most of its people find, and goes on to the next one.</summary>
    public async Task<IActionResult> OnPostAdoptAsync()
    {
        if (Actor is not { } party)
            return await LoadAsync() ? Refused(new Refusal("access.party-only")) : NotFound();
        return await OnwardsAsync(await give.AdoptAsync(At(party), Submit, Stop));
    }

    /// <summary>A person says what they find, within the own party.</summary>
    public async Task<IActionResult> OnPostVoteAsync(Stance? stance)
    {
        if (Actor is not { } party)
            return await LoadAsync() ? Refused(new Refusal("access.party-only")) : NotFound();
        if (stance is not { } found)
            return await LoadAsync() ? Refused(new Refusal("position.choose")) : NotFound();
        return await AnswerAsync(
            await give.VoteAsync(At(party), found, Submit, Stop),
            "Statements.Vote.Given",
            Link($"/stellingen/{StatementId}#binnen-{party.Value:N}")
        );
    }

    /// <inheritdoc/>
    protected override Within Within => new([.. View.Mine.Select(party => party.Id)], new StatementId(StatementId));

    /// <inheritdoc/>
    protected override bool IsFound => Line is not null;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        await base.LoadMoreAsync();
        Line = Statements.Line(new StatementId(StatementId))!;
    }

    private WeighingAddress At(PartyId party) => new(Address, new StatementId(StatementId), party);

    // Vote, next: to the following statement that still waits, or to the list when none does.
    private async Task<IActionResult> OnwardsAsync(Refusal? refusal)
    {
        if (refusal is not null)
            return await AnswerAsync(refusal, "", "");
        if (!await LoadAsync())
            return NotFound();
        Done = T["Statements.Weigh.Given"];
        return LocalRedirect(Statements.NextAfter(Line.Statement.Id) is { } next ? LinkTo(next.Statement) : Link("/stellingen"));
    }
}
