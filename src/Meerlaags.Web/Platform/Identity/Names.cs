using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Platform.Identity;

/// <summary>Names of people, looked up when they are shown: what is kept elsewhere is the id only.</summary>
public static class Names
{
    /// <summary>The accounts of which the name has these letters, in capitals or not.</summary>
    public static IQueryable<Account> Called(this IQueryable<Account> accounts, Db db, string letters)
    {
        var like = Containing(letters);
        return db.IsSqlite
            ? accounts.Where(account => EF.Functions.Like(account.DisplayName, like, "\\"))
            : accounts.Where(account => EF.Functions.ILike(account.DisplayName, like, "\\"));
    }

    /// <summary>The pattern of texts that have these letters, whatever they are; the sign before a letter that would mean more is a backslash.</summary>
    public static string Containing(string letters) =>
        "%"
        + letters.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)
        + "%";

    /// <summary>The names of these people; who is forgotten has none.</summary>
    public static async Task<IReadOnlyDictionary<PersonId, string>> NamesAsync(this Db db, IEnumerable<PersonId> people, CancellationToken stop)
    {
        var ids = people.Select(person => person.Value).Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<PersonId, string>()
            : await db
                .Users.AsNoTracking()
                .Where(account => ids.Contains(account.Id))
                .Select(account => new { account.Id, account.DisplayName })
                .ToDictionaryAsync(account => new PersonId(account.Id), account => account.DisplayName, stop);
    }
}
