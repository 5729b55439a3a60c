using System.Buffers.Binary;

namespace Meerlaags.Bench.Country;

/// <summary>Chance that falls the same for the same seed, on every machine and in every version of .NET (SplitMix64).</summary>
internal sealed class Dice
{
    private const double TwoTo53 = 1L << 53;

    private ulong state;

    private Dice(ulong state) => this.state = state;

    /// <summary>Dice for one thing of a country, apart from those of all other things.</summary>
    /// <param name="seed">The seed of the country.</param>
    /// <param name="number">The number of the thing.</param>
    public static Dice Of(int seed, int number)
    {
        var first = new Dice(((ulong)(uint)seed << 32) | (uint)number);
        return new Dice(first.Next());
    }

    /// <summary>From 0 up to, and not with, 1.</summary>
    public double Share() => (Next() >> 11) / TwoTo53;

    /// <summary>From 0 up to, and not with, the number of choices.</summary>
    public int Below(int choices) => (int)(Share() * choices);

    /// <summary>From the least to the most, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    /// <summary>Whether something happens that happens in this share of all cases.</summary>
    public bool Chance(double share) => Share() < share;

    /// <summary>One of these, each as likely as the others.</summary>
    public T Pick<T>(IReadOnlyList<T> all) => all[Below(all.Count)];

    /// <summary>One of these, the first ones far more often than the last ones: the second half as often as the first, and so on (Zipf).</summary>
    public T PickEarly<T>(IReadOnlyList<T> all) => all[EarlyBelow(all.Count)];

    /// <summary>A number below the number of choices, low ones far more often than high ones.</summary>
    public int EarlyBelow(int choices) => Math.Min(choices - 1, (int)Math.Pow(choices + 1, Share()) - 1);

    /// <summary>How far from the middle, by the bell curve, in standard deviations.</summary>
    public double FromTheMiddle() => Enumerable.Range(0, 12).Sum(_ => Share()) - 6;

    /// <summary>The same things in another order.</summary>
    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> all)
    {
        var cards = all.ToList();
        for (var place = cards.Count - 1; place > 0; place--)
        {
            var other = Below(place + 1);
            (cards[place], cards[other]) = (cards[other], cards[place]);
        }
        return cards;
    }

    /// <summary>An id in order of time, as the product makes them.</summary>
    public Guid Id(DateTimeOffset at)
    {
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(id, ((ulong)at.ToUnixTimeMilliseconds() << 16) | 0x7000 | (Next() & 0x0FFF));
        BinaryPrimitives.WriteUInt64BigEndian(id[8..], (Next() >> 2) | 0x8000_0000_0000_0000);
        return new Guid(id, bigEndian: true);
    }

    /// <summary>Hexadecimal text of 256 bits.</summary>
    public string Hex()
    {
        Span<byte> bytes = stackalloc byte[32];
        for (var place = 0; place < bytes.Length; place += 8)
            BinaryPrimitives.WriteUInt64BigEndian(bytes[place..], Next());
        return Convert.ToHexStringLower(bytes);
    }

    private ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
