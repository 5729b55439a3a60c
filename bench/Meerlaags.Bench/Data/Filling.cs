using Meerlaags.Web;
using Meerlaags.Web.Platform.Data;
using Microsoft.AspNetCore.Builder;

namespace Meerlaags.Bench.Data;

/// <summary>The product within this process, so that an installation is filled through its own domain.</summary>
internal sealed class Filling : IAsyncDisposable
{
    private readonly WebApplication app;

    private Filling(WebApplication app) => this.app = app;

    /// <summary>Its services.</summary>
    public IServiceProvider Services => app.Services;

    /// <summary>The folder of its data.</summary>
    public string Folder => Services.GetRequiredService<DataSettings>().Folder;

    /// <summary>Brings an empty installation to its shape: the arguments are those of the product.</summary>
    public static async Task<Filling> OpenAsync(Options options)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { Args = options.Arguments, ApplicationName = typeof(Startup).Assembly.GetName().Name }
        );
        builder.AddMeerlaags();
        var app = builder.Build();
        await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
        await app.StartFeaturesAsync();
        return new Filling(app);
    }

    /// <summary>Acts as one request would.</summary>
    public async Task<T> WithinAsync<T>(Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
