using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Meerlaags.Domain.Framing;

/// <summary>The exact bytes behind the hash of a submission: a readable file that anyone can check with <c>sha256sum</c>.</summary>
public static class SealedText
{
    /// <summary>SHA-256 of the sealed bytes, as small hexadecimal text.</summary>
    public static string Hash(Formulation text, string salt) => Convert.ToHexStringLower(SHA256.HashData(Bytes(text, salt)));

    /// <summary>The sealed bytes, UTF-8. Every part is preceded by its length in bytes, and no title runs over a line, so that no two texts share a file.</summary>
    public static byte[] Bytes(Formulation text, string salt)
    {
        var file = new StringBuilder();
        file.Append("Meerlaags, verzegelde tekst, versie 1\n");
        file.Append(CultureInfo.InvariantCulture, $"ronde {text.Round.Value}\npartij {text.Party.Value}\nzout {salt}\n");
        foreach (var answer in text.Answers)
            Append(file, $"vraag {answer.Question}", answer.Text);
        foreach (var point in text.Points)
            Append(file, $"punt {point.Position.ToString(CultureInfo.InvariantCulture)} {point.Voice?.Value.ToString() ?? "-"}", point.Text);
        return Encoding.UTF8.GetBytes(file.ToString());
    }

    /// <summary>The exact bytes of a submitted text, or null when it is not submitted.</summary>
    public static byte[]? Bytes(Formulation text) => text.Submission is { } submission ? Bytes(text, submission.Salt) : null;

    private static void Append(StringBuilder file, string title, string part) =>
        file.Append(CultureInfo.InvariantCulture, $"\n[{title}, {Encoding.UTF8.GetByteCount(part)} bytes]\n{part}\n");
}
