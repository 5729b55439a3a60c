using System.Net;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Tests.Harness;

namespace Meerlaags.Web.Tests.Blind;

/// <summary>Somebody who may not know what Dantumadiel writes: a browser with its cookies, or a program with a token.</summary>
internal sealed record Outsider(string Who, CookieContainer Cookies, string? Token = null)
{
    /// <summary>A guest on a phone, whom another party let in.</summary>
    public const string Guest = "Guest of another party";

    /// <summary>A guest on a phone, who waits at the door of the author's party.</summary>
    public const string GuestAtTheDoor = "Guest at the door";

    /// <summary>Whether this one opens the texts of the table; that act is looked at apart.</summary>
    public bool Reveals => Who == nameof(People.Facilitator);

    /// <summary>Whether this one sits at the table or looks after the installation; to the others the table does not exist.</summary>
    public bool IsNear =>
        Who is "Observer" or "Member of another party" or "Administrator" or Guest or GuestAtTheDoor or nameof(People.Facilitator) || Token is not null;

    /// <summary>What the browser sends along.</summary>
    public string CookieHeader => Cookies.GetCookieHeader(new Uri("http://localhost"));

    /// <summary>The same one in a world of its own.</summary>
    public Browser In(TestApp app)
    {
        var cookies = new CookieContainer();
        cookies.Add(Cookies.GetAllCookies());
        return new Browser(app.Server.CreateHandler(), cookies);
    }

    /// <summary>Somebody who signed in.</summary>
    public static async Task<Outsider> SignedInAsync(TestApp app, string who, Someone person) => new(who, (await app.As(person)).Cookies);

    /// <summary>A program of somebody with a token for these scopes.</summary>
    public static async Task<Outsider> WithTokenAsync(TestApp app, Someone person, params string[] scopes)
    {
        var secret = Secret.New();
        var id = await app.Id(person);
        await app.Data(db =>
        {
            db.Add(
                new PersonalToken
                {
                    Id = Guid.CreateVersion7(),
                    Person = id,
                    Name = "test",
                    SecretHash = Secret.Hash(secret),
                    Scopes = string.Join(' ', scopes),
                    CreatedAt = app.Clock.Now,
                    ExpiresAt = app.Clock.Now.AddDays(30),
                }
            );
            return db.SaveChangesAsync();
        });
        return new Outsider($"{person.Name}, token for {string.Join(" and ", scopes)}", new CookieContainer(), secret);
    }
}
