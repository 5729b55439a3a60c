using System.Text.Json;
using Meerlaags.Bench.Data;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Demo;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Bench.Gathering;

/// <summary>A seat in the gathering.</summary>
/// <param name="Email">The address with which the person signs in.</param>
/// <param name="Party">The party the person speaks for; empty for who leads the round.</param>
/// <param name="Writes">Whether this person writes the text of the party; colleagues look.</param>
internal sealed record Seat(string Email, Guid Party, bool Writes);

/// <summary>A table of the gathering: a collaboration, whose round has number 1.</summary>
/// <param name="Collaboration">The collaboration.</param>
/// <param name="Leads">Who leads the round.</param>
/// <param name="Seats">Everybody else.</param>
internal sealed record GatheredTable(Guid Collaboration, Seat Leads, IReadOnlyList<Seat> Seats)
{
    /// <summary>Address of its round.</summary>
    public string Round => $"/samenwerkingen/{Collaboration}/rondes/1";
}

/// <summary>What the measurement must know of the gathering.</summary>
/// <param name="Before">A small table that writes and reveals before anything is measured: no server of the day stands still until the first reveal.</param>
/// <param name="Tables">The tables; a table holds 60 parties at most, so many texts need several.</param>
internal sealed record GatheringFacts(GatheredTable Before, IReadOnlyList<GatheredTable> Tables)
{
    private const string FileName = "gathering.json";

    /// <summary>Keeps them beside the data.</summary>
    public Task WriteAsync(string folder) => File.WriteAllTextAsync(Path.Combine(folder, FileName), JsonSerializer.Serialize(this));

    /// <summary>Reads them.</summary>
    public static GatheringFacts Read(string folder) => JsonSerializer.Deserialize<GatheringFacts>(File.ReadAllText(Path.Combine(folder, FileName)))!;
}

/// <summary>Writes collaborations with an open round in which nobody has written yet, through the domain.</summary>
internal static class GatheringSeed
{
    private const string Facilitator = "begeleider";
    private const string Observer = "waarnemer";
    private const int EarlyPeople = 6;

    /// <summary>Makes the installation: the arguments are those of the product, with <c>--people</c>, <c>--parties</c> and <c>--tables</c>.</summary>
    public static async Task RunAsync(Options options)
    {
        await using var filling = await Filling.OpenAsync(options);
        await (await filling.WithinAsync(scope => WriteAsync(scope, options))).WriteAsync(filling.Folder);
    }

    private static async Task<GatheringFacts> WriteAsync(IServiceProvider scope, Options options)
    {
        var db = scope.GetRequiredService<Db>();
        using var purpose = scope.GetRequiredService<Viewer>().System(SystemPurpose.Demo);
        var organisations = await db
            .Organisations.AsNoTracking()
            .Where(organisation => organisation.ValidTo == null && organisation.Kind == "gemeente")
            .OrderBy(organisation => organisation.Code)
            .Take(options.Number("parties", 1))
            .ToDictionaryAsync(organisation => organisation.Code);
        var people = Enumerable.Range(0, options.Number("people", 1)).Select(place => $"persoon-{place}").ToList();
        var early = Enumerable.Range(0, EarlyPeople).Select(place => $"vroeg-{place}").ToList();
        var accounts = Accounts(scope, [Facilitator, Observer, .. people, .. early]);
        db.AddRange(accounts.Values);
        await db.SaveChangesAsync();
        var tables = new List<GatheredTable>();
        foreach (
            var (codes, cast) in organisations
                .Keys.Order(StringComparer.Ordinal)
                .Split(options.Number("tables", 1))
                .Zip(people.Split(options.Number("tables", 1)))
        )
            tables.Add(await WriteAsync(scope, organisations, accounts, (codes, cast)));
        List<string> few = [.. organisations.Keys.Order(StringComparer.Ordinal).Take(EarlyPeople)];
        return new GatheringFacts(await WriteAsync(scope, organisations, accounts, (few, early)), tables);
    }

    private static async Task<GatheredTable> WriteAsync(
        IServiceProvider scope,
        Dictionary<string, Organisation> organisations,
        Dictionary<string, Account> accounts,
        (IReadOnlyList<string> Codes, IReadOnlyList<string> People) around
    )
    {
        var db = scope.GetRequiredService<Db>();
        var codes = around.Codes;
        var seats = around.People.Index().Select(person => (Cast: person.Item, Code: codes[person.Index % codes.Count])).ToList();
        var example = new ExampleFile(
            "Hoe houden wij samen wonen, zorg en werk bereikbaar in alle kernen van onze regio?",
            "De hele regio",
            StartedDaysAgo: 30,
            NextTalk: null,
            [.. codes.Select(code => new ExampleParty(code, [.. seats.Where(seat => seat.Code == code).Select(seat => Speaks(seat.Cast))]))],
            new ExampleRound(OpenedDaysAgo: 1, RevealedDaysAgo: null, [])
        );
        var id = new CollaborationId(Guid.CreateVersion7());
        await using var writing = await db.WriteAsync(id.Value, submit: null, CancellationToken.None);
        var known = accounts.ToDictionary(account => account.Key, account => new PersonId(account.Value.Id));
        var table = new ExampleTable(example, organisations, new DemoContext(scope, known), Moment.Of(TimeProvider.System));
        db.AddRange(table.Set(id));
        db.AddRange(new ExampleFraming(table, scope.GetRequiredService<QuestionSets>()).Play());
        await writing.CommitAsync(CancellationToken.None);
        return new GatheredTable(
            id.Value,
            new Seat(accounts[Facilitator].Email!, Guid.Empty, Writes: false),
            [.. seats.Index().Select(seat => new Seat(accounts[seat.Item.Cast].Email!, table.Party(seat.Item.Code).Value, seat.Index < codes.Count))]
        );
    }

    // As even as it goes, in order.
    private static IEnumerable<IReadOnlyList<string>> Split(this IEnumerable<string> all, int parts)
    {
        var known = all.ToList();
        return Enumerable.Range(0, parts).Select(part => known[(part * known.Count / parts)..((part + 1) * known.Count / parts)]);
    }

    private static ExamplePerson Speaks(string cast) => new(cast, Voice: null, HoldsOffice: false, Mandate: null);

    // One password for all, hashed once: signing in still costs what it costs.
    private static Dictionary<string, Account> Accounts(IServiceProvider scope, IEnumerable<string> cast)
    {
        var hash = scope.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), SeededFacts.Password);
        return cast.ToDictionary(name => name, name => Of(name, hash));
    }

    private static Account Of(string name, string hash)
    {
        var email = $"{name}@voorbeeld.invalid";
        return new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            DisplayName = $"Deelnemer, {name}",
            SecurityStamp = name,
            PasswordHash = hash,
        };
    }
}
