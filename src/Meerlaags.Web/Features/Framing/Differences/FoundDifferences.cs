using System.Security.Cryptography;
using System.Text;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>The open text of one party, as it is read for differences.</summary>
/// <param name="Party">The party.</param>
/// <param name="Passages">Its answers and points.</param>
public sealed record PartyText(PartyId Party, IReadOnlyList<string> Passages);

/// <summary>What a party said of one thing, in its own words.</summary>
/// <param name="Party">The party.</param>
/// <param name="Words">The words as they stand in its text, each once.</param>
public sealed record SaidBy(PartyId Party, IReadOnlyList<string> Words);

/// <summary>One thing that texts speak of, with who does and in which words.</summary>
/// <param name="Key">Stable: the concept, the place, the year or the amount.</param>
/// <param name="Name">What it is called.</param>
/// <param name="By">Who speaks of it, in the order of the table.</param>
public sealed record Named(string Key, Wording Name, IReadOnlyList<SaidBy> By);

/// <summary>A sub-question on which the texts differ: the parties that say something about it do not say the same.</summary>
/// <param name="Aspect">The sub-question.</param>
/// <param name="Things">What is named; what fewest parties name first.</param>
/// <param name="Silent">Parties whose text says nothing about it.</param>
public sealed record AspectDifference(Aspect Aspect, IReadOnlyList<Named> Things, IReadOnlyList<PartyId> Silent)
{
    /// <summary>The key under which people speak of one thing of it.</summary>
    public string KeyOf(Named thing) => $"{Aspect.Key}/{thing.Key}";
}

/// <summary>A sentence of a party.</summary>
/// <param name="Party">The party.</param>
/// <param name="Sentence">The sentence as it stands.</param>
public sealed record Quote(PartyId Party, string Sentence);

/// <summary>Two parties say the opposite about the same thing. That is no likeness, however many words they share.</summary>
/// <param name="One">What one says.</param>
/// <param name="Other">What the other says.</param>
/// <param name="Because">The words that turn one against the other.</param>
public sealed record Opposite(Quote One, Quote Other, IReadOnlyList<string> Because)
{
    /// <summary>The sub-question under which people speak of opposites.</summary>
    public const string Aspect = "opposed";

    /// <summary>Its key: the same two sentences have the same one.</summary>
    public string Key =>
        $"{Aspect}/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{One.Party.Value} {One.Sentence}\n{Other.Party.Value} {Other.Sentence}")).AsSpan(0, 8))}";
}

/// <summary>In which words open texts differ. A proposal to look at: people add and correct.</summary>
/// <param name="Aspects">The sub-questions on which they differ.</param>
/// <param name="Opposites">Where two parties say the opposite.</param>
public sealed record FoundDifferences(IReadOnlyList<AspectDifference> Aspects, IReadOnlyList<Opposite> Opposites)
{
    /// <summary>What was found under this key, as people can speak of it; null when it is not there.</summary>
    public FoundDifference? Find(string key) =>
        Aspects
            .SelectMany(
                difference => difference.Things,
                (difference, thing) => new FoundDifference(difference.Aspect.Key, difference.KeyOf(thing), thing.Name.In("nl"))
            )
            .Concat(Opposites.Select(pair => new FoundDifference(Opposite.Aspect, pair.Key, string.Join(", ", pair.Because))))
            .FirstOrDefault(found => found.Key == key);

    /// <summary>Parties whose text is so long that not all its sentences were laid beside those of others.</summary>
    public IReadOnlyList<PartyId> Shortened { get; init; } = [];
}
