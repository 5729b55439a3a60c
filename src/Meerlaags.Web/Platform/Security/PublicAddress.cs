namespace Meerlaags.Web.Platform.Security;

/// <summary>The address by which others reach this installation: what a QR code holds.</summary>
public static class PublicAddress
{
    /// <summary>The scheme and the name by which this page was asked; on this machine itself, the address in the local network when there is one.</summary>
    public static string Of(HttpRequest request) =>
        request.HttpContext.RequestServices.GetService<LocalNetwork>() is { } network && Installation.IsLocalName(request.Host.Host)
            ? network.Address
            : $"{request.Scheme}://{request.Host}{request.PathBase}";
}
