using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Meerlaags.Web.Platform.Html;

/// <summary>The quiet mark of a party: a shape per tier and its letters. Decorative; the name stands beside it.</summary>
public static class PartyMark
{
    private static readonly string[] Kinds =
    [
        "gemeente",
        "provincie",
        "waterschap",
        "hoogheemraadschap",
        "ministerie",
        "het",
        "de",
        "van",
        "en",
        "stichting",
        "vereniging",
    ];

    /// <summary>The shape of a tier.</summary>
    public static string Shape(GovernmentTier tier) =>
        tier switch
        {
            GovernmentTier.Central => "rijk",
            GovernmentTier.Province => "provincie",
            GovernmentTier.WaterAuthority => "waterschap",
            GovernmentTier.Municipality => "gemeente",
            GovernmentTier.JointArrangement or GovernmentTier.Umbrella or GovernmentTier.Partner => "partner",
        };

    /// <summary>Two or three letters: the first of each word that sets the name apart.</summary>
    public static string Letters(string name)
    {
        var words = name.Split([' ', '-', ',', '(', ')', '’', '\''], StringSplitOptions.RemoveEmptyEntries);
        var telling = words.Where(word => !Kinds.Contains(word, StringComparer.OrdinalIgnoreCase) && char.IsLetterOrDigit(word[0])).Take(3).ToList();
        var letters = telling.Count switch
        {
            0 => name.Length > 1 ? name[..2] : name,
            1 => telling[0][..Math.Min(2, telling[0].Length)],
            _ => string.Concat(telling.Select(word => word[0])),
        };
        return letters.ToUpperInvariant();
    }

    /// <summary>The mark itself.</summary>
    public static TagBuilder Of(GovernmentTier tier, string name, bool small)
    {
        var mark = new TagBuilder("span")
        {
            Attributes = { ["class"] = $"ml-mark ml-mark--{Shape(tier)}" + (small ? " ml-mark--small" : ""), ["aria-hidden"] = "true" },
        };
        mark.InnerHtml.Append(Letters(name));
        return mark;
    }
}

/// <summary>A party with its mark and name; what stands inside comes below the name.</summary>
[HtmlTargetElement("ml-party")]
public sealed class PartyTagHelper(Texts texts) : TagHelper
{
    /// <summary>The party.</summary>
    public Party Party { get; set; } = null!;

    /// <summary>The element around it: <c>li</c> in a list.</summary>
    public string As { get; set; } = "div";

    /// <summary>Id of the name, for what is labelled by it.</summary>
    public string? NameId { get; set; }

    /// <summary>The element of the name, such as <c>h4</c>.</summary>
    public string NameAs { get; set; } = "span";

    /// <inheritdoc/>
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var below = await output.GetChildContentAsync();
        output.TagName = As;
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ml-party");
        output.Content.AppendHtml(PartyMark.Of(Party.Tier, Party.Name, small: false));
        var name = new TagBuilder(NameAs) { Attributes = { ["class"] = "ml-party__name" } };
        if (NameId is not null)
            name.Attributes["id"] = NameId;
        name.InnerHtml.Append(Party.Name);
        var text = new TagBuilder(NameAs == "span" ? "span" : "div") { Attributes = { ["class"] = "ml-party__text" } };
        text.InnerHtml.AppendHtml(name);
        if (Party.Heir is { } heir)
        {
            var now = new TagBuilder("span") { Attributes = { ["class"] = "ml-meta" } };
            now.InnerHtml.Append(texts["Platform.Party.Now", Words.InSentence(heir.Name)]);
            text.InnerHtml.AppendHtml(now);
        }
        text.InnerHtml.AppendHtml(below);
        output.Content.AppendHtml(text);
    }
}

/// <summary>Parties by name with small marks, in a list: who said it, who recognises itself.</summary>
[HtmlTargetElement("ml-from", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FromTagHelper : TagHelper
{
    /// <summary>The parties.</summary>
    public IEnumerable<Party> Parties { get; set; } = [];

    /// <summary>What the list says, for who cannot see it.</summary>
    public string Label { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "ml-from");
        output.Attributes.SetAttribute("aria-label", Label);
        foreach (var party in Parties)
        {
            var name = new TagBuilder("span");
            name.InnerHtml.Append(party.Name);
            var item = new TagBuilder("li");
            item.InnerHtml.AppendHtml(PartyMark.Of(party.Tier, party.Name, small: true)).AppendHtml(name);
            output.Content.AppendHtml(item);
        }
    }
}
