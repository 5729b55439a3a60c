using System.Diagnostics;
using System.Net;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Tests.Blind;
using Meerlaags.Web.Tests.Harness;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Tests.Faults;

/// <summary>The built product, as a program of its own on SQLite, is killed while people hand in: what it acknowledged is there.</summary>
public sealed class A_killed_process(Databases databases)
{
    private const int Writers = 6;
    private const int Kills = 3;
    private const int ActsBeforeItDies = 25;

    [Fact]
    public async Task Nothing_that_was_acknowledged_is_lost()
    {
        var settings = await databases.StartedAsync(Database.Sqlite);
        var tables = new List<Table>();
        await using (var app = new TestApp(settings))
        {
            app.Clock.Now = Meerlaags.Web.Platform.Access.Moment.Of(TimeProvider.System);
            for (var writer = 0; writer < Writers; writer++)
            {
                tables.Add(await Table.SetAsync(app));
                await tables[^1].OpenRoundAsync();
            }
        }

        var writers = tables.Select(table => new Writer(table)).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            SqliteConnection.ClearAllPools();
            await BurstAndKillAsync(settings.Folder, writers);
            await using var again = new TestApp(settings);
            foreach (var writer in writers)
                await writer.CheckAsync(again);
            await Chains.HoldAsync(again);
        }
    }

    private static async Task BurstAndKillAsync(string folder, List<Writer> writers)
    {
        var port = BuiltProduct.FreePort();
        using var program = BuiltProduct.Start(["--urls", $"http://localhost:{port}", "--Data:Folder", folder, "--Logging:LogLevel:Default", "Error"]);
        try
        {
            var cookies = await SignInAsync(program, port);
            var before = writers.Sum(writer => writer.Acknowledged);
            var burst = writers.Select(writer => writer.WriteAsync(new Browser(new OtherPort(port), cookies))).ToList();
            while (writers.Sum(writer => writer.Acknowledged) < before + ActsBeforeItDies && !program.HasExited)
                await Task.Delay(5);
            program.Kill();
            await program.WaitForExitAsync();
            await Task.WhenAll(burst);
        }
        finally
        {
            if (!program.HasExited)
                program.Kill();
        }
    }

    private static async Task<CookieContainer> SignInAsync(Process program, int port)
    {
        for (var tries = 0; ; tries++)
        {
            Assert.False(program.HasExited, "the product did not start");
            try
            {
                var cookies = new CookieContainer();
                var page = await new Browser(new OtherPort(port), cookies).Get("/aanmelden");
                var answer = await page.Post(("Input.Email", People.Dantumadiel.Email), ("Input.Password", Someone.Password));
                Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                return cookies;
            }
            catch (HttpRequestException) when (tries < 300)
            {
                await Task.Delay(200);
            }
        }
    }

    /// <summary>Hands in, takes back, hands in again, and remembers what was acknowledged.</summary>
    private sealed class Writer(Table table)
    {
        private readonly string desk = Pen.Address(table, table.Dantumadiel);
        private string last = "";
        private int acknowledged;

        public int Acknowledged => Volatile.Read(ref acknowledged);

        public async Task WriteAsync(Browser browser)
        {
            try
            {
                while (true)
                {
                    var page = await browser.Get(desk);
                    var isIn = page.Document.QuerySelector("form[action$='handler=TakeBack']") is not null;
                    var words = $"woorden {Acknowledged}";
                    var answer = isIn
                        ? await page.Post("form[action$='handler=TakeBack']")
                        : await page.Post("button[formaction$='handler=HandIn']", Pen.Fields(Pen.Short(words)));
                    Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
                    last = isIn ? "" : words;
                    Interlocked.Increment(ref acknowledged);
                }
            }
            catch (HttpRequestException)
            {
                // The product died, as it should.
            }
        }

        public async Task CheckAsync(TestApp app)
        {
            var acts = await app.Data(db => db.Set<JournalLine>().CountAsync(line => line.Chain == table.Id.Value && line.Fact.StartsWith("formulation-")));
            var text = await app.Data(db => db.Set<Domain.Framing.Formulation>().SingleOrDefaultAsync(text => text.Party == table.Dantumadiel));
            Assert.InRange(acts, Acknowledged, Acknowledged + 1);
            Assert.Equal(acts % 2 == 1, text?.IsSubmitted == true);
            if (acts == Acknowledged && last.Length > 0)
                Assert.Equal(last, text!.TextOf("issue"));
            // What was done but not acknowledged counts from now on.
            acknowledged = acts;
        }
    }
}
