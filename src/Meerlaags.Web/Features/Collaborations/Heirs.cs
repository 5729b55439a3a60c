using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>A party whose organisation has gone over into others, while nobody confirmed yet who goes on.</summary>
/// <param name="Party">The party.</param>
/// <param name="Since">The day on which its organisation ended.</param>
/// <param name="Standing">Who stands there today.</param>
public sealed record Unconfirmed(Party Party, DateOnly Since, IReadOnlyList<OrganisationId> Standing);

/// <summary>Parties of organisations that ended: who stands there today, and that people confirm it.</summary>
public sealed class Heirs(Lineages lineages, RegisterSearch register)
{
    /// <summary>The parties at the table for which it is to be confirmed who goes on.</summary>
    public async Task<IReadOnlyList<Unconfirmed>> AtAsync(Collaboration table, CancellationToken stop)
    {
        var lineage = await lineages.KnownAsync(stop);
        return [.. table.Seated.Select(party => Of(party, lineage)).OfType<Unconfirmed>()];
    }

    /// <summary>The same for one party, as it is on record this moment; null when there is nothing to confirm.</summary>
    public async Task<Unconfirmed?> OfAsync(Party party, CancellationToken stop) => Of(party, new Lineage(await lineages.AllAsync(stop)));

    private Unconfirmed? Of(Party party, Lineage lineage)
    {
        var today = register.Today;
        if (party.Present is not { } present)
            return null;
        var standing = lineage.StandsFor(present, today);
        return standing.Contains(present)
            ? null
            : new Unconfirmed(party, lineage.After(present).Where(known => known.On <= today && known.Ends(present)).Min(known => known.On), standing);
    }
}

/// <summary>The people of a party whose organisation ended are asked who goes on, and on the page of the collaboration who leads the process too.</summary>
public sealed class HeirAsks(Lineages lineages, RegisterSearch register, Texts texts) : IAsks
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<Ask>> ForAsync(IReadOnlyList<Glance> tables, CancellationToken stop)
    {
        var ended = (await lineages.KnownAsync(stop)).EndedBy(register.Today).ToHashSet();
        return
        [
            .. from table in tables
            from party in table.Mine.Union(table.Led)
            where party.Present is { } present && ended.Contains(present)
            select new Ask(
                table.Id,
                texts["Collaborations.Ask.Heir", Words.InSentence(party.Name)],
                texts["Collaborations.Ask.Heir.Note"],
                $"/samenwerkingen/{table.Id.Value}/partijen/{party.Id.Value}/voortzetting",
                texts["Collaborations.Ask.Heir.Button"],
                Urgent: false
            ),
        ];
    }
}

/// <summary>Somebody confirms who goes on at the seat of a party.</summary>
public sealed class ConfirmHeir(CollaborationChange change, Acts acts, Viewer viewer, Heirs heirs, RegisterSearch register)
{
    /// <summary>Confirms it.</summary>
    public Task<Refusal?> ForAsync(PartyAddress address, string code, Guid? submit, CancellationToken stop) =>
        change.MakeAsync(
            address.Collaboration,
            submit,
            async table =>
            {
                if (table.Party(address.Party) is not { } party)
                    return Refusals.NotThere;
                if (!acts.About(viewer, address.Collaboration, address.Party).Is(out var act, out var refusal))
                    return refusal;
                if (await register.ByCodeAsync(code, stop) is not { } heir)
                    return new Refusal("party.no-heir", code) { Field = "Heir" };
                var standing = (await heirs.OfAsync(party, stop))?.Standing ?? [];
                return table.Continue(party.Id, new Heir(heir.Id, heir.OfficialName), standing, act);
            },
            stop
        );
}
