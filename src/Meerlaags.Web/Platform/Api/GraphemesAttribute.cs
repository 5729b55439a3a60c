using System.ComponentModel.DataAnnotations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Platform.Api;

/// <summary>At most so many characters as people count them, after the text is tidied as the domain does.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class GraphemesAttribute : StringLengthAttribute
{
    /// <summary>Allows this many.</summary>
    public GraphemesAttribute(int limit)
        : base(limit) => ErrorMessage = FormTexts.TooLong;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is not string text || !PlainText.Exceeds(PlainText.Lines(text), MaximumLength);
}
