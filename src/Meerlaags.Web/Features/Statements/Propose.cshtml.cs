using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Statements;

/// <summary>A party brings a statement in, from a point or from a talk.</summary>
public sealed class Propose(RoundReader rounds, ProposeStatement propose) : RoundPage(rounds)
{
    /// <summary>The statement as typed.</summary>
    [BindProperty]
    public StatementInput Input { get; set; } = new();

    /// <summary>The open texts.</summary>
    public OpenTexts Open { get; private set; } = null!;

    /// <summary>The form, filled with a point where one was chosen.</summary>
    public async Task<IActionResult> OnGetAsync(Guid? punt)
    {
        if (!await LoadAsync())
            return NotFound();
        if (Open.Texts.SelectMany(text => text.Points).FirstOrDefault(point => point.Id.Value == punt) is { } source)
            Input = new StatementInput { Text = source.Text, Points = [source.Id.Value] };
        return Page();
    }

    /// <summary>Brings it in.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Actor is not { } party)
            return await LoadAsync() ? Refused(new Refusal("access.party-only")) : NotFound();
        var wording = new Phrasing(Input.Text, Input.Points.Select(point => new PointId(point)));
        var made = await propose.ForAsync(new TextAddress(Address, party), wording, Submit, Stop);
        return made.Is(out var id, out var refusal)
            ? await AnswerAsync(null, "Statements.Propose.Done", Link($"/stellingen#stelling-{id.Value:N}"))
            : await AnswerAsync(refusal, "", "");
    }

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed && View.Mine.Count > 0;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync() => Open = await Rounds.OpenTextsAsync(View, Stop);
}

/// <summary>A statement form.</summary>
public sealed record StatementInput
{
    /// <summary>The thought.</summary>
    public string Text { get; init; } = "";

    /// <summary>The points it comes from.</summary>
    public List<Guid> Points { get; init; } = [];
}
