using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Do these points say the same? The product proposes, people decide; what they said no to is not proposed again.</summary>
[GuestsToo]
public sealed class DecideSame(RoundReader rounds, DifferenceReader differences, ShowComputed show, MarkSamePoints mark) : ComputedPage(rounds, show)
{
    /// <summary>The open texts.</summary>
    public OpenTexts Open { get; private set; } = null!;

    /// <summary>What is still to decide; null before people spoke, or when the collaboration does not want to see it.</summary>
    public AlikePairs? Found { get; private set; }

    /// <summary>Pairs that somebody found different and that do not stand together since.</summary>
    public IEnumerable<SamePoint> Apart =>
        Open
            .Findings.Where(finding => finding is { Finding: PointFinding.Different, UndoneAt: null })
            .Where(finding => Open.Groups.Of(finding.First) is { } group && group != Open.Groups.Of(finding.Second))
            .OrderBy(finding => finding.At);

    /// <inheritdoc/>
    public override ComputedView Kind => ComputedView.SamePoints;

    /// <inheritdoc/>
    public override string Here => "/zelfde-punt";

    /// <summary>A point with the party that raised it.</summary>
    public RaisedPoint Raised(PointId point) => Open.Groups.Of(point)!.Points.First(raised => raised.Point.Id == point);

    /// <summary>They say the same.</summary>
    public async Task<IActionResult> OnPostYesAsync(List<Guid> points) =>
        await AnswerAsync(
            await mark.ForAsync(Address, Actor, [.. points.Select(point => new PointId(point))], Submit, Stop),
            "Framing.Same.Done",
            Link(Here),
            ""
        );

    /// <summary>They do not.</summary>
    public async Task<IActionResult> OnPostNoAsync(List<Guid> points) =>
        await AnswerAsync(
            await mark.TellApartAsync(new WriteSentence.Pen(Address, Actor), [.. points.Select(point => new PointId(point))], Submit, Stop),
            "Framing.Decide.No.Done",
            Link(Here),
            ""
        );

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        Open = await Rounds.OpenTextsAsync(View, Stop);
        Found = await differences.ProposedAsync(View, Open);
    }
}
