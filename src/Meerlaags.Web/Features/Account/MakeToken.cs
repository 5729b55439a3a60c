using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Journal;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Account;

/// <summary>What someone wants of a new token.</summary>
/// <param name="Name">What the owner calls it.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="Lifetime">How long it works.</param>
/// <param name="Password">The password, needed when the token may bind or administer.</param>
public sealed record TokenWish(string Name, IReadOnlyList<string> Scopes, TimeSpan Lifetime, string? Password);

/// <summary>A token with its secret, which is shown this once.</summary>
public sealed record MadeToken(PersonalToken Token, string Secret);

/// <summary>Makes a personal token. One that may bind a party asks the password again and lives a quarter of an hour; one that may administer asks it too.</summary>
public sealed class MakeToken(Db db, Acts acts, Viewer viewer, PasswordAgain passwordAgain)
{
    /// <summary>Longest name, as people count.</summary>
    public const int NameLimit = 80;

    /// <summary>Most tokens that one person has in use.</summary>
    public const int Most = 50;

    /// <summary>How long a token lives at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>How long a token that may bind lives.</summary>
    public static readonly TimeSpan BindingLifetime = TimeSpan.FromMinutes(15);

    /// <summary>Makes it, once for one submit.</summary>
    public async Task<Decided<MadeToken>> MakeAsync(TokenWish wish, Guid? submit, CancellationToken stop)
    {
        if (viewer.Person is not { } person)
            return new Refusal("access.sign-in");
        var name = PlainText.Line(wish.Name);
        if (Wrong(wish, name, viewer.IsAdministrator) is { } wrong)
            return wrong;
        var binds = wish.Scopes.Contains(Scopes.Bind);
        if ((binds || wish.Scopes.Contains(Scopes.Administer)) && await passwordAgain.CheckAsync(wish.Password, stop) is { } refused)
            return refused;

        await using var writing = await db.WriteAsync(JournalChain.Installation, submit, stop);
        if (writing.IsRepeated)
            return new Refusal("token.already-made");
        var now = acts.Now;
        if (await db.Set<PersonalToken>().CountAsync(known => known.RevokedAt == null && known.ExpiresAt > now, stop) >= Most)
            return new Refusal("token.too-many", Most);
        var secret = Secret.New();
        var token = new PersonalToken
        {
            Id = Guid.CreateVersion7(),
            Person = person,
            Name = name,
            SecretHash = Secret.Hash(secret),
            Scopes = string.Join(' ', Scopes.All.Where(wish.Scopes.Contains)),
            CreatedAt = now,
            ExpiresAt = now + (binds ? BindingLifetime : wish.Lifetime),
        };
        db.Add(token);
        await writing.CommitAsync(stop);
        return new MadeToken(token, secret);
    }

    private static Refusal? Wrong(TokenWish wish, string name, bool administers)
    {
        if (PlainText.Check(name, nameof(TokenWish.Name), NameLimit) is { } wrongName)
            return wrongName;
        if (wish.Scopes.Count == 0 || wish.Scopes.Except(Scopes.All).Any() || (wish.Scopes.Contains(Scopes.Administer) && !administers))
            return new Refusal("token.no-scope") { Field = nameof(TokenWish.Scopes) };
        if (wish.Lifetime <= TimeSpan.Zero || wish.Lifetime > Longest)
            return new Refusal("token.lifetime") { Field = nameof(TokenWish.Lifetime) };
        return null;
    }
}

/// <summary>Takes a personal token back; from then on it opens nothing.</summary>
public sealed class RevokeToken(Db db, Acts acts)
{
    /// <summary>Revokes it; false when the person has no such token. Twice is once.</summary>
    public async Task<bool> RevokeAsync(Guid id, Guid? submit, CancellationToken stop)
    {
        await using var writing = await db.WriteAsync(JournalChain.Installation, submit, stop);
        if (await db.Set<PersonalToken>().SingleOrDefaultAsync(known => known.Id == id, stop) is not { } token)
            return false;
        token.RevokedAt ??= acts.Now;
        await writing.CommitAsync(stop);
        return true;
    }
}
