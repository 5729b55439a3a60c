using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>All candidate texts of a round, and the start of another one.</summary>
[GuestsToo]
public sealed class SeeCandidates(RoundReader rounds, CandidateLines lines, StartCandidate start, Db db) : RoundPage(rounds)
{
    /// <summary>What was filled in.</summary>
    [BindProperty]
    public StartInput Input { get; set; } = new();

    /// <summary>The other name that was filled in.</summary>
    [BindProperty]
    public RenameInput Renamed { get; set; } = new();

    /// <summary>The candidates.</summary>
    public IReadOnlyList<CandidateLine> Candidates { get; private set; } = [];

    /// <summary>The parties with an open text, whose points may begin a candidate.</summary>
    public IReadOnlyList<PartyId> Writers { get; private set; } = [];

    /// <summary>Shows them.</summary>
    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Starts another one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if ((await start.ForAsync(new WriteSentence.Pen(Address, Actor), Input.Plan, Submit, Stop)).Is(out var number, out var refusal))
        {
            Done = T["Candidates.Start.Done"];
            return LocalRedirect(Link(CandidateNames.Address(number)));
        }
        return await LoadAsync() ? Refused(refusal) : NotFound();
    }

    /// <summary>Gives one another name.</summary>
    public async Task<IActionResult> OnPostRenameAsync() =>
        await AnswerAsync(
            await start.RenameAsync(new WriteSentence.Pen(Address, Actor, Renamed.Candidate), Renamed.Name, Submit, Stop),
            "Candidates.Rename.Done",
            Link("/teksten"),
            nameof(Renamed)
        );

    /// <inheritdoc/>
    protected override bool IsThere => View.Round.IsRevealed;

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        var round = View.Round.Id;
        Candidates = await lines.OfAsync(round, Stop);
        var writers = await db
            .Formulations.AsNoTracking()
            .Where(text => text.Round == round && text.RevealedAt != null)
            .Select(text => text.Party)
            .ToListAsync(Stop);
        Writers = [.. View.Table.Parties.InTableOrder().Select(party => party.Id).Where(writers.Contains)];
    }
}

/// <summary>The form that gives a candidate another name.</summary>
public sealed record RenameInput
{
    /// <summary>The number of the candidate.</summary>
    public int Candidate { get; init; }

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";
}

/// <summary>The form that starts a candidate.</summary>
public sealed record StartInput
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it begins with: nothing, the number of a candidate, or the id of a party.</summary>
    public string From { get; init; } = "";

    /// <summary>As the use case takes it; what is neither number nor party begins with nothing that is known.</summary>
    public StartCandidate.Plan Plan =>
        From.Length == 0 ? new StartCandidate.Plan(Name)
        : Guid.TryParse(From, out var party) ? new StartCandidate.Plan(Name, PointsOf: new PartyId(party))
        : new StartCandidate.Plan(Name, int.TryParse(From, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0);
}
