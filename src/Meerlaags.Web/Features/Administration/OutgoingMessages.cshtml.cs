using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Outgoing messages: to whom and since when.</summary>
[Authorize(Policy = Policies.Administrator)]
public sealed class OutgoingMessages(OutgoingReader outgoing) : FeaturePage
{
    /// <summary>The page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int Pagina { get; set; } = 1;

    /// <summary>The messages of this page, newest first.</summary>
    public IReadOnlyList<WaitingMail> Mail { get; private set; } = [];

    /// <summary>How many messages there are in all.</summary>
    public int Count { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync() => (Mail, Count) = await outgoing.ListAsync(Pagina, Stop);
}
