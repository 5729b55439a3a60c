using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Meerlaags.Browser.Tests.Harness.Product))]

namespace Meerlaags.Browser.Tests.Harness;

/// <summary>The product as it is built, running as a program of its own on this machine, and the browser that visits it.</summary>
public sealed class Product : IAsyncLifetime
{
    private const int DeskWidth = 1280;
    private const float MostWaiting = 10_000;

    private readonly string data = Directory.CreateTempSubdirectory("ml-browser-").FullName;
    private readonly int port = FreePort();
    private Process? program;
    private IPlaywright? driver;
    private IBrowser? browser;

    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where it answers; a member of the cast has an address of its own in front: <c>At("dantumadiel")</c>.</summary>
    public string At(string name = "") => name.Length == 0 ? $"http://localhost:{port}" : $"http://{name}.localhost:{port}";

    /// <summary>A new window of somebody with no cookies.</summary>
    /// <param name="language">nl or en.</param>
    /// <param name="width">Width of the window.</param>
    /// <param name="address">Which name of the product to use.</param>
    /// <param name="scripts">Whether the browser runs JavaScript.</param>
    public async Task<Visit> VisitAsync(string language = "nl", int width = DeskWidth, string address = "", bool scripts = true)
    {
        var context = await browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = At(address),
                ViewportSize = new ViewportSize { Width = width, Height = width == DeskWidth ? 900 : 780 },
                Locale = language == "nl" ? "nl-NL" : "en-GB",
                TimezoneId = "Europe/Amsterdam",
                ReducedMotion = ReducedMotion.Reduce,
                JavaScriptEnabled = scripts,
            }
        );
        context.SetDefaultTimeout(MostWaiting);
        await context.AddCookiesAsync([
            new Cookie
            {
                Name = "taal",
                Value = language,
                Url = At(address),
            },
        ]);
        return new Visit(context, await context.NewPageAsync());
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (Chromium.Missing is not null)
            return;
        program = StartProgram();
        await AnswersAsync();
        driver = await Playwright.CreateAsync();
        browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium.Program, Args = Chromium.Flags });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        driver?.Dispose();
        if (program is not null)
        {
            program.Kill(entireProcessTree: true);
            await program.WaitForExitAsync();
            program.Dispose();
        }
        Directory.Delete(data, recursive: true);
    }

    private Process StartProgram()
    {
        var project = Path.Combine(Root, "src", "Meerlaags.Web");
        // bin/Release/net10.0: the product is built the way these tests are.
        var built = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = data,
            ArgumentList =
            {
                Path.Combine(project, "bin", built.Parent!.Name, built.Name, "Meerlaags.Web.dll"),
                "--contentRoot",
                project,
                "--urls",
                At(),
                "--Data:Folder",
                data,
                "--Demo:Enabled",
                "true",
                "--Logging:LogLevel:Default",
                "Warning",
            },
        };
        return Process.Start(start)!;
    }

    private async Task AnswersAsync()
    {
        using var client = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) });
        for (var tries = 0; ; tries++)
        {
            Assert.False(program!.HasExited, "the product did not start; what it said stands above");
            try
            {
                using var answer = await client.GetAsync(new Uri(At()));
                return;
            }
            catch (HttpRequestException) when (tries < 300)
            {
                await Task.Delay(200);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Meerlaags.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The tests run outside the repository.");
    }
}
