using Meerlaags.Domain.Common;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Person = Meerlaags.Web.Platform.Identity.Account;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>What somebody fills in to join: a name, and in the lobby for which party.</summary>
public sealed record JoinWish(string Code, string Name, PartyId? Party)
{
    /// <summary>What a scanned card holds besides the code, or null when the code was typed.</summary>
    public Guid? Card { get; init; }
}

/// <summary>The key of a guest who joined by a program.</summary>
public sealed record GuestKey(string Secret, DateTimeOffset Until);

/// <summary>Somebody joins a room on a phone, without an account: a name and a code are enough, and both end with the room.</summary>
public sealed class JoinRoom(Db db, Acts acts, Viewer viewer, RoomDoors doors, CodeAttempts attempts, UserManager<Person> accounts)
{
    /// <summary>Makes the guest; answers the account whose session is to be opened. Sent twice it is one guest.</summary>
    public async Task<Decided<Person>> WithAsync(JoinWish wish, Guid? submit, CancellationToken stop)
    {
        var name = PlainText.Line(wish.Name);
        if (PlainText.Check(name, nameof(JoinWish.Name), Guest.NameLimit) is { } wrong)
            return wrong;
        if (!(await doors.OpenAsync(wish.Code, wish.Card, stop)).Is(out var seen, out var refusal))
            return refusal;
        // An account of its own id, so that the same form sent again finds the guest that it made.
        var id = submit ?? Guid.CreateVersion7();
        await using var writing = await db.WriteAsync(seen.Table.Id.Value, submit, stop);
        if (writing.IsRepeated)
            return await accounts.FindByIdAsync(id.ToString()) is { GuestUntil: not null } known ? known : new Refusal("room.code-unknown");
        if (writing.Closed is { } closed)
            return closed;
        if (await doors.FindAsync(seen.Door.Code.Characters, stop) is not { } found)
            return new Refusal("room.code-unknown");
        if (!attempts.CountJoining(found.Door.Code.Id))
            return new Refusal("room.too-many-attempts");
        if (!Guest.Join(new PersonId(id), found.Door, wish.Party, found.Table, acts.Joining(new PersonId(id))).Is(out var guest, out refusal))
            return refusal;
        var account = await MakeAsync(id, name, found.Door.Room);
        db.Add(guest);
        await writing.CommitAsync(stop);
        return account;
    }

    /// <summary>A program joins for somebody: the guest gets a key that ends with the room.</summary>
    public async Task<Decided<GuestKey>> ByProgramAsync(JoinWish wish, Guid? submit, CancellationToken stop)
    {
        if (!(await WithAsync(wish, submit, stop)).Is(out var account, out var refusal))
            return refusal;
        var secret = Secret.New();
        var until = account.GuestUntil!.Value;
        db.Add(
            new PersonalToken
            {
                Id = Guid.CreateVersion7(),
                Person = account.Person,
                Name = account.DisplayName,
                SecretHash = Secret.Hash(secret),
                Scopes = $"{Scopes.Read} {Scopes.Write}",
                CreatedAt = acts.Now,
                ExpiresAt = until,
            }
        );
        await db.SaveChangesAsync(stop);
        return new GuestKey(secret, until);
    }

    /// <summary>A guest who waits in the lobby uses the code of a party after all, and is in.</summary>
    public async Task<Refusal?> GoInAsync(string typed, Guid? card, Guid? submit, CancellationToken stop)
    {
        if (!(await doors.OpenAsync(typed, card, stop)).Is(out var seen, out var refusal) || !acts.ForSelf().Is(out var act, out refusal))
            return refusal;
        if (viewer.Guest is not { } place || place.Room != seen.Door.Room.Id)
            return Refusals.NotThere;
        await using var writing = await db.WriteAsync(place.Collaboration.Value, submit, stop);
        if (writing.IsRepeated)
            return null;
        if (writing.Closed is { } closed)
            return closed;
        if (await doors.FindAsync(seen.Door.Code.Characters, stop) is not { } found)
            return new Refusal("room.code-unknown");
        var guest = await db.Guests.SingleAsync(guest => guest.Id == place.Guest, stop);
        if (guest.State == GuestState.Removed)
            return Refusals.PlaceIsOver;
        var typedWords = await db.GuestTexts.SingleOrDefaultAsync(text => text.Id == place.Guest, stop);
        if (guest.GoIn(found.Door, typedWords, found.Table, act) is { } refused)
            return refused;
        await writing.CommitAsync(stop);
        return null;
    }

    private async Task<Person> MakeAsync(Guid id, string name, Room room)
    {
        var account = new Person
        {
            Id = id,
            DisplayName = name,
            UserName = $"gast-{id:N}",
            // Every account has an address; nobody can have this one.
            Email = $"gast-{id:N}@gast.invalid",
            Language = Languages.IsDutch ? "nl" : "en",
            GuestUntil = room.EndsAt,
        };
        var made = await accounts.CreateAsync(account);
        return made.Succeeded ? account : throw new InvalidOperationException(made.Errors.First().Description);
    }
}
