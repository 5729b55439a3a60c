namespace Meerlaags.Web.Platform.Access;

/// <summary>This address is also for guests of a room, while they have a place there. All others that ask to sign in are not there for a guest.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GuestsTooAttribute : Attribute
{
    /// <summary>Whether it is there too for a guest whose place is over.</summary>
    public bool Afterwards { get; init; }
}
