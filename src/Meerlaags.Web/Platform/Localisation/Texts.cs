using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;

namespace Meerlaags.Web.Platform.Localisation;

/// <summary>All texts of the product, by key, in the language of the request. A missing key is a bug, not a text.</summary>
public sealed class Texts
{
    private readonly Dictionary<string, ResourceManager> sources;
    private readonly ConcurrentDictionary<CultureInfo, FrozenDictionary<string, string>> everywhere = [];

    /// <summary>Reads the resources of the platform and of each feature.</summary>
    public Texts(IEnumerable<Feature> features)
    {
        sources = features.ToDictionary(feature => feature.Name, feature => new ResourceManager(feature.Texts));
        sources.Add("Platform", new ResourceManager(typeof(PlatformTexts)));
    }

    /// <summary>The text, with its arguments filled in as the reader's language writes them.</summary>
    public string this[string key, params object[] arguments]
    {
        get
        {
            var dot = key.IndexOf('.', StringComparison.Ordinal);
            var text = dot > 0 && sources.TryGetValue(key[..dot], out var source) ? source.GetString(key[(dot + 1)..], CultureInfo.CurrentUICulture) : null;
            return text is null ? throw new MissingTextException(key) : Fill(text, arguments);
        }
    }

    /// <summary>What a refusal says to people.</summary>
    public string For(Refusal refusal) =>
        Find("Refusal." + refusal.Code) is { } text ? Fill(text, refusal.Arguments) : throw new MissingTextException(refusal.Code);

    /// <summary>A text of whichever feature has it, by its key without the name of the feature; null when none has.</summary>
    public string? Find(string key) => everywhere.GetOrAdd(CultureInfo.CurrentUICulture, AllIn).GetValueOrDefault(key);

    /// <summary>A text of the method in the reader's language.</summary>
    public static string Of(Wording wording) => wording.In(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    /// <summary>A day written out: donderdag 3 december 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>A moment written out, in Dutch time: 3 december 2026 om 14.05 uur.</summary>
    public string MomentOf(DateTimeOffset at) => this["Platform.Moment", DutchTime.Of(at)];

    // The first feature that has a key speaks; every key stands in the neutral language.
    private FrozenDictionary<string, string> AllIn(CultureInfo culture) =>
        sources
            .Values.SelectMany(
                source => source.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!.Cast<DictionaryEntry>(),
                (source, entry) => (Key: (string)entry.Key, Text: source.GetString((string)entry.Key, culture)!)
            )
            .DistinctBy(text => text.Key)
            .ToFrozenDictionary(text => text.Key, text => text.Text);

    private static string Fill(string text, object[] arguments) => arguments.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, arguments);
}

/// <summary>A key without a text.</summary>
public sealed class MissingTextException(string key) : Exception($"No text for '{key}'.");

/// <summary>The texts of the platform stand beside this class.</summary>
public sealed class PlatformTexts;
