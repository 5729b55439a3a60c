using System.Globalization;
using System.Text.RegularExpressions;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>What one outsider got for one question, without what is random in every answer of any product.</summary>
/// <param name="Question">Who asked what.</param>
/// <param name="Status">The status.</param>
/// <param name="Head">All headers, by name.</param>
/// <param name="Body">The body, its length first.</param>
/// <param name="Statements">How many statements it took.</param>
internal sealed partial record Answer(string Question, int Status, string Head, string Body, long Statements)
{
    /// <summary>Reads an answer; of an event stream the first event only, for it never ends.</summary>
    public static async Task<Answer> ReadAsync(string question, HttpResponseMessage answer, Func<long> statements)
    {
        var body =
            answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? await FirstEventAsync(answer) : await answer.Content.ReadAsStringAsync();
        var head = answer
            .Headers.Concat(answer.Content.Headers)
            .Where(header => header.Key != "Date")
            .SelectMany(header => header.Value.Select(value => $"{header.Key}: {value}"))
            .Order(StringComparer.Ordinal);
        var length = body.Length.ToString(CultureInfo.InvariantCulture);
        return new Answer(question, (int)answer.StatusCode, Steady(string.Join('\n', head)), $"{length}\n{Steady(body)}", statements());
    }

    /// <summary>What differs between this answer and the other, or nothing.</summary>
    public IEnumerable<string> Against(Answer other)
    {
        if (Status != other.Status)
            yield return $"{Question}: answers {Status} and {other.Status}";
        if (Statements != other.Statements)
            yield return $"{Question}: takes {Statements} and {other.Statements} statements";
        if (Head != other.Head)
            yield return $"{Question}: headers {Differing(Head, other.Head)}";
        if (Body != other.Body)
            yield return $"{Question}: body {Differing(Body, other.Body)}";
    }

    /// <summary>The marker in this answer, or nothing.</summary>
    public IEnumerable<string> Marked() =>
        Head.Contains(Pen.Marker, StringComparison.OrdinalIgnoreCase) || Body.Contains(Pen.Marker, StringComparison.OrdinalIgnoreCase)
            ? [$"{Question}: shows the hidden text"]
            : [];

    // Ids by order of appearance: an id more or less still shows. Protected values keep their length.
    private static string Steady(string text)
    {
        var ids = new Dictionary<string, int>();
        var steady = Protected().Replace(text, found => $"(protected, {found.Length})");
        steady = Trace().Replace(steady, "(trace)");
        return Id().Replace(steady, found => $"(id {(ids.TryGetValue(found.Value, out var known) ? known : ids[found.Value] = ids.Count + 1)})");
    }

    private static string Differing(string one, string other)
    {
        var at = one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"'{Around(one, at)}' and '{Around(other, at)}'";
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 40)..Math.Min(text.Length, at + 60)].ReplaceLineEndings(" ");

    private static async Task<string> FirstEventAsync(HttpResponseMessage answer)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token));
        var lines = new List<string>();
        while (await reader.ReadLineAsync(limit.Token) is { Length: > 0 } line)
            lines.Add(line);
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"CfDJ8[\w-]+")]
    private static partial Regex Protected();

    [GeneratedRegex(@"(?<![0-9a-f])(00-)?[0-9a-f]{32}(-[0-9a-f]{16}-\d\d)?(?![0-9a-f])")]
    private static partial Regex Trace();

    [GeneratedRegex(@"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Id();
}
