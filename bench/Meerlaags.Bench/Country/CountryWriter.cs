using Meerlaags.Domain.Content;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Search;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Bench.Country;

/// <summary>What one must know of a country to look at it.</summary>
/// <param name="Person">The person who is measured, and where the account is.</param>
/// <param name="Collaboration">A table of this person whose texts and positions are open.</param>
/// <param name="Round">Its round.</param>
/// <param name="Party">The party the person speaks for there.</param>
/// <param name="Municipality">Code of the municipality that sits at most tables.</param>
internal sealed record CountryMade(Guid Person, Guid Collaboration, Guid Round, Guid Party, string Municipality)
{
    /// <summary>Rows written for collaborations, those of the journal included.</summary>
    public long Rows { get; init; }

    /// <summary>Most tables of one person.</summary>
    public int Busiest { get; init; }
}

/// <summary>
/// Fills an empty installation with a country, through the domain, the data layer and the journal of the product. Each collaboration is one change, as it would be for a person;
/// what is left out is waiting for the disk and looking for changes in things that are all new.
/// </summary>
/// <param name="services">The product.</param>
/// <param name="size">The country.</param>
/// <param name="say">Where progress is told.</param>
internal sealed class CountryWriter(IServiceProvider services, CountrySize size, TextWriter say)
{
    /// <summary>The address of the measured person.</summary>
    public const string Email = "meting@voorbeeld.invalid";

    private const int AccountsAtOnce = 1_000;
    private const int AtOnceOnSqlite = 2;
    private const int AtOnceOnPostgres = 4;

    private readonly QuestionSet questions = services.GetRequiredService<QuestionSets>().Newest(QuestionSets.IssueAccordingToUs);

    /// <summary>Writes it.</summary>
    /// <param name="password">The password of everybody, hashed once.</param>
    /// <param name="stop">Stops it.</param>
    public async Task<CountryMade> WriteAsync(string password, CancellationToken stop)
    {
        var plan = await PlanAsync(stop);
        await MakeAccountsAsync(plan, password, stop);
        var progress = new Progress(size.Collaborations, say);
        Stage? measured = null;
        var atOnce = services.GetRequiredService<DataSettings>().IsSqlite ? AtOnceOnSqlite : AtOnceOnPostgres;
        await Parallel.ForEachAsync(
            plan.Tables,
            new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stop },
            async (table, ends) =>
            {
                var stage = new TablePlay(table, plan.DiceOf(table), questions).Play();
                await KeepAsync(stage, progress, ends);
                if (table.Number == CountryPlan.MeasuredTable)
                    measured = stage;
            }
        );
        await FilledAsync(stop);
        return Made(plan, measured!) with { Rows = progress.Rows };
    }

    // The words of all texts were kept as they were written: the product has nothing to read anew at its first start.
    private async Task FilledAsync(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        if (await db.Set<SearchFilled>().AnyAsync(filled => filled.Words == SearchWords.Version, stop))
            return;
        db.Add(new SearchFilled { Words = SearchWords.Version, At = new DateTimeOffset(size.Until, TimeOnly.MinValue, TimeSpan.Zero) });
        await db.SaveChangesAsync(stop);
    }

    private static CountryMade Made(CountryPlan plan, Stage measured)
    {
        var round = measured.Things.OfType<FramingRound>().First();
        var place = measured.Things.OfType<Domain.Collaborations.Membership>().Single(place => place.Person == plan.Measured);
        return new CountryMade(plan.Measured.Value, measured.Table.Id.Value, round.Id.Value, place.Party!.Value.Value, plan.BusiestMunicipality)
        {
            Busiest = plan.Busiest,
        };
    }

    private async Task<CountryPlan> PlanAsync(CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        return new CountryPlan(await scope.ServiceProvider.GetRequiredService<Db>().Organisations.AsNoTracking().ToListAsync(stop), size);
    }

    private async Task KeepAsync(Stage stage, Progress progress, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        using var purpose = scope.ServiceProvider.GetRequiredService<Viewer>().System(SystemPurpose.Demo);
        await HurryAsync(db, stop);
        db.AddRange(stage.Things);
        await using var writing = await db.WriteAsync(stage.Table.Id.Value, submit: null, stop);
        if (stage.Table.IsShown)
            await scope.ServiceProvider.GetRequiredService<ShownSeats>().KeepAsync(stage.Table, stop);
        // Everything is new but the head of the journal, which PostgreSQL makes when it is held.
        if (!db.IsSqlite)
            db.Entry(writing.Head).State = EntityState.Modified;
        await writing.CommitAsync(stop);
        progress.Kept(db.ChangeTracker.Entries().Count(entry => entry.Metadata.FindOwnership() is not { IsUnique: true }), writing.Head.Count);
    }

    // Nobody relies on this installation yet: a power cut means to begin anew.
    private static async Task HurryAsync(Db db, CancellationToken stop)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.Database.OpenConnectionAsync(stop);
        if (db.IsSqlite)
            await db.Database.ExecuteSqlAsync($"PRAGMA synchronous=OFF; PRAGMA cache_size=-200000", stop);
        else
            await db.Database.ExecuteSqlAsync($"set synchronous_commit = off", stop);
    }

    private async Task MakeAccountsAsync(CountryPlan plan, string password, CancellationToken stop)
    {
        await using var once = services.CreateAsyncScope();
        var hash = once.ServiceProvider.GetRequiredService<IPasswordHasher<Account>>().HashPassword(new Account(), password);
        var accounts = plan
            .People.Index()
            .Select(person => Of(person.Item, $"functie-{person.Index + 1}@voorbeeld.invalid", hash))
            .Prepend(Of(new PlannedPerson(plan.Measured, "Beleidsadviseur, gemeente"), Email, hash));
        foreach (var some in accounts.Chunk(AccountsAtOnce))
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<Db>();
            await HurryAsync(db, stop);
            db.AddRange(some);
            await db.SaveChangesAsync(stop);
        }
    }

    private static Account Of(PlannedPerson person, string email, string hash) =>
        new()
        {
            Id = person.Id.Value,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            DisplayName = person.Name,
            SecurityStamp = person.Id.Value.ToString("N"),
            PasswordHash = hash,
        };
}
