using System.Collections.Concurrent;
using System.Net;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Logging;

namespace Meerlaags.Web.Tests.Harness;

/// <summary>The real product on a real database; only the clock is the test's, and what a test looks through.</summary>
public sealed class TestApp(DataSettings settings, Action<IServiceCollection>? through = null) : WebApplicationFactory<Program>
{
    private readonly ConcurrentDictionary<Someone, (CookieContainer Cookies, DateTimeOffset At)> signedIn = new();
    private readonly ConcurrentDictionary<Someone, Task<PersonId>> accounts = new();

    // Every watched folder costs one of the few watchers of a user, and many products run here at once.
    static TestApp() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "true");

    /// <summary>The clock of the product.</summary>
    public Clock Clock { get; } = new();

    /// <summary>Where its data lives.</summary>
    public DataSettings Settings => settings;

    /// <summary>Starts the product now instead of at the first request.</summary>
    public void Start() => _ = Services;

    /// <summary>The account of this person, made when it is not there yet.</summary>
    public Task<PersonId> Id(Someone person) => accounts.GetOrAdd(person, MakeAsync);

    /// <summary>A browser of somebody who is not signed in.</summary>
    public Browser Anonymous() => new(Server.CreateHandler(), new CookieContainer());

    /// <summary>A browser in which this person has signed in, through the page that everybody uses.</summary>
    public async Task<Browser> As(Someone person)
    {
        await Id(person);
        if (signedIn.TryGetValue(person, out var known) && Clock.Now - known.At < TimeSpan.FromHours(11) && Clock.Now >= known.At)
            return new Browser(Server.CreateHandler(), Copy(known.Cookies));

        var cookies = (await AsKnown(person)).Cookies;
        signedIn[person] = (cookies, Clock.Now);
        return new Browser(Server.CreateHandler(), Copy(cookies));
    }

    /// <summary>A browser of somebody whose account another process on the same database made.</summary>
    public async Task<Browser> AsKnown(Someone person)
    {
        var cookies = new CookieContainer();
        var page = await new Browser(Server.CreateHandler(), cookies).Get("/aanmelden");
        var answer = await page.Post(("Input.Email", person.Email), ("Input.Password", Someone.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return new Browser(Server.CreateHandler(), cookies);
    }

    /// <summary>A program with a personal token of this person, good for the scopes named.</summary>
    public async Task<Api> Api(Someone person, params string[] scopes) => new(Server.CreateHandler(), await Token(person, scopes));

    /// <summary>A personal token of this person, good for the scopes named.</summary>
    public async Task<string> Token(Someone person, params string[] scopes)
    {
        var secret = Secret.New();
        var id = await Id(person);
        await Data(async db =>
        {
            db.Add(
                new PersonalToken
                {
                    Id = Guid.CreateVersion7(),
                    Person = id,
                    Name = "test",
                    SecretHash = Secret.Hash(secret),
                    Scopes = string.Join(' ', scopes),
                    CreatedAt = Clock.Now,
                    ExpiresAt = Clock.Now.AddDays(30),
                }
            );
            return await db.SaveChangesAsync();
        });
        return secret;
    }

    /// <summary>A program without a token.</summary>
    public Api AnonymousApi() => new(Server.CreateHandler(), secret: null);

    /// <summary>Looks into the data past every filter, as the verification of the journal does.</summary>
    public async Task<T> Data<T>(Func<Db, Task<T>> look)
    {
        await using var scope = Services.CreateAsyncScope();
        using (scope.ServiceProvider.GetRequiredService<Viewer>().System(SystemPurpose.VerifyJournal))
            return await look(scope.ServiceProvider.GetRequiredService<Db>());
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Databases.Leave(settings);
    }

    /// <inheritdoc/>
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environments.Production);
        builder.UseSetting("Data:Folder", settings.Folder);
        if (!settings.IsSqlite)
            builder.UseSetting("Data:Postgres", settings.Connection);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.PostConfigure<LoggerFilterOptions>(OnlyErrors);
            // Passwords are hashed as always, but with less patience: half of a sign-in would go into it.
            services.PostConfigure<PasswordHasherOptions>(passwords => passwords.IterationCount = 1000);
            services.ConfigureDbContext<Db>(options => options.UseInternalServiceProvider(Models.On(settings)));
            through?.Invoke(services);
        });
    }

    private static void OnlyErrors(LoggerFilterOptions log)
    {
        log.Rules.Clear();
        log.MinLevel = LogLevel.Error;
    }

    private async Task<PersonId> MakeAsync(Someone person)
    {
        await using var scope = Services.CreateAsyncScope();
        var keeper = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        if (await keeper.FindByEmailAsync(person.Email) is { } known)
            return known.Person;
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = person.Email,
            Email = person.Email,
            DisplayName = person.Name,
            IsAdministrator = person.IsAdministrator,
        };
        var made = await keeper.CreateAsync(account, Someone.Password);
        Assert.True(made.Succeeded, string.Join(' ', made.Errors.Select(error => error.Description)));
        return account.Person;
    }

    private static CookieContainer Copy(CookieContainer cookies)
    {
        var copy = new CookieContainer();
        copy.Add(cookies.GetAllCookies());
        return copy;
    }
}
