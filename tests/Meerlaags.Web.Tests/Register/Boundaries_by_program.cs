using System.Text;
using Meerlaags.Web.Features.Register.Maps;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Harness;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Register;

/// <summary>A program looks at a boundary file, imports it and takes it back, as administrators do on their page; what is broken changes nothing.</summary>
public sealed class Boundaries_by_program(Databases databases)
{
    private const string Boundaries = "/api/v1/grenzen";
    private const string With = "?geldigVanaf=2026-01-01&naamsvermelding=CBS%20%3Cb%3E&licentie=CC%20BY%204.0&bestand=klein.geojson";

    [Theory, OnEveryDatabase]
    public async Task A_file_is_looked_at_taken_over_once_and_taken_back(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var program = await app.Api(People.Administrator, Scopes.Administer);
        var file = Encoding.UTF8.GetString(BoundaryFiles.Small);

        var strange = BoundaryFiles.Collection(BoundaryFiles.Square("GM1891", 5.9, 53.25), BoundaryFiles.Square("XX1", 6.0, 53.35));
        Assert.Equal("XX1", (await program.Post(Boundaries + "/voorstel" + With, strange)).Json.GetProperty("overgeslagen")[0].GetString());
        var looked = (await program.Post(Boundaries + "/voorstel" + With, file)).Json.GetProperty("lagen")[0];
        Assert.Equal(
            ("gemeente", 3, 339),
            (looked.GetProperty("soort").GetString(), looked.GetProperty("aantal").GetInt32(), looked.GetProperty("zonderGrens").GetArrayLength())
        );
        Assert.Equal(0, await app.Data(db => db.BoundarySets.CountAsync()));

        var submit = Guid.CreateVersion7();
        var sent = await Task.WhenAll(program.Post(Boundaries + With, file, submit), program.Post(Boundaries + With, file, submit));
        Assert.Equal([201, 201], sent.Select(answer => answer.Status));
        var made = Assert.Single((await program.Get(Boundaries)).Json.GetProperty("verzamelingen").EnumerateArray());
        Assert.Equal(
            ("CBS <b>", "klein.geojson", true),
            (made.GetProperty("naamsvermelding").GetString(), made.GetProperty("bestand").GetString(), made.GetProperty("opDeKaart").GetBoolean())
        );
        Assert.Equal("boundary.imported-before", (await program.Post(Boundaries + With, file)).Code);
        Assert.Equal(200, (await program.Get(Boundaries + "/gemeente")).Status);

        var back = $"{Boundaries}/{made.GetProperty("id").GetGuid()}/intrekking";
        Assert.Equal(400, (await program.Post(back, new { reden = " " })).Status);
        Assert.Equal(204, (await program.Post(back, new { reden = "Verkeerd jaar" })).Status);
        Assert.Equal(404, (await program.Get(Boundaries + "/gemeente")).Status);
        Assert.Equal("Verkeerd jaar", (await program.Get(Boundaries)).Json.GetProperty("verzamelingen")[0].GetProperty("ingetrokken").GetString());
        Assert.Equal(404, (await program.Post($"{Boundaries}/{Guid.CreateVersion7()}/intrekking", new { reden = "Niets" })).Status);
    }

    [Theory, OnEveryDatabase]
    public async Task What_is_broken_or_too_large_changes_nothing(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var program = await app.Api(People.Administrator, Scopes.Administer);
        var before = await app.Data(db => db.Set<JournalLine>().CountAsync());
        Assert.True(BoundaryFiles.Broken.Count > 30);
        foreach (var broken in BoundaryFiles.Broken)
        {
            var refused = await program.Post(Boundaries + With, broken.Content);
            Assert.True((refused.Status, refused.Code) == (400, broken.Code), $"{broken.What}: {refused.Status} {refused.Code}");
        }
        Assert.Equal(413, (await program.Post(Boundaries + With, new string(' ', 21_500_000))).Status);
        Assert.Equal("boundary.too-large", (await program.Post(Boundaries + With, new string(' ', 20_500_000))).Code);
        Assert.Equal("geldigVanaf", (await program.Post(Boundaries, Encoding.UTF8.GetString(BoundaryFiles.Small))).Field);
        Assert.Equal(
            "naamsvermelding",
            (await program.Post(Boundaries + "?geldigVanaf=2026-01-01&naamsvermelding=&licentie=x", Encoding.UTF8.GetString(BoundaryFiles.Small))).Field
        );
        Assert.Equal(before, await app.Data(db => db.Set<JournalLine>().CountAsync()));
        Assert.Equal(0, await app.Data(db => db.BoundarySets.CountAsync()));
    }

    [Theory, OnEveryDatabase]
    public async Task Nobody_else_may(Database database)
    {
        await using var app = new TestApp(await databases.StartedAsync(database));
        var other = await app.Api(People.Fryslan, Scopes.All);
        var file = Encoding.UTF8.GetString(BoundaryFiles.Small);

        Assert.Equal(403, (await other.Get(Boundaries)).Status);
        Assert.Equal(403, (await other.Post(Boundaries + With, file)).Status);
        Assert.Equal(403, (await other.Post(Boundaries + "/voorstel" + With, file)).Status);
        Assert.Equal(0, await app.Data(db => db.BoundarySets.CountAsync()));
    }
}
