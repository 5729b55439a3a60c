using Meerlaags.Domain.Common;

namespace Meerlaags.Web.Platform.Access;

/// <summary>Refusals of the platform itself.</summary>
public static class Refusals
{
    /// <summary>What is asked for does not exist for this viewer: 404 everywhere.</summary>
    public static readonly Refusal NotThere = new("access.not-there");

    /// <summary>The collaboration is archived: there to read, not to write in.</summary>
    public static readonly Refusal Archived = new("collaboration.archived");

    /// <summary>The place of a guest ended while a request was under way: 410, with what was typed.</summary>
    public static readonly Refusal PlaceIsOver = new("access.place-is-over");
}
