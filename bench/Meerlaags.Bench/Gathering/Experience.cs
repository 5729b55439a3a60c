using System.Collections.Concurrent;

namespace Meerlaags.Bench.Gathering;

/// <summary>What the people of a gathering lived through, in milliseconds.</summary>
internal sealed class Experience
{
    /// <summary>When the reveal was pressed; set before the bell can ring.</summary>
    public long PressedAt { get; set; }

    /// <summary>Opening a page, until its last byte.</summary>
    public ConcurrentBag<double> Pages { get; } = [];

    /// <summary>Keeping a draft while typing.</summary>
    public ConcurrentBag<double> Drafts { get; } = [];

    /// <summary>Handing a text in, until the page says so.</summary>
    public ConcurrentBag<double> HandIns { get; } = [];

    /// <summary>From the moment the reveal was pressed until the texts were in the open page.</summary>
    public ConcurrentBag<double> Reveals { get; } = [];

    /// <summary>Answers that should not have been.</summary>
    public ConcurrentBag<string> Faults { get; } = [];
}
