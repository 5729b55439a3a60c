using System.Security.Cryptography.X509Certificates;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Home;

/// <summary>How a phone learns to trust an installation in a local network. Elsewhere this page is not there.</summary>
[AllowAnonymous]
public sealed class Trust : FeaturePage
{
    private LocalAuthority? Authority => HttpContext.RequestServices.GetService<LocalAuthority>();

    /// <summary>The fingerprint of the authority, as the start of the installation says it too.</summary>
    public string Fingerprint => Authority!.Fingerprint;

    /// <summary>Shows how.</summary>
    public IActionResult OnGet() => Authority is null ? NotFound() : Page();

    /// <summary>The certificate of the authority, as phones take it.</summary>
    public IActionResult OnGetCertificate() =>
        Authority is { } authority ? File(authority.Certificate.Export(X509ContentType.Cert), "application/x-x509-ca-cert", "meerlaags.crt") : NotFound();
}
