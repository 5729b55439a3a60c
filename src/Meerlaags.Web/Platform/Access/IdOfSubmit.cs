using System.Security.Cryptography;
using Meerlaags.Domain.Common;

namespace Meerlaags.Web.Platform.Access;

/// <summary>The id of what a submit makes, so that a resend finds what it made the first time.</summary>
public static class IdOfSubmit
{
    /// <summary>Follows from the submit and the person together: nobody lays claim to an id that is another's. Without a submit it is a new id.</summary>
    public static Guid Of(Guid? submit, PersonId person)
    {
        if (submit is not { } sent)
            return Guid.CreateVersion7();
        Span<byte> source = stackalloc byte[32];
        sent.TryWriteBytes(source, bigEndian: true, out _);
        person.Value.TryWriteBytes(source[16..], bigEndian: true, out _);
        var made = SHA256.HashData(source).AsSpan(0, 16);
        // Version 8: an id that follows from something else.
        made[6] = (byte)((made[6] & 0x0F) | 0x80);
        made[8] = (byte)((made[8] & 0x3F) | 0x80);
        return new Guid(made, bigEndian: true);
    }
}
