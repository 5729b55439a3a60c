using Meerlaags.Bench.Country;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Faults;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Country;

/// <summary>A very small one of the countries that the benchmark makes and measures: so that its rules keep fitting those of the product.</summary>
public sealed class A_generated_country(Databases databases)
{
    private static readonly CountrySize Small = new(40, Seed: 7, CountrySize.UsualUntil);
    private static readonly Someone Measured = new("Beleidsadviseur, gemeente", CountryWriter.Email);

    [Theory, OnEveryDatabase]
    public async Task It_is_whole_its_journal_holds_and_its_pages_answer(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var made = await WriteAsync(app, Small);

        Assert.Equal(Small.Collaborations, await app.Data(db => db.Collaborations.CountAsync()));
        Assert.InRange(
            await app.Data(db => db.Users.CountAsync()),
            Small.Collaborations * CountrySize.PeopleEach,
            Small.Collaborations * 2 * CountrySize.PeopleEach
        );
        Assert.Equal(CountryPlan.OwnTables, await app.Data(db => db.Memberships.CountAsync(place => place.Person == new Domain.Common.PersonId(made.Person))));
        Assert.NotEqual(0, await app.Data(db => db.Set<ShownSeat>().CountAsync()));
        Assert.NotEqual(0, await app.Data(db => db.Set<SharedIssue>().CountAsync()));
        Assert.NotEqual(0, await app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Seal != null)));
        await Chains.HoldAsync(app);
        var browser = await app.AsKnown(Measured);
        foreach (
            var address in new[]
            {
                "/mijn-overzicht",
                $"/samenwerkingen/{made.Collaboration}",
                $"/samenwerkingen/{made.Collaboration}/logboek",
                $"/samenwerkingen/{made.Collaboration}/rondes/1",
                $"/organisaties/{made.Municipality}",
                "/kaart",
            }
        )
            Assert.Equal(200, (await browser.Get(address)).Status);
        Assert.NotEmpty((await browser.Get($"/zoeken?q={Vocabulary.Rare}")).Document.QuerySelectorAll("mark"));
    }

    [Theory, OnEveryDatabase]
    public async Task The_same_seed_makes_the_same_journal(Database database)
    {
        var small = Small with { Collaborations = 14 };

        var hashes = await HashesAsync(database, small);

        Assert.Equal(small.Collaborations, hashes.Count);
        Assert.Equal(hashes, await HashesAsync(Database.Sqlite, small));
        Assert.Empty(hashes.Intersect(await HashesAsync(Database.Sqlite, small with { Seed = 8 })));
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_measured_is_the_same_in_a_larger_country(Database database)
    {
        var few = await HashesAsync(database, Small with { Collaborations = CountryPlan.OwnTables });

        Assert.Empty(few.Except(await HashesAsync(Database.Sqlite, Small with { Collaborations = 14 })));
    }

    // The chain of the installation tells when the register was loaded, which is no matter of the seed.
    private async Task<IReadOnlyList<string>> HashesAsync(Database database, CountrySize size)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        await WriteAsync(app, size);
        return await app.Data(db =>
            db.Set<JournalChain>().Where(chain => chain.Id != JournalChain.Installation).Select(chain => chain.Hash).Order().ToListAsync()
        );
    }

    private static Task<CountryMade> WriteAsync(TestApp app, CountrySize size) =>
        new CountryWriter(app.Services, size, TextWriter.Null).WriteAsync(Someone.Password, CancellationToken.None);
}
