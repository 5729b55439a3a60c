using Meerlaags.Bench.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Meerlaags.Bench.Servers;

/// <summary>What the product is compared with: the same bytes from memory ("raw"), and the same rows written by hand between the fixed parts of the page ("hand").</summary>
internal static class Baselines
{
    private const string Html = "text/html; charset=utf-8";

    /// <summary>Where the bytes of a page are kept for the baselines.</summary>
    public static string FileOf(string folder, PageCase page) => Path.Combine(folder, page.Name + ".html");

    /// <summary>Serves the bytes of one file from memory until the process ends, whatever is asked.</summary>
    public static async Task RunFileAsync(Options options)
    {
        await using var app = Build(options);
        var bytes = await File.ReadAllBytesAsync(options.Text("file", ""));
        app.MapFallback(context => RawAsync(context, bytes));
        await app.RunAsync();
    }

    /// <summary>Serves them until the process ends.</summary>
    public static async Task RunAsync(Options options)
    {
        await using var app = Build(options);
        var facts = SeededFacts.Read(options.Folder);
        var rows = new HandWritten(Connections.From(options), facts);
        foreach (var page in PageCase.Of(facts).Where(page => File.Exists(FileOf(options.Folder, page))))
        {
            var bytes = await File.ReadAllBytesAsync(FileOf(options.Folder, page));
            app.MapGet("/raw/" + page.Name, context => RawAsync(context, bytes));
            if (!page.IsByHand)
                continue;
            var frame = Frame.Of(page, bytes);
            app.MapGet("/hand/" + page.Name, context => HandAsync(context, frame, writer => rows.WriteAsync(page.Name, writer)));
        }
        await app.RunAsync();
    }

    private static WebApplication Build(Options options)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{options.Port}").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        return builder.Build();
    }

    private static async Task RawAsync(HttpContext context, byte[] bytes)
    {
        context.Response.ContentType = Html;
        context.Response.ContentLength = bytes.Length;
        await context.Response.BodyWriter.WriteAsync(bytes);
    }

    private static async Task HandAsync(HttpContext context, Frame frame, Func<HtmlWriter, Task> write)
    {
        context.Response.ContentType = Html;
        var writer = new HtmlWriter(context.Response.BodyWriter);
        writer.Markup(frame.Before);
        await write(writer);
        writer.Markup(frame.After);
        await context.Response.BodyWriter.FlushAsync();
    }

    /// <summary>The parts of a page that are the same for all rows.</summary>
    private sealed record Frame(byte[] Before, byte[] After)
    {
        public static Frame Of(PageCase page, byte[] bytes)
        {
            if (page.From.Length == 0)
                return new Frame([], []);
            var from = bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(page.From));
            var until = from < 0 ? -1 : bytes.AsSpan(from).IndexOf(System.Text.Encoding.UTF8.GetBytes(page.Until));
            return until < 0
                ? throw new InvalidDataException($"The page {page.Name} has no part from {page.From} until {page.Until}.")
                : new Frame(bytes[..from], bytes[(from + until)..]);
        }
    }
}
