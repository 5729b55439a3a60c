namespace Meerlaags.Deliberation.Tests.Fixtures;

/// <summary>A folder of files made for one test, gone after it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("deliberation").FullName;

    public string File(string name, string text)
    {
        var file = Path.Combine(path, name);
        System.IO.File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
