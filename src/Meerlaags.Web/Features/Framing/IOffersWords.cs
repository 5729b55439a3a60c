using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Words that somebody offers to a party for its text. Its people take them over or leave them; nothing is added by itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="From">Whose words these are.</param>
/// <param name="Text">What the issue is, or empty.</param>
/// <param name="Points">Thoughts, one each.</param>
public sealed record OfferedWords(Guid Id, string From, string Text, IReadOnlyList<string> Points);

/// <summary>A capability that offers words to a party while it writes.</summary>
public interface IOffersWords
{
    /// <summary>What is offered; nothing to who does not write for the party.</summary>
    Task<IReadOnlyList<OfferedWords>> ToAsync(RoundId round, PartyId party, CancellationToken stop);
}
