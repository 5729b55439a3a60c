namespace Meerlaags.Domain.Common;

/// <summary>A rule of the field that says no. The code names the rule and is the key of its text.</summary>
/// <param name="Code">For instance <c>reveal.too-few-texts</c>.</param>
/// <param name="Arguments">What the text mentions: numbers, names, limits.</param>
public sealed record Refusal(string Code, params object[] Arguments)
{
    /// <summary>The field the answer belongs beside, when there is one.</summary>
    public string? Field { get; init; }
}

/// <summary>Something that was made, or the refusal to make it.</summary>
public readonly record struct Decided<T>
{
    private Decided(T? made, Refusal? refusal) => (Made, Refusal) = (made, refusal);

    /// <summary>What was made; only meaningful when <see cref="Refusal"/> is null.</summary>
    public T? Made { get; }

    /// <summary>Why nothing was made, or null.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Takes what was made; false with the refusal otherwise.</summary>
    public bool Is([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? made, [System.Diagnostics.CodeAnalysis.NotNullWhen(false)] out Refusal? refusal)
    {
        made = Made;
        refusal = Refusal;
        return refusal is null;
    }

    /// <summary>It was made.</summary>
    public static implicit operator Decided<T>(T made) => new(made, null);

    /// <summary>It was refused.</summary>
    public static implicit operator Decided<T>(Refusal refusal) => new(default, refusal);
}
