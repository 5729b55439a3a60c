using Meerlaags.Domain.Common;

namespace Meerlaags.Web.Features.Administration;

/// <summary>How a verification of the journal ended, or that it runs.</summary>
public enum CheckState
{
    /// <summary>It runs.</summary>
    Running,

    /// <summary>Every chain holds.</summary>
    Whole,

    /// <summary>At least one chain does not hold.</summary>
    Broken,

    /// <summary>Somebody stopped it.</summary>
    Stopped,

    /// <summary>The installation stopped while it ran.</summary>
    Interrupted,

    /// <summary>It could not be finished.</summary>
    Failed,
}

/// <summary>A chain that does not hold: which, at which line, and what is wrong there.</summary>
public sealed record BrokenChain(Guid Chain, long Line, string Kind);

/// <summary>One verification of the journal: who had it done, how far it is, what was found. Counts chains, not lines: every line more would tell that somebody handed a text in unseen.</summary>
public sealed class JournalCheck
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Who asked for it; null for the command on the machine itself.</summary>
    public PersonId? StartedBy { get; init; }

    /// <summary>Chains when it began.</summary>
    public int Total { get; init; }

    /// <summary>Chains verified so far.</summary>
    public int Done { get; set; }

    /// <summary>When it last told how far it was.</summary>
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>How it stands.</summary>
    public CheckState State { get; set; }

    /// <summary>Chains that do not hold.</summary>
    public IReadOnlyList<BrokenChain> Broken { get; set; } = [];

    /// <summary>How far it is, in whole per cents; only a finished one is at 100.</summary>
    public int Percent =>
        Total == 0 ? 0
        : Done >= Total && State == CheckState.Running ? 99
        : Math.Min(100, Done * 100 / Total);
}
