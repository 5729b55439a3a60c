using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Demo;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Bench.Data;

/// <summary>Fills an empty installation with collaborations, through the domain, the same for the same number.</summary>
internal sealed class Seed(Filling filling, int count)
{
    private const string Email = "meting@voorbeeld.invalid";
    private const int PeopleEach = 10;
    private const int AccountsAtOnce = 500;

    private readonly PersonId measured = new(Guid.CreateVersion7());
    private IReadOnlyList<PersonId> people = [];
    private SeededFacts? facts;

    /// <summary>Makes the installation: the arguments are those of the product, with <c>--count</c>.</summary>
    public static async Task RunAsync(Options options)
    {
        await using var filling = await Filling.OpenAsync(options);
        await (await new Seed(filling, options.Number("count", 10)).WriteAsync()).WriteAsync(filling.Folder);
    }

    private async Task<SeededFacts> WriteAsync()
    {
        await MakeAccountsAsync();
        var plans = await filling.WithinAsync(async scope => new ExamplePlans(
            await scope.GetRequiredService<Db>().Organisations.AsNoTracking().ToListAsync(),
            count
        ));
        for (var place = 0; place < count; place++)
            await filling.WithinAsync(scope => WriteAsync(scope, plans, place));
        return facts!;
    }

    private async Task<bool> WriteAsync(IServiceProvider scope, ExamplePlans plans, int place)
    {
        var db = scope.GetRequiredService<Db>();
        using var purpose = scope.GetRequiredService<Viewer>().System(SystemPurpose.Demo);
        var plan = plans[place];
        var cast = plan.Cast.Index().ToDictionary(member => member.Item, member => people[((place * PeopleEach) + member.Index) % people.Count]);
        if (plan.Measured is { } role)
            cast[role] = measured;
        var id = new CollaborationId(Guid.CreateVersion7());
        await using var writing = await db.WriteAsync(id.Value, submit: null, CancellationToken.None);
        var table = new ExampleTable(plan.Example, plans.Organisations, new DemoContext(scope, cast), Moment.Of(TimeProvider.System));
        db.AddRange(table.Set(id));
        var things = new ExampleFraming(table, scope.GetRequiredService<QuestionSets>()).Play().ToList();
        db.AddRange(things);
        await writing.CommitAsync(CancellationToken.None);
        if (plan is { Measured: ExamplePlans.Speaker, Example.Round.RevealedDaysAgo: not null })
            facts ??= new SeededFacts(
                Email,
                measured.Value,
                id.Value,
                things.OfType<FramingRound>().Single().Id.Value,
                table.Party(plan.Example.Parties[ExamplePlans.SpeakerSeat].Code).Value
            );
        return true;
    }

    private async Task MakeAccountsAsync()
    {
        var made = await filling.WithinAsync(scope =>
            scope
                .GetRequiredService<UserManager<Account>>()
                .CreateAsync(
                    new Account
                    {
                        Id = measured.Value,
                        UserName = Email,
                        Email = Email,
                        DisplayName = "Beleidsadviseur, gemeente",
                    },
                    SeededFacts.Password
                )
        );
        if (!made.Succeeded)
            throw new InvalidOperationException(made.ToString());
        people = [.. Enumerable.Range(0, count * PeopleEach).Select(_ => new PersonId(Guid.CreateVersion7()))];
        foreach (var some in people.Index().Chunk(AccountsAtOnce))
            await filling.WithinAsync(scope =>
            {
                var db = scope.GetRequiredService<Db>();
                db.AddRange(some.Select(person => Nobody(person.Index, person.Item)));
                return db.SaveChangesAsync();
            });
    }

    private static Account Nobody(int place, PersonId person)
    {
        var email = $"functie-{place}@voorbeeld.invalid";
        return new Account
        {
            Id = person.Value,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            DisplayName = $"Adviseur {place}, organisatie {place % 400}",
            SecurityStamp = person.Value.ToString("N"),
        };
    }
}
