using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>The facilitator opens the next round.</summary>
public sealed class OpenRound(Db db, Acts acts, Viewer viewer, QuestionSets sets)
{
    /// <summary>Opens it with the newest question set, with writing or with talking first; answers its number.</summary>
    public async Task<Decided<int>> ForAsync(CollaborationId collaboration, RoundFormat format, Guid? submit, CancellationToken stop)
    {
        if (!viewer.Collaborations.Contains(collaboration))
            return Refusals.NotThere;
        if (!acts.ForCollaboration(collaboration).Is(out var act, out var refusal))
            return refusal;
        await using var writing = await db.WriteAsync(collaboration.Value, submit, stop);
        var table = await db.Collaborations.SingleAsync(table => table.Id == collaboration, stop);
        var rounds = await db.Rounds.Where(round => round.Collaboration == collaboration).ToListAsync(stop);
        if (writing.IsRepeated)
            return rounds.Count;
        if (writing.Closed is { } closed)
            return closed;
        var questions = sets.Newest(QuestionSets.IssueAccordingToUs).Reference;
        if (!FramingRound.Open(new RoundId(Guid.CreateVersion7()), table, rounds, questions, act).Is(out var opened, out refusal))
            return refusal;
        if (opened.ChooseFormat(format, act) is { } refused)
            return refused;
        db.Add(opened);
        await writing.CommitAsync(stop);
        return opened.Number;
    }
}
