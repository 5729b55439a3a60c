using System.Globalization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Collaborations.Export;

/// <summary>The table itself for people: parties and how they sat, people with their mandates, earlier words, the archive. For programs it stands in the export already.</summary>
public sealed class CollaborationExport(CollaborationQueries queries, Texts texts, Acts acts) : IExportPart
{
    /// <inheritdoc/>
    public async Task<ExportPart> OfAsync(Collaboration table, CancellationToken stop)
    {
        var members = await queries.MembersAsync(table.Id, stop);
        var parties = table.Parties.OrderBy(party => party.Tier).ThenBy(party => party.Name, StringComparer.Ordinal);
        return new ExportPart(
            "samenwerking",
            null,
            [
                new ReadableSection(texts["Collaborations.Menu.Parties"], [.. parties.Select(Of)]),
                new ReadableSection(texts["Collaborations.Export.People"], [.. members.Select(member => Of(member, table))]),
                new ReadableSection(
                    texts["Collaborations.Wordings.Title"],
                    [
                        .. table.Wordings.Select(before => new ReadableLine(before.Challenge, before.Region)
                        {
                            Note = texts["Collaborations.Wordings.Until", Day(before.Until)],
                        }),
                    ]
                ),
                new ReadableSection(
                    texts["Collaborations.Archive.Before"],
                    [
                        .. table.Archivings.Select(time => new ReadableLine(
                            texts[time.Reopens ? "Collaborations.Archive.Opened" : "Collaborations.Archive.Archived", Day(time.At)],
                            time.Reason
                        )),
                    ]
                ),
            ]
        );
    }

    private ReadableLine Of(Party party) =>
        new(party.Name, party.IsSeated ? SeatTagHelper.Words(texts, party.SeatOn(acts.Today)) : "")
        {
            Note = party.LeftAt is { } left ? texts["Collaborations.Parties.LeftOn", Day(left)] : "",
        };

    private ReadableLine Of(Member member, Collaboration table)
    {
        var party = member.Place.Party is { } id ? ", " + table.Party(id)?.Name : "";
        return new ReadableLine(member.Name, texts["Collaborations.Function." + member.Place.Function] + party)
        {
            Note = string.Join(' ', member.Place.Mandates.Select(mandate => $"{Of(mandate)}: {mandate.SourceDecision}. {mandate.Limits}".Trim())),
        };
    }

    private string Of(Mandate mandate) =>
        mandate.Until is { } until
            ? texts["Collaborations.Mandate.Between", Short(mandate.From), Short(until)]
            : texts["Collaborations.Mandate.From", Short(mandate.From)];

    private static string Day(DateTimeOffset at) => Texts.Day(DutchTime.DayOf(at));

    private static string Short(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture);
}
