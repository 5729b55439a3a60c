using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace Meerlaags.Web.Platform.Security;

/// <summary>What the authority of one installation may sign for: this machine, and addresses in private networks (RFC 5280, name constraints).</summary>
internal static class LocalNames
{
    private const string NameConstraints = "2.5.29.30";

    /// <summary>The names of this machine.</summary>
    public static IReadOnlyList<string> Of(string host) => [.. new[] { "localhost", host, host.Contains('.') ? host : host + ".local" }.Distinct()];

    /// <summary>The limits, as an extension that whoever does not understand it must refuse.</summary>
    public static X509Extension OnlyThese(string host)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 0)))
        {
            foreach (var name in Of(host))
                using (writer.PushSequence())
                    writer.WriteCharacterString(UniversalTagNumber.IA5String, name, new Asn1Tag(TagClass.ContextSpecific, 2));
            foreach (var network in LocalNetwork.Private)
            {
                var address = network.BaseAddress.GetAddressBytes();
                var mask = Enumerable.Range(0, address.Length).Select(place => (byte)(0xFF << Math.Clamp(8 - (network.PrefixLength - (place * 8)), 0, 8)));
                using (writer.PushSequence())
                    writer.WriteOctetString([.. address, .. mask], new Asn1Tag(TagClass.ContextSpecific, 7));
            }
        }
        return new X509Extension(NameConstraints, writer.Encode(), critical: true);
    }
}
