using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>How fully a party is at the table and whether its answer decides, in words beside a small sign.</summary>
[HtmlTargetElement("ml-seat", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SeatTagHelper(Texts texts) : TagHelper
{
    /// <summary>The party.</summary>
    public Party Party { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        var shape = Party.Seat switch
        {
            SeatDegree.Whole => "whole",
            SeatDegree.Partial => "partial",
            SeatDegree.MovingAlong => "along",
            SeatDegree.Resting => "resting",
        };
        output.Attributes.SetAttribute("class", "ml-seat ml-seat--" + shape);
        output.Content.SetContent(Words(texts, Party));
    }

    /// <summary>The seat in words.</summary>
    public static string Words(Texts texts, Party party)
    {
        var degree = texts[$"Collaborations.Seat.{party.Seat}"];
        var mayDecide = party.Seat is SeatDegree.Whole or SeatDegree.Partial;
        return mayDecide ? texts[party.Bound ? "Collaborations.Seat.Deciding" : "Collaborations.Seat.NotDeciding", degree] : degree;
    }
}
