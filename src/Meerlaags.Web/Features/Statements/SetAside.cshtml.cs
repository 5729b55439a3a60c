using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Framing;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Statements;

/// <summary>A statement is set aside with a reason, or joined with another that says the same. It stays to be read.</summary>
public sealed class SetAside(RoundReader rounds, StatementReader statements, ProposeStatement propose) : StatementsPage(rounds, statements)
{
    /// <summary>The statement.</summary>
    [BindProperty(SupportsGet = true, Name = "statement")]
    public Guid StatementId { get; set; }

    /// <summary>Why, and with which other.</summary>
    [BindProperty]
    public AsideInput Input { get; set; } = new();

    /// <summary>The statement.</summary>
    public StatementLine Line { get; private set; } = null!;

    /// <summary>Whether it can be set aside now, or what was typed still has to be shown.</summary>
    public bool IsAsked => (View.Round.IsOpen && Line.Statement.IsStanding) || Input.Reason.Length > 0;

    /// <summary>The statements it can be joined with.</summary>
    public IEnumerable<StatementLine> Others => Statements.Standing.Where(line => line != Line);

    /// <summary>Shows the question.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Sets it aside.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        StatementId? into = Input.Into is { } other ? new StatementId(other) : null;
        var refusal = await propose.SetAsideAsync(
            new StatementAddress(Address, new StatementId(StatementId), Actor),
            new AsideWish(Input.Reason, into),
            Submit,
            Stop
        );
        return await AnswerAsync(refusal, into is null ? "Statements.Aside.Done" : "Statements.Aside.Joined", Link("/stellingen#opzij"));
    }

    /// <inheritdoc/>
    protected override bool IsFound => Line is not null && (View.IsFacilitator || View.Mine.Any(party => party.Id == Line.Statement.Party));

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        await base.LoadMoreAsync();
        Line = Statements.Line(new StatementId(StatementId))!;
    }
}

/// <summary>The form to set a statement aside.</summary>
public sealed record AsideInput
{
    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The statement it is joined with, or nothing.</summary>
    public Guid? Into { get; init; }
}
