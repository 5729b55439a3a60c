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

    /// <summary>Shows which candidate text the parties together put first.</summary>
    Ranking,

    /// <summary>Points at numbers and words in a text that a question of precision is about.</summary>
    Precision,

    /// <summary>Shows which statements bind and which divide, across tiers.</summary>
    Bridges,

    /// <summary>Shows groups of parties that answer alike, where there are enough of them.</summary>
    OpinionGroups,
}
