using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Journal;
using Meerlaags.Web.Platform.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Meerlaags.Web.Platform.Data;

/// <summary>What is to be changed, by whom, and the id the client made for it.</summary>
public sealed record WriteRequest(Guid Chain, Guid? Submit, PersonId? Person);

/// <summary>One change in one collaboration. It holds the head of the journal chain, so changes in the same collaboration happen one after the other and each sees the result of the one before.</summary>
public sealed class Writing : IAsyncDisposable
{
    private readonly Db db;
    private readonly IDbContextTransaction transaction;
    private readonly WritePlace place;
    private readonly List<Fact> written = [];
    private readonly Bell bell;

    private Writing(Db db, IDbContextTransaction transaction, WritePlace place, JournalChain head, bool repeated)
    {
        this.db = db;
        this.transaction = transaction;
        this.place = place;
        bell = place.Bell;
        Head = head;
        IsRepeated = repeated;
        Closed = head.ClosedAt is null ? null : Refusals.Archived;
        db.Writing = this;
    }

    /// <summary>The head of the chain, held by this change.</summary>
    public JournalChain Head { get; }

    /// <summary>Whether this very submit was done before: answer as if it succeeded and change nothing.</summary>
    public bool IsRepeated { get; }

    /// <summary>Why nothing is written here now, or null: the collaboration is archived. Only what may happen afterwards is kept all the same.</summary>
    public Refusal? Closed { get; }

    /// <summary>Saves and keeps everything of this change, or nothing; then the bell rings for what is not sealed.</summary>
    public async Task CommitAsync(CancellationToken stop)
    {
        await db.SaveChangesAsync(stop);
        if (Closed is not null && !(written.Count > 0 && written.All(fact => fact is IHappensAfterwards)))
            throw new InvalidOperationException("A collaboration in the archive is not written in: answer Closed first.");
        var sounds = Bell.SoundsOf(Head.Id, written).ToList();
        foreach (var (where, ring) in db.IsSqlite ? [] : sounds)
            await db.Database.ExecuteAsync($"select pg_notify({BellRope.Channel}, {BellRope.Write(where, ring)})", stop);
        await transaction.CommitAsync(CancellationToken.None);
        foreach (var (where, ring) in db.IsSqlite ? sounds : [])
            bell.Sound(where, ring);
    }

    internal void Wrote(Fact fact) => written.Add(fact);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        db.Writing = null;
        await transaction.DisposeAsync();
        place.Dispose();
    }

    internal static async Task<Writing> BeginAsync(Db db, WriteGate gate, WriteRequest request, CancellationToken stop)
    {
        var place = await gate.EnterAsync(db.IsSqlite, stop);
        try
        {
            var transaction = await db.Database.BeginTransactionAsync(stop);
            var head = await JournalWriter.HoldAsync(db, request.Chain, stop);
            var repeated = request.Submit is { } submit && !await RememberAsync(db, submit, request.Person, stop);
            return new Writing(db, transaction, place, head, repeated);
        }
        catch
        {
            if (db.Database.CurrentTransaction is { } begun)
                await begun.DisposeAsync();
            place.Dispose();
            throw;
        }
    }

    private static async Task<bool> RememberAsync(Db db, Guid submit, PersonId? person, CancellationToken stop)
    {
        var by = person ?? default;
        if (await db.Set<Submit>().AnyAsync(known => known.Id == submit && known.Person == by, stop))
            return false;
        db.Add(new Submit(submit, by));
        return true;
    }
}

/// <summary>A submit that was carried out, under the id the client made for it.</summary>
public sealed class Submit(Guid id, PersonId person)
{
    /// <summary>The client's id.</summary>
    public Guid Id { get; private init; } = id;

    /// <summary>Who sent it; another person's id is another submit.</summary>
    public PersonId Person { get; private init; } = person;
}

/// <summary>Lets writers through one at a time where the database has room for one: SQLite.</summary>
public sealed class WriteGate(Bell bell) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Waits for a place; dispose it to leave.</summary>
    public async Task<WritePlace> EnterAsync(bool alone, CancellationToken stop)
    {
        if (!alone)
            return new WritePlace(bell, null);
        await one.WaitAsync(stop);
        return new WritePlace(bell, one);
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();
}

/// <summary>A writer's turn, with the bell that rings when it is done.</summary>
public sealed class WritePlace(Bell bell, SemaphoreSlim? held) : IDisposable
{
    private SemaphoreSlim? held = held;

    /// <summary>The bell of this process.</summary>
    public Bell Bell { get; } = bell;

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
}

internal sealed class WritingMapping : IMapping
{
    public void Map(ModelBuilder model, Db db) => model.Entity<Submit>(submit => submit.ToTable("submits").HasKey(known => new { known.Id, known.Person }));
}
