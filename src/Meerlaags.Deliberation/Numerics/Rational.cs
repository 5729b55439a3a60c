using System.Globalization;
using System.Numerics;

namespace Meerlaags.Deliberation.Numerics;

/// <summary>An exact fraction in lowest terms with a positive denominator; the number every decision of a rule rests on.</summary>
public readonly struct Rational
    : IComparable<Rational>,
        IEquatable<Rational>,
        IAdditionOperators<Rational, Rational, Rational>,
        ISubtractionOperators<Rational, Rational, Rational>,
        IMultiplyOperators<Rational, Rational, Rational>,
        IDivisionOperators<Rational, Rational, Rational>,
        IUnaryNegationOperators<Rational, Rational>,
        IComparisonOperators<Rational, Rational, bool>,
        IAdditiveIdentity<Rational, Rational>,
        IMultiplicativeIdentity<Rational, Rational>
{
    private readonly BigInteger numerator;
    private readonly BigInteger denominatorMinusOne; // so that default(Rational) is 0/1

    /// <summary>The fraction numerator/denominator, reduced. Throws <see cref="DivideByZeroException"/> for a zero denominator.</summary>
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException();
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        if (!denominator.IsOne)
        {
            var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
            if (!divisor.IsOne)
                (numerator, denominator) = (numerator / divisor, denominator / divisor);
        }
        this.numerator = numerator;
        denominatorMinusOne = denominator - BigInteger.One;
    }

    static Rational IAdditiveIdentity<Rational, Rational>.AdditiveIdentity => default;
    static Rational IMultiplicativeIdentity<Rational, Rational>.MultiplicativeIdentity => One;

    public static Rational Zero => default;
    public static Rational One => new(BigInteger.One, BigInteger.One);

    public BigInteger Numerator => numerator;
    public BigInteger Denominator => denominatorMinusOne + BigInteger.One;
    public int Sign => numerator.Sign;
    public bool IsZero => numerator.IsZero;
    public bool IsInteger => denominatorMinusOne.IsZero;

    public static implicit operator Rational(long value) => new(value, BigInteger.One);

    public static implicit operator Rational(BigInteger value) => new(value, BigInteger.One);

    /// <summary>The nearest double, right also when numerator and denominator are beyond its range.</summary>
    public static explicit operator double(Rational value) => value.ToDouble();

    public static Rational operator +(Rational a, Rational b) => new(a.numerator * b.Denominator + b.numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Rational operator -(Rational a, Rational b) => new(a.numerator * b.Denominator - b.numerator * a.Denominator, a.Denominator * b.Denominator);

    public static Rational operator -(Rational a) => new(-a.numerator, a.Denominator);

    public static Rational operator *(Rational a, Rational b) => new(a.numerator * b.numerator, a.Denominator * b.Denominator);

    public static Rational operator /(Rational a, Rational b) => new(a.numerator * b.Denominator, a.Denominator * b.numerator);

    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;

    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;

    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Rational a, Rational b) => a.Equals(b);

    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);

    public static Rational Min(Rational a, Rational b) => a <= b ? a : b;

    public static Rational Sum(IEnumerable<Rational> values) => values.Aggregate(Zero, (sum, value) => sum + value);

    public static Rational Max(Rational a, Rational b) => a >= b ? a : b;

    public int CompareTo(Rational other) => (numerator * other.Denominator).CompareTo(other.numerator * Denominator);

    public bool Equals(Rational other) => numerator == other.numerator && denominatorMinusOne == other.denominatorMinusOne;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(numerator, denominatorMinusOne);

    /// <summary>"25000/21", or "7" for a whole number.</summary>
    public override string ToString() =>
        IsInteger ? numerator.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{numerator}/{Denominator}");

    public double ToDouble()
    {
        if (numerator.IsZero)
            return 0;
        var denominator = Denominator;
        // Keep 64 significant bits in the quotient, then scale back.
        var shift = 64 - (int)(numerator.GetBitLength() - denominator.GetBitLength());
        var quotient = shift >= 0 ? (numerator << shift) / denominator : numerator / (denominator << -shift);
        return Math.ScaleB((double)quotient, -shift);
    }

    /// <summary>Reads "12", "-3/4", "1234.50" or "1.5e6" with a dot as decimal sign; false when the text is none of these.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Rational value)
    {
        value = default;
        text = text.Trim();
        var slash = text.IndexOf('/');
        if (slash >= 0)
        {
            if (!TryParse(text[..slash], out var above) || !TryParse(text[(slash + 1)..], out var below) || below.IsZero)
                return false;
            value = above / below;
            return true;
        }
        var exponent = 0;
        var e = text.IndexOfAny('e', 'E');
        if (e >= 0)
        {
            if (!int.TryParse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
                return false;
            if (Math.Abs(exponent) > 400)
                return false;
            text = text[..e];
        }
        var dot = text.IndexOf('.');
        var digits = dot < 0 ? text.ToString() : string.Concat(text[..dot], text[(dot + 1)..]);
        if (digits.Length is 0 || digits is "-" or "+")
            return false;
        if (!BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
            return false;
        exponent -= dot < 0 ? 0 : text.Length - dot - 1;
        value = exponent >= 0 ? new Rational(whole * BigInteger.Pow(10, exponent), BigInteger.One) : new Rational(whole, BigInteger.Pow(10, -exponent));
        return true;
    }

    /// <summary>As <see cref="TryParse"/>; throws <see cref="FormatException"/> when the text is no number.</summary>
    public static Rational Parse(string text) => TryParse(text, out var value) ? value : throw new FormatException($"'{text}' is not a number.");
}
