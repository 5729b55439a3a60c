using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Reads a collaboration with its parties, people and settings, as the API and the export give it.</summary>
public static class CollaborationFactsReader
{
    /// <summary>The collaboration; null when it is not there for this viewer.</summary>
    public static async Task<CollaborationFacts?> OfAsync(CollaborationId id, CollaborationQueries queries, DateOnly today, CancellationToken stop)
    {
        if (await queries.TableAsync(id, stop) is not { } table)
            return null;
        var members = await queries.MembersAsync(id, stop);
        var named = table
            .Parties.SelectMany(party =>
                party.Voices.Select(voice => (OrganisationId?)voice.Organisation).Append(party.Organisation).Append(party.Heir?.Organisation)
            )
            .OfType<OrganisationId>();
        var organisations = await queries.OrganisationsAsync(named, stop);
        string Code(OrganisationId? organisation) => organisation is { } known && organisations.GetValueOrDefault(known) is { } found ? found.Code : "";
        return new CollaborationFacts(
            CollaborationSummary.Of(table),
            [.. table.Parties.Select(party => PartyFacts.Of(party, today, Code))],
            [.. members.Select(member => MemberFacts.Of(member, Code))]
        )
        {
            Instellingen = SettingsFacts.Of(table),
        };
    }
}
