using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;

namespace Meerlaags.Web.Platform.Notices;

/// <summary>Who at a table is told of something. Whoever did it is never told, and whoever joined later neither.</summary>
public sealed class Audience
{
    private readonly Func<PlaceAtTable, bool> includes;

    private Audience(Func<PlaceAtTable, bool> includes) => this.includes = includes;

    /// <summary>Everyone with a place at the table.</summary>
    public static readonly Audience Table = new(_ => true);

    /// <summary>Who facilitates, and who was granted to lead the process too.</summary>
    public static readonly Audience Leading = new(place => place.Leads || place.Function == MemberFunction.Facilitator);

    /// <summary>Nobody: another line of the same act says it already.</summary>
    public static readonly Audience Nobody = new(_ => false);

    /// <summary>One person, when this person has a place at the table.</summary>
    public static Audience Of(PersonId person) => new(place => place.Person == person);

    /// <summary>Everyone who sits at the table for a party.</summary>
    public static Audience Of(PartyId party) => new(place => place.Party == party);

    internal bool Includes(PlaceAtTable place) => includes(place);
}

/// <summary>A place of a person at a table, as far as it matters for who is told.</summary>
/// <param name="Membership">The place.</param>
/// <param name="Person">The person.</param>
/// <param name="Party">The party spoken for, or null.</param>
/// <param name="Function">What the person does.</param>
internal sealed record PlaceAtTable(MembershipId Membership, PersonId Person, PartyId? Party, MemberFunction Function)
{
    /// <summary>Whether this person leads the process beside the facilitator.</summary>
    public bool Leads { get; init; }

    /// <summary>Since when.</summary>
    public DateTimeOffset JoinedAt { get; init; }

    /// <summary>The place as it is in this very change.</summary>
    public static PlaceAtTable Of(Membership place) =>
        new(place.Id, place.Person, place.Party, place.Function) { Leads = place.LeadsSince is not null, JoinedAt = place.JoinedAt };
}
