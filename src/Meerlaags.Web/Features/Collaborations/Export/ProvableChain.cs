using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Journal;

namespace Meerlaags.Web.Features.Collaborations.Export;

/// <summary>
/// The part of a journal of which an outsider can recompute every hash: from the first line on, without a gap. Line numbers and hashes would tell how often a party handed in unseen, so the part ends
/// where something begins of which lines may be sealed to somebody, whether or not there are any. That follows from open lines alone: a seal is over once it was opened for all who sat at the table.
/// </summary>
public static class ProvableChain
{
    /// <summary>The provable lines among those the viewer may see, which come in order of their numbers.</summary>
    public static IReadOnlyList<JournalLine> Of(Collaboration table, IReadOnlyList<JournalLine> lines)
    {
        var sealing = new Dictionary<Guid, JournalLine>();
        foreach (var line in lines)
            switch (line.AboutSeal())
            {
                case IBeginsSeal begins:
                    sealing[begins.Seal] = line;
                    break;
                case IOpensSeal opens when sealing.TryGetValue(opens.Seal, out var begun) && IsOpenForAll(table, opens, (begun.At, line.At)):
                    sealing.Remove(opens.Seal);
                    break;
                default:
                    break;
            }
        var end = sealing.Values.Select(line => line.Number).DefaultIfEmpty(long.MaxValue).Min();
        return [.. lines.TakeWhile((line, place) => line.Number == place + 1 && line.Number < end)];
    }

    private static bool IsOpenForAll(Collaboration table, IOpensSeal opens, (DateTimeOffset Begun, DateTimeOffset Opened) time) =>
        table.Parties.Where(party => party.SeatedAt <= time.Opened && !(party.LeftAt < time.Begun)).All(party => opens.Opened.Contains(party.Id));
}
