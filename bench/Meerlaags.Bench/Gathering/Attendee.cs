using System.Diagnostics;
using System.Text.RegularExpressions;
using Meerlaags.Bench.Load;

namespace Meerlaags.Bench.Gathering;

/// <summary>
/// Somebody with a browser who behaves as a page of the product does: fetches what the page needs once, listens to its bell, keeps the draft while typing, hands in, and
/// fetches the open parts when the bell says that the texts were revealed, each after the same short wait by chance.
/// </summary>
internal sealed partial class Attendee(Visitor visitor, Seat seat, Experience experience, Random chance) : IDisposable
{
    private const int DraftsEach = 4;
    private const int Answered = 3;

    /// <summary>Longest wait by chance before a part is fetched, in milliseconds, as in bell.js.</summary>
    public const int LongestWaitForPart = 400;
    private const string Revealed = "event: revealed";

    private readonly HashSet<string> fetched = [];
    private CancellationTokenSource listening = new();
    private string page = "";
    private Task heard = Task.CompletedTask;

    /// <summary>The words by which the text of a party is known again.</summary>
    public static string MarkOf(Guid party) => $"zo ziet {party:N} het";

    /// <summary>Opens the round; who writes, writes and hands in before the end of the time given. Ends when this person waits for the others.</summary>
    public async Task TakePartAsync(string round, TimeSpan time)
    {
        await Task.Delay(chance.NextDouble() * time / 8);
        await OpenAsync(round);
        if (!seat.Writes)
            return;
        var sheet = $"{round}/schrijven/{seat.Party}";
        await OpenAsync(sheet);
        var form = Form.With("data-autosave", page);
        var version = form.Hidden.First(field => field.Name == "version").Value;
        var pause = chance.NextDouble() * time * 0.8 / (DraftsEach + 1);
        for (var draft = 1; draft <= DraftsEach; draft++)
        {
            await Task.Delay(pause);
            version = await KeepAsync(form, draft, version);
        }
        await Task.Delay(pause);
        await HandInAsync(form, version);
    }

    /// <summary>Waits until the texts are in the page.</summary>
    public Task RevealedAsync() => heard;

    /// <summary>The texts as this person gets them now.</summary>
    public Task<string> TextsAsync(string round) => visitor.TextAsync(round + "?handler=Texts");

    /// <summary>Opens the page of the reveal.</summary>
    public Task OpenRevealAsync(string round) => OpenAsync(round + "/onthullen");

    /// <summary>Presses the button of the reveal; answers what it took.</summary>
    public async Task<TimeSpan> RevealAsync(string round)
    {
        var form = Form.With("aria-labelledby=\"onthul\"", page);
        var since = Stopwatch.GetTimestamp();
        using var answer = await visitor.PostAsync(round + "/onthullen", [.. form.Hidden, ("Known", "true")]);
        if ((int)answer.StatusCode != 302)
            experience.Faults.Add($"the reveal answered {(int)answer.StatusCode}");
        return Stopwatch.GetElapsedTime(since);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        listening.Cancel();
        listening.Dispose();
        visitor.Dispose();
    }

    private async Task<string> KeepAsync(Form form, int draft, string version)
    {
        var since = Stopwatch.GetTimestamp();
        using var answer = await visitor.PostAsync(form.Address("data-autosave", "handler=Concept"), Filled(form, draft, version));
        experience.Drafts.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        if (!answer.IsSuccessStatusCode)
            experience.Faults.Add($"a draft answered {(int)answer.StatusCode}");
        return answer.Headers.TryGetValues("X-Draft-Version", out var kept) ? kept.First() : version;
    }

    private async Task HandInAsync(Form form, string version)
    {
        var since = Stopwatch.GetTimestamp();
        using var answer = await visitor.PostAsync(form.Address("formaction", "handler=HandIn"), Filled(form, DraftsEach, version));
        if (answer.Headers.Location is not { } next)
        {
            experience.Faults.Add($"handing in answered {(int)answer.StatusCode}");
            return;
        }
        await OpenAsync(next.ToString());
        experience.HandIns.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
    }

    // What was typed so far grows; the points come last. People answer the first question at length, the next two in a sentence, and leave the rest.
    private IEnumerable<(string Name, string Value)> Filled(Form form, int draft, string version)
    {
        foreach (var (name, value) in form.Hidden)
            yield return (name, name == "version" ? version : value);
        foreach (var (place, area) in form.Areas.Index())
            yield return (area, place < Answered ? $"{MarkOf(seat.Party)}, in onze woorden: {Sentence(place == 0 ? 4 * draft : draft)}" : "");
        foreach (var (place, line) in form.Lines.Index())
            yield return (line, draft == DraftsEach ? $"Gedachte {place + 1}: een huis, een bus en een dokter in het dorp" : "");
    }

    private static string Sentence(int times) => string.Join(' ', Enumerable.Repeat("wie hier blijft, wacht te lang op een huis", times));

    // Whoever goes to another page closes the bell of the one before.
    private async Task OpenAsync(string path)
    {
        await listening.CancelAsync();
        listening = new CancellationTokenSource();
        var since = Stopwatch.GetTimestamp();
        page = await visitor.TextAsync(path);
        experience.Pages.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        foreach (var need in Needs().Matches(page).Select(found => found.Groups[1].Value).Where(fetched.Add))
            await visitor.PageAsync(need);
        if (Live().Match(page) is { Success: true } live)
            heard = ListenAsync(live.Groups[1].Value, Parts().Matches(page).ToLookup(found => found.Groups[2].Success, AddressOf));
    }

    // A bell that is closed because another page was opened is no fault.
    private async Task ListenAsync(string bell, ILookup<bool, string> parts)
    {
        var stop = listening.Token;
        var hears = HearsAsync(bell, stop);
        await ((Task)hears).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (hears.IsCompletedSuccessfully && hears.Result)
        {
            await Task.WhenAll(parts[true].Select(FetchAsync));
            await Task.WhenAll(parts[false].Select(FetchAsync));
        }
        else if (!stop.IsCancellationRequested)
            experience.Faults.Add("the bell fell silent");
    }

    private static string AddressOf(Match part) => System.Net.WebUtility.HtmlDecode(part.Groups[1].Value);

    private async Task<bool> HearsAsync(string bell, CancellationToken stop)
    {
        using var lines = new StreamReader(await visitor.StreamAsync(bell, stop));
        while (await lines.ReadLineAsync(stop) is { } line)
        {
            if (line == Revealed)
                return true;
        }
        return false;
    }

    private async Task FetchAsync(string part)
    {
        await Task.Delay(chance.Next(LongestWaitForPart));
        var html = await visitor.TextAsync(part);
        if (!part.EndsWith("handler=Texts", StringComparison.Ordinal))
            return;
        experience.Reveals.Add(Stopwatch.GetElapsedTime(experience.PressedAt).TotalMilliseconds);
        if (!html.Contains(MarkOf(seat.Party), StringComparison.Ordinal))
            experience.Faults.Add("the texts came without one's own");
    }

    [GeneratedRegex("(?:href|src)=\"(/[^\"]*\\.(?:css|js|svg|woff2)(?:\\?[^\"]*)?)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Needs();

    [GeneratedRegex("data-live=\"([^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Live();

    [GeneratedRegex("data-part-url=\"([^\"]*)\"( data-part-first)?", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
