using System.Text;

namespace Meerlaags.Bench.Load;

/// <summary>One request as it goes over the line, and how long its answer must be.</summary>
/// <param name="Address">The server.</param>
/// <param name="Path">The path, with its question.</param>
/// <param name="Cookies">The cookies of who asks, or empty.</param>
internal sealed record Request(Uri Address, string Path, string Cookies)
{
    /// <summary>The bytes.</summary>
    public byte[] Bytes { get; } =
        Encoding.ASCII.GetBytes(
            $"GET {Path} HTTP/1.1\r\nHost: {Address.Authority}\r\nAccept: text/html\r\n{(Cookies.Length > 0 ? $"Cookie: {Cookies}\r\n" : "")}\r\n"
        );
}
