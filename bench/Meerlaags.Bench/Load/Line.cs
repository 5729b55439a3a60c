using System.Buffers.Text;
using System.Net.Sockets;

namespace Meerlaags.Bench.Load;

/// <summary>One kept-open connection that asks and reads whole answers, one after the other.</summary>
internal sealed class Line : IDisposable
{
    private const int Room = 1 << 20;
    private const int StatusAt = 9;

    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 60_000 };
    private readonly byte[] buffer = new byte[Room];
    private int filled;

    /// <summary>Connects.</summary>
    public Line(Uri address) => socket.Connect(address.Host, address.Port);

    /// <summary>Asks; answers the length of the content. Anything but 200 is a fault.</summary>
    public int Ask(Request request)
    {
        socket.Send(request.Bytes);
        filled = 0;
        int head;
        while ((head = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
            Receive();
        if (!Utf8Parser.TryParse(buffer.AsSpan(StatusAt, 3), out int status, out _) || status != 200)
            throw new InvalidDataException($"{request.Path} answered {status}.");
        var content = head + 4;
        return LengthIn(buffer.AsSpan(0, head)) is { } length ? ReadUntil(content + length) - content : ReadChunks(content);
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private static int? LengthIn(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _) ? length : null;
    }

    private int ReadUntil(int end)
    {
        while (filled < end)
            Receive();
        return end;
    }

    private int ReadChunks(int at)
    {
        var total = 0;
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(at, filled - at).IndexOf("\r\n"u8)) < 0)
                Receive();
            if (!Utf8Parser.TryParse(buffer.AsSpan(at, line), out int length, out _, 'x'))
                throw new InvalidDataException("The answer has a chunk without a length.");
            at = ReadUntil(at + line + 2 + length + 2);
            if (length == 0)
                return total;
            total += length;
        }
    }

    private void Receive()
    {
        var got = socket.Receive(buffer.AsSpan(filled));
        if (got == 0)
            throw new InvalidDataException("The server closed the connection in the middle of an answer.");
        filled += got;
    }
}
