using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Meerlaags.Bench.Servers;

/// <summary>Writes markup as it is and text encoded, as UTF-8, straight into the answer.</summary>
internal sealed class HtmlWriter(IBufferWriter<byte> answer)
{
    private const int LargestGrowth = 6;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Markup that needs no encoding.</summary>
    public HtmlWriter Markup(ReadOnlySpan<byte> markup)
    {
        answer.Write(markup);
        return this;
    }

    /// <summary>Text of people, encoded.</summary>
    public HtmlWriter Text(string text)
    {
        var plain = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var length = Encoding.UTF8.GetBytes(text, plain);
        var room = answer.GetSpan(length * LargestGrowth);
        Encoder.EncodeUtf8(plain.AsSpan(0, length), room, out _, out var written);
        answer.Advance(written);
        ArrayPool<byte>.Shared.Return(plain);
        return this;
    }

    /// <summary>A number.</summary>
    public HtmlWriter Number(long number)
    {
        var room = answer.GetSpan(20);
        number.TryFormat(room, out var written, provider: System.Globalization.CultureInfo.InvariantCulture);
        answer.Advance(written);
        return this;
    }
}
