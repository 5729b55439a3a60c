using System.Text;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Register.Files;

namespace Meerlaags.Web.Features.Register.Refresh;

/// <summary>Files that somebody handed in, as text.</summary>
public static class UploadedFiles
{
    /// <summary>Name of the field they come in.</summary>
    public const string Field = "Files";

    /// <summary>Most bytes of one file: several times the largest that there is.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    /// <summary>Most files at once: there are five.</summary>
    public const int MostFiles = 5;

    /// <summary>Most bytes of a request with files.</summary>
    public const int MostBytesOfRequest = (MostFiles + 1) * MostBytes;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Why files that came as text cannot be taken; null when they can.</summary>
    public static Refusal? Check(IReadOnlyList<RegisterText> files) =>
        files.Count == 0 ? new Refusal("register.no-file") { Field = Field }
        : files.Count > MostFiles ? new Refusal("register.too-many-files", MostFiles) { Field = Field }
        : files.GroupBy(file => file.Name).FirstOrDefault(same => same.Skip(1).Any()) is { } twice
            ? new Refusal("register.file-twice", twice.Key) { Field = Field }
        : files.FirstOrDefault(file => file.Text.Contains('\0', StringComparison.Ordinal)) is { } strange
            ? new Refusal("register.file-not-text", strange.Name) { Field = Field }
        : null;

    /// <summary>The texts of the files, or why they cannot be taken.</summary>
    public static async Task<Decided<IReadOnlyList<RegisterText>>> ReadAsync(IReadOnlyList<IFormFile> files, CancellationToken stop)
    {
        if (files.Count == 0)
            return new Refusal("register.no-file") { Field = Field };
        if (files.Count > MostFiles)
            return new Refusal("register.too-many-files", MostFiles) { Field = Field };
        var texts = new List<RegisterText>();
        foreach (var file in files)
        {
            var name = PlainText.Line(Path.GetFileName(file.FileName));
            if (texts.Exists(text => text.Name == name))
                return new Refusal("register.file-twice", name) { Field = Field };
            if (file.Length > MostBytes)
                return new Refusal("register.file-too-large", name, MostBytes / 1024 / 1024) { Field = Field };
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, stop);
            if (!Utf8(bytes.ToArray(), out var text))
                return new Refusal("register.file-not-text", name) { Field = Field };
            texts.Add(new RegisterText(name, text));
        }
        return texts;
    }

    private static bool Utf8(byte[] bytes, out string text)
    {
        var valid = System.Text.Unicode.Utf8.IsValid(bytes);
        text = valid ? Strict.GetString(bytes).TrimStart('\uFEFF') : "";
        return valid && !text.Contains('\0', StringComparison.Ordinal);
    }
}
