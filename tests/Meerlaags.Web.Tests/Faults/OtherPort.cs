namespace Meerlaags.Web.Tests.Faults;

/// <summary>Sends what a browser of the tests asks to a product that runs as a program of its own.</summary>
internal sealed class OtherPort(int port) : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.RequestUri = new UriBuilder(request.RequestUri!) { Port = port }.Uri;
        return base.SendAsync(request, cancellationToken);
    }
}
