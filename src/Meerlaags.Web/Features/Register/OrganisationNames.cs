using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Features.Register;

/// <summary>A typed name that several organisations go by, or that only comes near a name.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Candidates">Who may be meant; empty when no name comes near.</param>
/// <param name="Chosen">Code of the one that is meant, or null as long as nobody said so.</param>
public sealed record AskedName(string Typed, IReadOnlyList<Organisation> Candidates, string? Chosen);

/// <summary>What stands in a field for organisations.</summary>
/// <param name="Codes">Codes of those that are clear, each once.</param>
/// <param name="Asked">Names of which one has to say, or said, who is meant.</param>
public sealed record ReadNames(IReadOnlyList<string> Codes, IReadOnlyList<AskedName> Asked)
{
    /// <summary>An empty field.</summary>
    public static ReadNames None { get; } = new([], []);

    /// <summary>Why the field cannot be taken as it is; null when everybody in it is clear.</summary>
    public Refusal? NotClear(string field)
    {
        var open = Asked.Where(name => name.Chosen is null).ToList();
        return open.Find(name => name.Candidates.Count == 0) is { } unknown ? new Refusal("succession.unknown-code", unknown.Typed) { Field = field }
            : open.Count > 0 ? new Refusal("register.name-not-clear", string.Join(", ", open.Select(name => $"‘{name.Typed}’"))) { Field = field }
            : null;
    }
}

/// <summary>Reads organisations as people type them: names or codes, with commas, semicolons or lines between. It takes nobody for somebody else: what is not clear is asked.</summary>
public sealed class OrganisationNames(KnownRegister register, RegisterSearch search)
{
    private const int MostCandidates = 5;
    private const int MostAsked = 10;
    private const int MostPieces = 8;

    private static readonly char[] Lines = ['\n', '\r', '\t'];
    private static readonly char[] Between = [',', ';'];

    private sealed record Known(string Code, bool Exists);

    /// <summary>Reads a field.</summary>
    /// <param name="typed">What stands in it.</param>
    /// <param name="meant">What was chosen of names that were not clear: each a code, a space and the name.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<ReadNames> ReadAsync(string? typed, IEnumerable<string?> meant, CancellationToken stop)
    {
        var picture = await register.NowAsync(stop);
        var known = KeysOf(picture, search.Today);
        var chosen = meant.OfType<string>().Select(choice => choice.Split(' ', 2)).Where(choice => choice.Length == 2).ToList();
        var codes = new List<string>();
        var asked = new List<AskedName>();
        foreach (var name in NamesIn(typed ?? "", known).DistinctBy(SearchKey.Fold))
        {
            var fitting = Fitting(known[SearchKey.Fold(name)]);
            if (fitting is [var one])
            {
                codes.Add(one);
                continue;
            }
            var candidates =
                fitting.Count > 0 ? [.. fitting.Select(namesake => picture.ByCode[namesake]).OrderBy(namesake => namesake.Tier)] : await NearAsync(name, stop);
            var code = chosen.Find(choice => choice[1] == name && candidates.Any(candidate => candidate.Code == choice[0]))?[0];
            asked.Add(new AskedName(name, candidates, code));
            if (code is not null)
                codes.Add(code);
            if (asked.Count(other => other.Chosen is null) == MostAsked)
                break;
        }
        return new ReadNames([.. codes.Distinct()], asked);
    }

    private static ILookup<string, Known> KeysOf(RegisterPicture picture, DateOnly today) =>
        picture
            .Organisations.SelectMany(known => known.SearchKey.Split('|', StringSplitOptions.RemoveEmptyEntries), (known, key) => (known, key))
            .ToLookup(pair => pair.key, pair => new Known(pair.known.Code, !pair.known.HasEndedBy(today)));

    // Of several with one name, those that are there today.
    private static IReadOnlyList<string> Fitting(IEnumerable<Known> named)
    {
        var all = named.ToList();
        return [.. (all.Exists(known => known.Exists) ? all.Where(known => known.Exists) : all).Select(known => known.Code)];
    }

    private async Task<IReadOnlyList<Organisation>> NearAsync(string name, CancellationToken stop)
    {
        if (SearchKey.Fold(name).Length == 0)
            return [];
        var near = (await search.FindAsync(new RegisterQuestion(name), stop)).Organisations;
        if (near.Count == 0)
            near = (await search.FindAsync(new RegisterQuestion(name, Ended: true), stop)).Organisations;
        return [.. near.Take(MostCandidates)];
    }

    // Names may hold commas themselves, such as those of ministries: the longest stretch that is a name counts.
    private static IEnumerable<string> NamesIn(string typed, ILookup<string, Known> known)
    {
        foreach (var line in typed.Split(Lines, StringSplitOptions.RemoveEmptyEntries))
        {
            var pieces = line.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            for (var at = 0; at < pieces.Length; )
            {
                var most = Math.Min(MostPieces, pieces.Length - at);
                var length = Enumerable.Range(1, most).LastOrDefault(count => known.Contains(SearchKey.Fold(string.Join(", ", pieces[at..(at + count)]))), 1);
                var name = string.Join(", ", pieces[at..(at + length)]);
                foreach (var part in AreCodes(name) ? name.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [name])
                    yield return part;
                at += length;
            }
        }
    }

    private static bool AreCodes(string name) =>
        name.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(part => part.All(char.IsAsciiLetterOrDigit) && part.Any(char.IsAsciiDigit));
}
