namespace Meerlaags.Web.Platform;

/// <summary>One thing that asks an administrator to do something.</summary>
/// <param name="What">What is the matter, in one sentence.</param>
/// <param name="Note">What one should know besides.</param>
/// <param name="Href">Where something can be done about it.</param>
/// <param name="Button">The words on that link.</param>
public sealed record Attention(string What, string Note, string Href, string Button)
{
    /// <summary>Whether it comes before the rest.</summary>
    public bool IsUrgent { get; init; }
}

/// <summary>A capability that tells administrators what waits for them: only what can be acted on, counted cheaply, without anything of what people wrote.</summary>
public interface IAttention
{
    /// <summary>What waits now; nothing when all is well.</summary>
    Task<IReadOnlyList<Attention>> LookAsync(CancellationToken stop);
}
