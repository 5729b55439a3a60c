using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Domain.Framing;

/// <summary>A shared issue.</summary>
public readonly record struct SharedIssueId(Guid Value) : IId<SharedIssueId>
{
    /// <inheritdoc/>
    public static SharedIssueId From(Guid value) => new(value);
}

/// <summary>The text that all who decide agreed to, with the day on which it is looked at again. A next round may follow it; it never disappears.</summary>
public sealed class SharedIssue : Aggregate<SharedIssueId>
{
    private SharedIssue() { }

    /// <inheritdoc/>
    public override Guid? Chain => Collaboration.Value;

    /// <summary>The collaboration.</summary>
    public CollaborationId Collaboration { get; private init; }

    /// <summary>The version that was agreed to.</summary>
    public TextVersionId Text { get; private init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset EstablishedAt { get; private init; }

    /// <summary>When to look again.</summary>
    public DateOnly RecheckOn { get; private init; }

    internal static SharedIssue From(SharedIssueId id, TextVersion text, Act act)
    {
        var issue = new SharedIssue
        {
            Id = id,
            Collaboration = text.Collaboration,
            Text = text.Id,
            EstablishedAt = act.At,
            RecheckOn = text.RecheckOn,
        };
        issue.Record(new SharedIssueEstablished(issue.Id, text.Id, text.Hash, text.RecheckOn), act);
        return issue;
    }
}
