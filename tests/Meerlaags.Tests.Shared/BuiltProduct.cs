using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Meerlaags.Tests.Shared;

/// <summary>The built product as a program of its own.</summary>
public static class BuiltProduct
{
    /// <summary>Starts it with these words; both its outputs can be read when <paramref name="heard"/> says so.</summary>
    public static Process Start(IEnumerable<string> words, bool heard = false)
    {
        // bin/Release/net10.0: the product is built the way these tests are.
        var built = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var project = Repository.At("src/Meerlaags.Web");
        // A command stands before all settings.
        string[] arguments = [Path.Combine(project, "bin", built.Parent!.Name, built.Name, "Meerlaags.Web.dll"), .. words, "--contentRoot", project];
        return Process.Start(
            new ProcessStartInfo("dotnet", arguments)
            {
                WorkingDirectory = Path.GetTempPath(),
                RedirectStandardOutput = heard,
                RedirectStandardError = heard,
            }
        )!;
    }

    /// <summary>A port of this machine on which nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
