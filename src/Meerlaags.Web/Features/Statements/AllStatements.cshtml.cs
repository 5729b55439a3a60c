using Meerlaags.Domain.Common;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Framing;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Statements;

/// <summary>All statements of a round in one list, each with the position of the own party.</summary>
public sealed class AllStatements(RoundReader rounds, StatementReader statements, GivePosition give) : StatementsPage(rounds, statements)
{
    /// <summary>The position that was given in the list.</summary>
    [BindProperty]
    public PositionInput Input { get; set; } = new();

    /// <summary>Statements whose positions the facilitator can open now.</summary>
    public IReadOnlyList<StatementLine> Ready => [.. Statements.Standing.Where(line => line.Statement.CanOpen(View.Table))];

    /// <summary>Shows the list.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>A party gives its position from the list; whether the statement moves it stays as it was.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Actor is not { } party)
            return await LoadAsync() ? Refused(new Refusal("access.party-only")) : NotFound();
        if (Input.Stance is not { } stance)
            return await LoadAsync() ? Refused(new Refusal("position.choose")) : NotFound();
        var at = new WeighingAddress(Address, new StatementId(Input.Statement), party);
        return await AnswerAsync(
            await give.GiveAsync(at, new StandWish(stance, null, false), Submit, Stop),
            "Statements.Weigh.Given",
            Link($"/stellingen#stelling-{Input.Statement:N}")
        );
    }

    /// <summary>The facilitator opens the positions.</summary>
    public async Task<IActionResult> OnPostOpenAsync() =>
        await AnswerAsync(await give.OpenAsync(Address, Submit, Stop), "Statements.Open.Done", Link("/stellingen/uitkomst"), "");
}
