using Meerlaags.Web.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

[assembly: AssemblyFixture(typeof(Meerlaags.Web.Tests.Harness.Databases))]

namespace Meerlaags.Web.Tests.Harness;

/// <summary>Hands out databases that are as they are after the first start of the product. The first start happens once; the rest are copies.</summary>
public sealed class Databases : IAsyncDisposable
{
    private const string Template = "first_start";

    private readonly string folder = Directory.CreateTempSubdirectory("ml-tests-").FullName;
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly HashSet<Database> ready = [];
    private Postgres? postgres;
    private int count;

    /// <summary>A database of the product's first start.</summary>
    public async Task<DataSettings> StartedAsync(Database kind)
    {
        await one.WaitAsync();
        try
        {
            if (ready.Add(kind))
                await FirstStartAsync(kind);
            return await CopyAsync(kind, Template, Path.Combine(folder, TemplateFolder(kind)));
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>A copy of a database that nobody uses any more, with the keys beside it: whoever signed in there is signed in here.</summary>
    public async Task<DataSettings> CopyOfAsync(DataSettings original)
    {
        Leave(original);
        await one.WaitAsync();
        try
        {
            return original.IsSqlite
                ? await CopyAsync(Database.Sqlite, template: null, original.Folder)
                : await CopyAsync(Database.Postgres, new NpgsqlConnectionStringBuilder(original.Connection).Database, original.Folder);
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>A database with nothing in it.</summary>
    public async Task<DataSettings> EmptyAsync(Database kind)
    {
        await one.WaitAsync();
        try
        {
            return await SettingsAsync(kind, $"empty_{++count}", template: null);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        if (postgres is not null)
            await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task FirstStartAsync(Database kind)
    {
        var settings = await SettingsAsync(kind, Template, template: null);
        await using (var app = new TestApp(settings))
            app.Start();
        Leave(settings);
    }

    /// <summary>Closes the connections that are kept open to it: a database is copied only while nobody is connected, and a server has room for so many.</summary>
    public static void Leave(DataSettings settings)
    {
        if (settings.IsSqlite)
            SqliteConnection.ClearPool(new SqliteConnection(settings.Connection));
        else
            NpgsqlConnection.ClearPool(new NpgsqlConnection(settings.Connection));
    }

    private async Task<DataSettings> CopyAsync(Database kind, string? template, string source)
    {
        var settings = await SettingsAsync(kind, $"test_{++count}", template);
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(settings.Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return settings;
    }

    private static string TemplateFolder(Database kind) => $"{Template}_{kind}";

    private async Task<DataSettings> SettingsAsync(Database kind, string name, string? template)
    {
        var place = new Dictionary<string, string?> { ["Data:Folder"] = Path.Combine(folder, name == Template ? TemplateFolder(kind) : name) };
        if (kind == Database.Postgres)
        {
            postgres ??= await Postgres.StartAsync();
            await postgres.MakeAsync(name, template);
            place["Data:Postgres"] = postgres.ConnectionTo(name);
        }
        return DataSettings.From(new ConfigurationBuilder().AddInMemoryCollection(place).Build());
    }
}
