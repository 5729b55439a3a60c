using System.Numerics;

namespace Meerlaags.Deliberation.Numerics;

/// <summary>What is needed of whole numbers beside what the base library has.</summary>
internal static class WholeNumbers
{
    public static BigInteger LeastCommonMultiple(BigInteger a, BigInteger b) => a / BigInteger.GreatestCommonDivisor(a, b) * b;
}
