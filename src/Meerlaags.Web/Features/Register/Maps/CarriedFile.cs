using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Meerlaags.Domain.Register.Boundaries;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>What was read from a boundary file.</summary>
/// <param name="FileName">Name of the file.</param>
/// <param name="Hash">SHA-256 of its content.</param>
/// <param name="Layers">Its layers.</param>
public sealed record CarriedBoundaries(string FileName, string Hash, IReadOnlyList<ReadLayer> Layers)
{
    /// <summary>Of a file that could be read.</summary>
    public static CarriedBoundaries Of(string fileName, ReadOnlySpan<byte> content, BoundaryFile read) =>
        new(Path.GetFileName(fileName), Convert.ToHexStringLower(SHA256.HashData(content)), read.Layers);

    /// <summary>As the use case takes it.</summary>
    public BoundaryWish Wish(DateOnly day, string attribution, string licence) => new(day, new BoundaryOrigin(FileName, Hash, attribution, licence), Layers);
}

/// <summary>Between looking and confirming, what was read travels along in the form: nothing is kept before somebody says yes. It is sealed, so that nothing else can be confirmed.</summary>
public sealed class CarriedFile(IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("boundary-file");

    /// <summary>As text for a field of a form.</summary>
    public string Write(CarriedBoundaries read)
    {
        using var packed = new MemoryStream();
        using (var packing = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            JsonSerializer.Serialize(
                packing,
                new Kept(
                    read.FileName,
                    read.Hash,
                    [
                        .. read.Layers.Select(layer => new KeptLayer(
                            layer.Layer,
                            layer.Points,
                            layer.Shapes.ToDictionary(shape => shape.Code, shape => shape.ToPath())
                        )),
                    ]
                )
            );
        return WebEncoders.Base64UrlEncode(protector.Protect(packed.ToArray()));
    }

    /// <summary>Reads it back; null when it is not what we wrote.</summary>
    public CarriedBoundaries? Read(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        try
        {
            using var packed = new MemoryStream(protector.Unprotect(WebEncoders.Base64UrlDecode(text)));
            using var unpacking = new BrotliStream(packed, CompressionMode.Decompress);
            var kept = JsonSerializer.Deserialize<Kept>(unpacking)!;
            return new CarriedBoundaries(
                kept.FileName,
                kept.Hash,
                [
                    .. kept.Layers.Select(layer => new ReadLayer(
                        layer.Layer,
                        [.. layer.Paths.Select(path => BoundaryShape.FromPath(path.Key, path.Value))],
                        layer.Points
                    )),
                ]
            );
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private sealed record Kept(string FileName, string Hash, IReadOnlyList<KeptLayer> Layers);

    private sealed record KeptLayer(BoundaryLayer Layer, int Points, IReadOnlyDictionary<string, string> Paths);
}
