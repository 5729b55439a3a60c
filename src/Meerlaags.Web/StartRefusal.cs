using System.Net.Sockets;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Connections;

namespace Meerlaags.Web;

/// <summary>Why the installation does not start, in one sentence for whoever starts it. A bug is no reason: it keeps its stack trace.</summary>
internal static class StartRefusal
{
    // Who reads what an administrator writes: an address, a switch. The same fault from elsewhere is a bug.
    private const string Addresses = "Microsoft.AspNetCore.Http";
    private const string Switches = "Microsoft.Extensions.Configuration.Binder";

    /// <summary>The sentence, or null when nobody but a programmer can mend it.</summary>
    public static string? Of(Exception fault) =>
        fault switch
        {
            StartRefusedException refused => refused.Message,
            IOException { InnerException: AddressInUseException or AggregateException } or SocketException => Sentence("Platform.Refused.Address", fault),
            InvalidDataException or FormatException { Source: Addresses } or InvalidOperationException { InnerException: FormatException, Source: Switches } =>
                Sentence("Platform.Refused.Settings", fault),
            _ => null,
        };

    private static string Sentence(string key, Exception fault) => new Texts(Startup.Features)[key, fault.Message];
}
