namespace Meerlaags.Deliberation.OpinionGroups;

/// <summary>A fixed sequence instead of chance: SplitMix64 (Steele, Lea, Flood 2014), the same on every platform and version.</summary>
internal sealed class Mixing(int seed)
{
    private const ulong Step = 0x9E3779B97F4A7C15UL;
    private ulong state = (ulong)seed * Step;

    /// <summary>The next number from 0 up to but not including 1.</summary>
    public double Next() => (Mix(state += Step) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Spreads the bits of a number; different numbers stay different.</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ z >> 27) * 0x94D049BB133111EBUL;
        return z ^ z >> 31;
    }
}
