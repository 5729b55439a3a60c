using System.Text.Json;

namespace Meerlaags.Bench.Data;

/// <summary>What the measurements must know of a seeded installation.</summary>
/// <param name="Email">The address with which the measured person signs in.</param>
/// <param name="Person">The measured person.</param>
/// <param name="Collaboration">A collaboration of this person whose texts are revealed.</param>
/// <param name="Round">Its round.</param>
/// <param name="Party">The party the person speaks for there.</param>
internal sealed record SeededFacts(string Email, Guid Person, Guid Collaboration, Guid Round, Guid Party)
{
    /// <summary>The password of the measured person.</summary>
    public const string Password = "een lang wachtwoord voor de meting";

    private const string FileName = "seeded.json";

    /// <summary>In a country: code of the municipality that sits at most tables; null elsewhere.</summary>
    public string? Municipality { get; init; }

    /// <summary>What it was made of, so that data that were kept are not taken for others; empty where none are kept.</summary>
    public string Made { get; init; } = "";

    /// <summary>How long making took, in seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Whether they are there.</summary>
    public static bool AreIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    /// <summary>Keeps them beside the data.</summary>
    public Task WriteAsync(string folder) => File.WriteAllTextAsync(Path.Combine(folder, FileName), JsonSerializer.Serialize(this));

    /// <summary>Reads them.</summary>
    public static SeededFacts Read(string folder) => JsonSerializer.Deserialize<SeededFacts>(File.ReadAllText(Path.Combine(folder, FileName)))!;
}
