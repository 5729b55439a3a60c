namespace Meerlaags.Web.Platform.Jobs;

/// <summary>Work that the installation does by itself, every hour. Done twice, or by two processes at once, it does no more than done once.</summary>
public interface IChore
{
    /// <summary>Does what is due; answers how many things were done.</summary>
    Task<int> RunAsync(CancellationToken stop);
}
