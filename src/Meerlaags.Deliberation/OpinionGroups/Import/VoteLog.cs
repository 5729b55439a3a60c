using System.Globalization;

namespace Meerlaags.Deliberation.OpinionGroups.Import;

/// <summary>
/// Votes as they come, one by one, with or without a time. Of several votes of one participant on one statement the last by time counts, of
/// the same time (or without times) the last in the file. Statements keep the order of their first vote.
/// </summary>
internal sealed class VoteLog
{
    private readonly Dictionary<(int Participant, int Statement), (long Time, int Value)> last = [];
    private readonly List<(int Participant, int Statement)> order = [];

    public void Add(Vote vote, long time)
    {
        var pair = (vote.Participant, vote.Statement);
        if (!last.TryGetValue(pair, out var known))
            order.Add(pair);
        else if (time < known.Time)
            return;
        last[pair] = (time, vote.Value);
    }

    public VoteMatrix ToMatrix() => new(order.ConvertAll(pair => new Vote(pair.Participant, pair.Statement, last[pair].Value)));

    /// <summary>A time: whole number (of seconds or milliseconds, alike through a file) or a date as ISO 8601 writes it.</summary>
    public static long? Time(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date.UtcTicks
        : null;

    public static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
