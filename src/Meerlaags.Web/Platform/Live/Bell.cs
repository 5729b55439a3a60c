using System.Collections.Concurrent;
using System.Threading.Channels;
using Meerlaags.Domain.Common;

namespace Meerlaags.Web.Platform.Live;

/// <summary>What the bell says: something changed, the texts were revealed, or someone's place ended.</summary>
public enum Ring
{
    /// <summary>Something everyone may know about changed.</summary>
    Changed,

    /// <summary>The texts were revealed.</summary>
    Revealed,

    /// <summary>Someone's place ended: who listens is looked at again.</summary>
    PlacesChanged,
}

/// <summary>Tells open pages of a collaboration that they are out of date. It carries no content; what is sealed never rings.</summary>
public sealed class Bell
{
    private readonly ConcurrentDictionary<Guid, Room> rooms = new();
    private readonly ConcurrentDictionary<Guid, long> rings = new();

    /// <summary>What the facts of a change sound like; null when they make no sound for all.</summary>
    public static Ring? SoundOf(IReadOnlyCollection<Fact> facts) =>
        facts.Any(fact => fact is IOpensSeal) ? Ring.Revealed
        : facts.Any(fact => fact is IEndsPlaces) ? Ring.PlacesChanged
        : facts.Any(fact => fact is not ISealedFact) ? Ring.Changed
        : null;

    /// <summary>Rings in a room of this process.</summary>
    public void Sound(Guid room, Ring ring)
    {
        rings.AddOrUpdate(room, 1, (_, count) => count + 1);
        if (rooms.TryGetValue(room, out var listeners))
            listeners.Sound(ring);
    }

    /// <summary>How often it rang in a room since this process started: what was made before the last ring is out of date.</summary>
    public long RingsIn(Guid room) => rings.GetValueOrDefault(room);

    /// <summary>Listens in a room until disposed.</summary>
    public Listener Listen(Guid room) => rooms.GetOrAdd(room, _ => new Room()).Enter();

    /// <summary>One open page. Rings that pile up become one; a reveal is never lost among changes.</summary>
    public sealed class Listener(Action leave) : IDisposable
    {
        private readonly Channel<bool> wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        private int waiting;

        internal void Hear(Ring ring)
        {
            Interlocked.Or(ref waiting, 1 << (int)ring);
            wake.Writer.TryWrite(true);
        }

        /// <summary>Waits for rings, at most for the time given; answers what rang, which may be nothing.</summary>
        public async Task<IReadOnlyList<Ring>> WaitAsync(TimeSpan most, CancellationToken stop)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(most);
            try
            {
                await wake.Reader.ReadAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                return [];
            }
            var rang = Interlocked.Exchange(ref waiting, 0);
            return [.. Enum.GetValues<Ring>().Where(ring => (rang & (1 << (int)ring)) != 0)];
        }

        /// <inheritdoc/>
        public void Dispose() => leave();
    }

    private sealed class Room
    {
        private readonly ConcurrentDictionary<Listener, bool> listeners = new();

        public Listener Enter()
        {
            Listener listener = null!;
            listener = new Listener(() => listeners.TryRemove(listener, out _));
            listeners[listener] = true;
            return listener;
        }

        public void Sound(Ring ring)
        {
            foreach (var listener in listeners.Keys)
                listener.Hear(ring);
        }
    }
}
