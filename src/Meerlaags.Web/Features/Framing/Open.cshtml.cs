using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The facilitator opens the next round.</summary>
public sealed class Open(Db db, Viewer viewer, OpenRound open, QuestionSets sets) : FeaturePage
{
    /// <summary>The collaboration.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Whether people first write or first talk.</summary>
    [BindProperty]
    public RoundFormat Format { get; set; }

    /// <summary>The table.</summary>
    public Collaboration Table { get; private set; } = null!;

    /// <summary>The questions that will be asked.</summary>
    public QuestionSet Questions => sets.Newest(QuestionSets.IssueAccordingToUs);

    /// <summary>Shows the questions.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAsync() ? Page() : NotFound();

    /// <summary>Opens the round.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if ((await open.ForAsync(new CollaborationId(Id), Format, Submit, Stop)).Is(out var number, out var refusal))
        {
            Done = T[Format == RoundFormat.MeetingFirst ? "Candidates.Meet.Opened" : "Framing.Open.Done"];
            return LocalRedirect($"/samenwerkingen/{Id}/rondes/{number}");
        }
        return await LoadAsync() ? Refused(refusal) : NotFound();
    }

    private async Task<bool> LoadAsync()
    {
        var id = new CollaborationId(Id);
        if (!viewer.Facilitates(id) || await db.Collaborations.AsNoTracking().SingleOrDefaultAsync(table => table.Id == id, Stop) is not { } table)
            return false;
        Table = table;
        return true;
    }
}
