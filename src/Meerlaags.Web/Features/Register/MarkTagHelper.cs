using Meerlaags.Domain.Register;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Meerlaags.Web.Features.Register;

/// <summary>The sign of an organisation: a shape per tier with two to four letters. The name always stands beside it in words.</summary>
[HtmlTargetElement("ml-mark", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MarkTagHelper : TagHelper
{
    private const int MostLetters = 4;

    private static readonly string[] KindWords =
    [
        "gemeente",
        "provincie",
        "waterschap",
        "ministerie",
        "hoogheemraadschap",
        "openbaar",
        "lichaam",
        "het",
        "van",
        "de",
    ];

    /// <summary>The name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The tier; without one the round sign of who is of no party.</summary>
    public GovernmentTier? Tier { get; set; }

    /// <summary>Smaller, for within a line.</summary>
    public bool Small { get; set; }

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"ml-mark ml-mark--{Shape(Tier)}" + (Small ? " ml-mark--small" : ""));
        output.Attributes.SetAttribute("aria-hidden", "true");
        output.Content.SetContent(Letters(Name));
    }

    /// <summary>Initials of the words that say most: BZK, NF, DA.</summary>
    public static string Letters(string name)
    {
        var words = SearchKey.Fold(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var telling = words.SkipWhile(KindWords.Contains).Where(word => word is not ("en" or "van" or "de" or "het" or "der" or "voor" or "in")).ToList();
        var letters = telling.Count switch
        {
            0 => words.Length == 0 ? "?" : words[0][..1],
            1 => new string([.. telling[0].Take(2)]),
            _ => string.Concat(telling.Take(MostLetters).Select(word => word[..1])),
        };
        return letters.ToUpperInvariant();
    }

    private static string Shape(GovernmentTier? tier) => tier is { } known ? Shape(known) : "waarnemer";

    private static string Shape(GovernmentTier tier) =>
        tier switch
        {
            GovernmentTier.Central => "rijk",
            GovernmentTier.Province => "provincie",
            GovernmentTier.WaterAuthority => "waterschap",
            GovernmentTier.Municipality => "gemeente",
            GovernmentTier.JointArrangement or GovernmentTier.Umbrella or GovernmentTier.Partner => "partner",
        };
}
