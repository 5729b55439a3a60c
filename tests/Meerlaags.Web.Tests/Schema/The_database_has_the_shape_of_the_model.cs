using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Schema;

public sealed class The_database_has_the_shape_of_the_model(Apps apps, Databases databases) : IClassFixture<Apps>
{
    [Theory, OnEveryDatabase]
    public async Task What_the_files_make_is_what_the_model_says(Database database)
    {
        var app = await apps.On(database);
        var script = await app.Data(db => Task.FromResult(db.Database.GenerateCreateScript()));
        var model = await databases.EmptyAsync(database);
        await Catalog.ExecuteAsync(model, script);

        var wanted = await Catalog.ReadAsync(model);
        var made = await Catalog.ReadAsync(app.Settings);

        Expect.Nothing(wanted.Except(made).Select(line => "missing: " + line).Concat(made.Except(wanted).Select(line => "too many: " + line)));
        Assert.NotEmpty(made);
    }

    [Theory, OnEveryDatabase]
    public async Task A_planted_difference_is_seen(Database database)
    {
        var one = await databases.EmptyAsync(database);
        var other = await databases.EmptyAsync(database);
        await Catalog.ExecuteAsync(one, "create table things (id integer not null, name text)");
        await Catalog.ExecuteAsync(other, "create table things (id integer not null, name text not null); create index ix_things_name on things (name)");

        var difference = (await Catalog.ReadAsync(other)).Except(await Catalog.ReadAsync(one));

        Assert.Equal(2, difference.Count());
    }

    [Fact]
    public void Both_databases_have_files_of_the_same_names()
    {
        Assert.Equal(Migrator.Files(sqlite: true).Select(file => file.Name), Migrator.Files(sqlite: false).Select(file => file.Name));
    }

    [Fact]
    public void Files_are_numbered_without_gaps()
    {
        Assert.All(Migrator.Files(sqlite: true).Index(), file => Assert.Matches($"^{file.Index + 1:0000}_[a-z0-9_]+\\.sql$", file.Item.Name));
    }

    [Theory, OnEveryDatabase]
    public async Task A_second_start_changes_nothing(Database database)
    {
        var app = await apps.On(database);
        app.Start();

        Assert.Equal(0, await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None));
    }
}
