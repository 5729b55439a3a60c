using Meerlaags.Web.Tests.Harness;
using Npgsql;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>Open pages and other processes hear nothing of what is written unseen.</summary>
public sealed class Nothing_is_heard(Scenes scenes) : IClassFixture<Scenes>
{
    [Theory, OnEveryDatabase]
    public async Task An_open_page_hears_what_is_for_all_and_nothing_else(Database database)
    {
        await using var worlds = await scenes.SplitAsync(database);
        var ears = worlds.Scene.Outsiders.Where(who => who.Token is null).ToList();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var quiet = await Task.WhenAll(ears.Select(who => ListenAsync(worlds.Quiet, worlds.Scene, who, limit.Token)));
        var telling = await Task.WhenAll(ears.Select(who => ListenAsync(worlds.Telling, worlds.Scene, who, limit.Token)));

        await WriteUnseenAsync(worlds);
        await Task.Delay(TimeSpan.FromSeconds(1));
        await worlds.InBothAsync(world =>
            Scene.ChangeAsync(world.App, worlds.Scene.Table.Id, (_, table, act) => Task.FromResult(table.PlanTalk(act.Today, "", act)))
        );
        var heard = await Task.WhenAll(telling.Select(stream => stream.HeardAsync(limit.Token)));

        Assert.Equal(await Task.WhenAll(quiet.Select(stream => stream.HeardAsync(limit.Token))), heard);
        Assert.Equal(4, heard.Count(events => events == "hello, changed"));
        Assert.Equal(ears.Count - 4, heard.Count(events => events is "404" or "302"));
    }

    [OnPostgres]
    public async Task Other_processes_are_told_nothing()
    {
        await using var worlds = await scenes.SplitAsync(Database.Postgres);
        await using var connection = new NpgsqlConnection(worlds.Telling.App.Settings.Connection);
        await connection.OpenAsync();
        var told = new List<string>();
        connection.Notification += (_, notice) => told.Add(notice.Payload);
        await using (var listen = new NpgsqlCommand("listen meerlaags_bell", connection))
            await listen.ExecuteNonQueryAsync();

        await WriteUnseenAsync(worlds);
        await Scene.ChangeAsync(worlds.Telling.App, worlds.Scene.Table.Id, (_, table, act) => Task.FromResult(table.PlanTalk(act.Today, "", act)));
        await connection.WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal([$"{worlds.Scene.Table.Id.Value} Changed"], told);
    }

    private static async Task WriteUnseenAsync(Worlds worlds)
    {
        var telling = worlds.Telling;
        await Pen.KeepAsync(telling.Author, telling.Desk, Pen.Longest);
        await Pen.HandInAsync(telling.Author, telling.Desk, Pen.Longest);
        await Pen.TakeBackAsync(telling.Author, telling.Desk);
        await Pen.HandInAsync(telling.Author, telling.Desk, Pen.Longest);
        await Pen.HandInAsync(worlds.Quiet.Author, worlds.Quiet.Desk, Pen.Short());
    }

    private static async Task<Stream> ListenAsync(World world, Scene scene, Outsider who, CancellationToken stop)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/samenwerkingen/{scene.Table.Id.Value}/live");
        if (who.CookieHeader.Length > 0)
            request.Headers.Add("Cookie", who.CookieHeader);
        var client = new HttpClient(world.App.Server.CreateHandler()) { BaseAddress = new Uri("http://localhost") };
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
        var stream = new Stream(answer);
        await stream.OpenedAsync(stop);
        return stream;
    }

    /// <summary>An event stream, read until the ring that everybody hears.</summary>
    private sealed class Stream(HttpResponseMessage answer)
    {
        private readonly List<string> heard = [];
        private StreamReader? reader;

        public async Task OpenedAsync(CancellationToken stop)
        {
            if (answer.IsSuccessStatusCode)
            {
                reader = new StreamReader(await answer.Content.ReadAsStreamAsync(stop));
                await NextAsync(stop);
            }
        }

        public async Task<string> HeardAsync(CancellationToken stop)
        {
            if (reader is null)
                return $"{(int)answer.StatusCode}";
            while (heard[^1] != "changed")
                await NextAsync(stop);
            // One more gathering time: a ring that was still under way is heard too.
            using var last = CancellationTokenSource.CreateLinkedTokenSource(stop);
            last.CancelAfter(TimeSpan.FromSeconds(1));
            try
            {
                while (true)
                    await NextAsync(last.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                answer.Dispose();
                return string.Join(", ", heard);
            }
        }

        private async Task NextAsync(CancellationToken stop)
        {
            while (await reader!.ReadLineAsync(stop) is { } line)
            {
                if (!line.StartsWith("event: ", StringComparison.Ordinal))
                    continue;
                heard.Add(line["event: ".Length..]);
                return;
            }
        }
    }
}
