using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>How fully a party is at the table and whether its answer decides, in words beside a small sign.</summary>
[HtmlTargetElement("ml-seat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SeatTagHelper(Texts texts, Acts acts) : TagHelper
{
    /// <summary>The party.</summary>
    public Party Party { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var seat = Party.SeatOn(acts.Today);
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ml-seat ml-seat--" + ShapeOf(seat.Degree));
        output.Content.SetContent(Words(texts, seat));
    }

    /// <summary>The sign of a degree.</summary>
    public static string ShapeOf(SeatDegree degree) =>
        degree switch
        {
            SeatDegree.Whole => "whole",
            SeatDegree.Partial => "partial",
            SeatDegree.MovingAlong => "along",
            SeatDegree.Resting => "resting",
        };

    /// <summary>The seat in words.</summary>
    public static string Words(Texts texts, SeatTerm seat)
    {
        var degree = texts[$"Collaborations.Seat.{seat.Degree}"];
        var mayDecide = seat.Degree is SeatDegree.Whole or SeatDegree.Partial;
        return mayDecide ? texts[seat.Bound ? "Collaborations.Seat.Deciding" : "Collaborations.Seat.NotDeciding", degree] : degree;
    }
}
