using System.Globalization;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Statements;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Bench;

/// <summary>What there is in a country, counted in the database.</summary>
internal static class CountryCounts
{
    /// <summary>Counts, in words.</summary>
    /// <param name="services">The product.</param>
    /// <param name="busiest">Most tables of one person.</param>
    public static async Task<string> TextAsync(IServiceProvider services, int busiest)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        using var purpose = scope.ServiceProvider.GetRequiredService<Viewer>().System(SystemPurpose.VerifyJournal);
        var seats = db.Set<Collaboration>().SelectMany(table => table.Parties);
        (string What, int Count)[] all =
        [
            ("collaborations", await db.Set<Collaboration>().CountAsync()),
            ("accounts", await db.Users.CountAsync()),
            ("parties", await seats.CountAsync()),
            ("organisations at tables", await seats.Select(party => party.Organisation).Distinct().CountAsync()),
            ("places of people", await db.Set<Membership>().CountAsync()),
            ("people at tables", await db.Set<Membership>().Select(place => place.Person).Distinct().CountAsync()),
            ("rounds", await db.Set<FramingRound>().CountAsync()),
            ("texts", await db.Set<Formulation>().CountAsync()),
            ("statements", await db.Set<Statement>().CountAsync()),
            ("positions", await db.Set<Position>().CountAsync()),
            ("shared issues", await db.Set<SharedIssue>().CountAsync()),
            ("lines of the journal", await db.Set<JournalLine>().CountAsync()),
            ("of these sealed", await db.Set<JournalLine>().CountAsync(line => line.Seal != null)),
        ];
        return "  "
            + string.Join(", ", all.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Count:N0} {count.What}")))
            + string.Create(CultureInfo.InvariantCulture, $"; {busiest} tables of the busiest person");
    }
}
