using System.Text.RegularExpressions;
using Meerlaags.Web.Tests.Harness;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;

namespace Meerlaags.Web.Tests.Access;

/// <summary>One way in.</summary>
/// <param name="Method">The method.</param>
/// <param name="Address">The pattern of the address, with the name of the handler where a page has more than one.</param>
/// <param name="Who">For whom, as the table says; empty when read from the product.</param>
public sealed partial record Door(string Method, string Address, string Who = "")
{
    /// <summary>Whether it belongs to the API.</summary>
    public bool IsApi => Address.StartsWith("/api/", StringComparison.Ordinal);

    /// <summary>Whether it lies below one collaboration.</summary>
    public bool IsOfACollaboration => OneCollaboration().IsMatch(Address);

    /// <summary>The line in the table.</summary>
    public string Line => $"| {Method} | {Address} | {Who} |";

    /// <summary>The address with real ids of this table filled in.</summary>
    public string For(Table table) => For(table, _ => null);

    /// <summary>The address with ids of this table filled in, unless the test knows better.</summary>
    public string For(Table table, Func<string, string?> known) =>
        Hole()
            .Replace(
                Address,
                hole =>
                    known(hole.Groups["name"].Value)
                    ?? hole.Groups["name"].Value switch
                    {
                        "id" => table.Id.Value.ToString(),
                        "round" => table.Round.Value.ToString(),
                        "party" or "partij" => table.Dantumadiel.Value.ToString(),
                        "number" or "ronde" or "versie" or "candidate" or "kandidaat" => "1",
                        "code" => "404",
                        _ => Guid.CreateVersion7().ToString(),
                    }
            );

    [GeneratedRegex(@"\{\*?(?<name>\w+)[^{}]*\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"/samenwerkingen/\{")]
    private static partial Regex OneCollaboration();
}

/// <summary>All ways in: as the product has them, and as the table says.</summary>
public static class Doors
{
    /// <summary>Reads the table.</summary>
    public static IReadOnlyList<Door> Table { get; } =
    [
        .. File.ReadLines(Repository.At("tests/Meerlaags.Web.Tests/Access/access-table.md"))
            .SkipWhile(line => !line.StartsWith("| ---", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 5)
            .Select(cells => new Door(cells[1], cells[2], cells[3])),
    ];

    /// <summary>Asks the product.</summary>
    public static async Task<IReadOnlyList<Door>> OfAsync(TestApp app)
    {
        app.Start();
        var pages = app.Services.GetRequiredService<PageLoader>();
        var doors = new List<Door>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var address = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
                doors.AddRange(
                    HandlersOf(await pages.LoadAsync(page, endpoint.Metadata)).Select(handler => handler with { Address = address + handler.Address })
                );
            else
                doors.AddRange((endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]).Select(method => new Door(method, address)));
        }
        return [.. doors.Distinct()];
    }

    private static IEnumerable<Door> HandlersOf(CompiledPageActionDescriptor page) =>
        page.HandlerMethods.Select(handler => new Door(handler.HttpMethod.ToUpperInvariant(), handler.Name is { Length: > 0 } name ? $"?handler={name}" : ""));
}
