using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Person = Meerlaags.Web.Platform.Identity.Account;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>Guests go with the room: a day after their place ended their accounts go, with their keys and with what they typed and no party was offered. What was handed to a party stays its own.</summary>
public sealed class ForgetGuests(Db db, Viewer viewer, Acts acts) : IChore
{
    /// <inheritdoc/>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        using var _ = viewer.System(SystemPurpose.ForgetGuests);
        var before = acts.Now - Person.GuestAfterwards;
        var due = await db.Users.Where(account => account.GuestUntil != null && account.GuestUntil <= before).Select(account => account.Id).ToListAsync(stop);
        foreach (var some in due.Chunk(AtOnce))
        {
            var people = some.Select(id => new PersonId(id)).ToList();
            await db.GuestTexts.Where(text => text.Party == null && people.Contains(text.Person)).ExecuteDeleteAsync(stop);
            await db.Set<PersonalToken>().Where(token => people.Contains(token.Person)).ExecuteDeleteAsync(stop);
            await db.Users.Where(account => some.Contains(account.Id)).ExecuteDeleteAsync(stop);
        }
        return due.Count;
    }

    private const int AtOnce = 200;
}
