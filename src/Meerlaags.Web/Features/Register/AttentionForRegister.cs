using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Register;

/// <summary>Tells administrators that a newer register waits for a decision, or that the register grows old.</summary>
public sealed class AttentionForRegister(Db db, RegisterSearch register, Texts texts) : IAttention
{
    /// <summary>The day of the files that come with the product.</summary>
    public static readonly DateOnly Shipped = new(2026, 5, 1);

    /// <summary>After so many months the register is old: every first of January organisations change.</summary>
    public const int MonthsUntilOld = 14;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Attention>> LookAsync(CancellationToken stop)
    {
        var known = await db
            .RegisterRefreshes.AsNoTracking()
            .Select(refresh => new
            {
                refresh.Id,
                refresh.On,
                Approved = refresh.Decision == null ? null : (bool?)refresh.Decision.Approved,
            })
            .ToListAsync(stop);
        var found = new List<Attention>();
        if (known.Find(refresh => refresh.Approved is null) is { } waits)
            found.Add(
                new Attention(
                    texts["Register.Attention.Waits"],
                    texts["Register.Attention.Waits.Note"],
                    $"/beheer/register/{waits.Id.Value}",
                    texts["Register.Attention.Waits.Button"]
                )
            );
        var day = known.Where(refresh => refresh.Approved is true).Select(refresh => refresh.On).Append(Shipped).Max();
        if (day.AddMonths(MonthsUntilOld) <= register.Today)
            found.Add(
                new Attention(
                    texts["Register.Attention.Old", Texts.Day(day)],
                    texts["Register.Attention.Old.Note"],
                    "/beheer/register",
                    texts["Register.Attention.Old.Button"]
                )
            );
        return found;
    }
}
