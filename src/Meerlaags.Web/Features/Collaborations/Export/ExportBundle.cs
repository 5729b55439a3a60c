using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Meerlaags.Web.Features.Collaborations.Export;

/// <summary>The export as one file: the readable page, the JSON, and the list of their hashes as <c>sha256sum -c</c> reads it.</summary>
public static class ExportBundle
{
    /// <summary>Name of the readable page.</summary>
    public const string Page = "samenwerking.html";

    /// <summary>Name of the JSON.</summary>
    public const string Json = "samenwerking.json";

    /// <summary>Name of the list of hashes.</summary>
    public const string Hashes = "SHA256SUMS";

    /// <summary>The file.</summary>
    public static byte[] Of(Exported export, byte[] page)
    {
        var files = new[] { (Name: Page, Bytes: page), (Name: Json, Bytes: export.Json()) };
        var hashes = string.Concat(files.Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(file.Bytes))}  {file.Name}\n"));
        using var bundle = new MemoryStream();
        using (var zip = new ZipArchive(bundle, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in files.Append((Name: Hashes, Bytes: Encoding.ASCII.GetBytes(hashes))))
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = export.MadeAt;
                using var file = entry.Open();
                file.Write(bytes);
            }
        return bundle.ToArray();
    }
}
