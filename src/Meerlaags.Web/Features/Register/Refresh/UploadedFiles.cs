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

    /// <summary>The texts of the files, or why they cannot be taken.</summary>
    public static async Task<Decided<IReadOnlyList<RegisterText>>> ReadAsync(IReadOnlyList<IFormFile> files, CancellationToken stop)
    {
        if (Miscounted(files.Count) is { } miscounted)
            return miscounted;
        var texts = new List<RegisterText>();
        foreach (var file in files)
        {
            var name = NameOf(file.FileName);
            if (file.Length > MostBytes)
                return new Refusal("register.file-too-large", name, MostBytes / 1024 / 1024) { Field = Field };
            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, stop);
            if (!Utf8(bytes.ToArray(), out var text))
                return new Refusal("register.file-not-text", name) { Field = Field };
            texts.Add(new RegisterText(name, text));
        }
        return Take(texts);
    }

    /// <summary>Files that came as text, tidied, or why they cannot be taken.</summary>
    public static Decided<IReadOnlyList<RegisterText>> Take(IReadOnlyList<RegisterText> sent)
    {
        if (Miscounted(sent.Count) is { } miscounted)
            return miscounted;
        var texts = new List<RegisterText>();
        foreach (var file in sent.Select(file => new RegisterText(NameOf(file.Name), file.Text.TrimStart('\uFEFF'))))
        {
            if (texts.Exists(text => text.Name == file.Name))
                return new Refusal("register.file-twice", file.Name) { Field = Field };
            if (file.Text.Contains('\0', StringComparison.Ordinal))
                return new Refusal("register.file-not-text", file.Name) { Field = Field };
            texts.Add(file);
        }
        return texts;
    }

    private static Refusal? Miscounted(int files) =>
        files == 0 ? new Refusal("register.no-file") { Field = Field }
        : files > MostFiles ? new Refusal("register.too-many-files", MostFiles) { Field = Field }
        : null;

    private static string NameOf(string sent) => PlainText.Line(Path.GetFileName(sent));

    private static bool Utf8(byte[] bytes, out string text)
    {
        var valid = System.Text.Unicode.Utf8.IsValid(bytes);
        text = valid ? Strict.GetString(bytes) : "";
        return valid;
    }
}
