namespace Meerlaags.Web.Platform.Api;

/// <summary>Marks an address whose body is a file as it stands, not JSON of ours. It is read as a whole before the handler begins, which finds it in the body of the request.</summary>
/// <param name="MostBytes">Most bytes that are read.</param>
public sealed record WholeFile(int MostBytes)
{
    /// <summary>The mark of the address asked for, or null.</summary>
    public static WholeFile? Of(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<WholeFile>();

    /// <summary>The file that was sent.</summary>
    public static ReadOnlyMemory<byte> In(HttpContext context) =>
        context.Request.Body is MemoryStream read
            ? read.GetBuffer().AsMemory(0, (int)read.Length)
            : throw new InvalidOperationException("The address does not say that it takes a file.");
}

/// <summary>Addresses that take a file.</summary>
public static class WholeFiles
{
    /// <summary>The body is a file of one of these media types.</summary>
    /// <param name="endpoint">The address.</param>
    /// <param name="mostBytes">Most bytes of the file.</param>
    /// <param name="type">A media type.</param>
    /// <param name="others">Other media types.</param>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, int mostBytes, string type, params string[] others) =>
        endpoint.WithMetadata(new WholeFile(mostBytes)).Accepts<Stream>(type, others);
}
