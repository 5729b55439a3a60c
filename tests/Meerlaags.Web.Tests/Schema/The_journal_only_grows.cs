using System.Data.Common;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Schema;

public sealed class The_journal_only_grows(Apps apps) : IClassFixture<Apps>
{
    private static string Line(int number) =>
        $$"""
            insert into journal_lines (chain, number, at, fact, content, hash, seal, sealed_for)
            values ('0198a000-0000-7000-8000-000000000001', {{number}}, '2026-12-01T09:00:00.000000Z', 'text-submitted', '{}', 'aa',
              '0198a000-0000-7000-8000-000000000002', '0198a000-0000-7000-8000-000000000003')
            """;

    [Theory, OnEveryDatabase]
    public async Task A_line_is_never_deleted(Database database)
    {
        var app = await WithLine(database, 1);

        await Assert.ThrowsAnyAsync<DbException>(() => Catalog.ExecuteAsync(app.Settings, "delete from journal_lines where number = 1"));
    }

    [Theory, OnEveryDatabase]
    public async Task What_was_hashed_is_never_changed(Database database)
    {
        var app = await WithLine(database, 2);
        string[] changes =
        [
            "content = 'x'",
            "hash = 'x'",
            "number = 99",
            "fact = 'x'",
            "at = '2020-01-01T00:00:00.000000Z'",
            "person = '0198a000-0000-7000-8000-000000000009'",
            "party = '0198a000-0000-7000-8000-000000000009'",
            "sealed_for = null",
            "seal = '0198a000-0000-7000-8000-000000000009'",
        ];

        foreach (var change in changes)
            await Assert.ThrowsAnyAsync<DbException>(() => Catalog.ExecuteAsync(app.Settings, $"update journal_lines set {change} where number = 2"));
    }

    [Theory, OnEveryDatabase]
    public async Task A_seal_opens_and_stays_open(Database database)
    {
        var app = await WithLine(database, 3);

        Assert.Equal(1, await Catalog.ExecuteAsync(app.Settings, "update journal_lines set seal = null where number = 3"));
        await Assert.ThrowsAnyAsync<DbException>(() =>
            Catalog.ExecuteAsync(app.Settings, "update journal_lines set seal = '0198a000-0000-7000-8000-000000000002' where number = 3")
        );
    }

    private async Task<TestApp> WithLine(Database database, int number)
    {
        var app = await apps.On(database);
        app.Start();
        await Catalog.ExecuteAsync(app.Settings, Line(number));
        return app;
    }
}
