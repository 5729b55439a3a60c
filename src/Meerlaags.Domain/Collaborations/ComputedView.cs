namespace Meerlaags.Domain.Collaborations;

/// <summary>What the product computes from what people wrote. It comes after people spoke, shows words before figures, and can be switched off.</summary>
public enum ComputedView
{
    /// <summary>Proposes points that may say the same.</summary>
    SamePoints,

    /// <summary>Shows in words on which sub-questions texts differ.</summary>
    Differences,

    /// <summary>Shows which parties use words alike.</summary>
    Likeness,
}
