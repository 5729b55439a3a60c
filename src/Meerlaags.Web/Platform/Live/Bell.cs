using System.Collections.Concurrent;
using System.Threading.Channels;
using Meerlaags.Domain.Common;

namespace Meerlaags.Web.Platform.Live;

/// <summary>What the bell says: something changed, the texts were revealed, someone's place ended, or a guest of a room moved.</summary>
public enum Ring
{
    /// <summary>Something everyone may know about changed.</summary>
    Changed,

    /// <summary>The texts were revealed.</summary>
    Revealed,

    /// <summary>Someone's place ended: who listens is looked at again.</summary>
    PlacesChanged,

    /// <summary>A guest of a room joined, was let in or left: for pages that show the guests.</summary>
    Guests,
}

/// <summary>Tells open pages of a collaboration that they are out of date. It carries no content; what is sealed never rings.</summary>
public sealed class Bell
{
    private readonly ConcurrentDictionary<Guid, Room> rooms = new();
    private readonly ConcurrentDictionary<Guid, long> rings = new();

    /// <summary>Where the facts of a change in a collaboration are heard, and what they sound like. What is about one guest is heard by that guest and where guests are shown.</summary>
    public static IEnumerable<(Guid Where, Ring Ring)> SoundsOf(Guid chain, IReadOnlyCollection<Fact> facts)
    {
        if (SoundOf([.. facts.Where(fact => fact is not IStaysInRoom)]) is { } ring)
            yield return (chain, ring);
        var ofGuests = facts.OfType<IStaysInRoom>().ToLookup(fact => fact.Whom);
        if (ofGuests.Count > 0)
            yield return (chain, Ring.Guests);
        foreach (var guest in ofGuests)
            yield return (guest.Key, guest.Any(fact => fact is IEndsPlaces) ? Ring.PlacesChanged : Ring.Changed);
    }

    private static Ring? SoundOf(IReadOnlyCollection<Fact> facts) =>
        facts.Any(fact => fact is IOpensSeal) ? Ring.Revealed
        : facts.Any(fact => fact is IEndsPlaces) ? Ring.PlacesChanged
        : facts.Any(fact => fact is not ISealedFact) ? Ring.Changed
        : null;

    /// <summary>Rings in a room of this process.</summary>
    public void Sound(Guid room, Ring ring)
    {
        if (ring != Ring.Guests)
            rings.AddOrUpdate(room, 1, (_, count) => count + 1);
        if (rooms.TryGetValue(room, out var listeners))
            listeners.Sound(ring);
    }

    /// <summary>How often it rang in a room since this process started: what was made before the last ring is out of date. Guests come and go without changing what lies on the table.</summary>
    public long RingsIn(Guid room) => rings.GetValueOrDefault(room);

    /// <summary>Listens in these rooms until disposed.</summary>
    public Listener Listen(params Guid[] places)
    {
        var entered = places.Distinct().Select(place => rooms.GetOrAdd(place, _ => new Room())).ToList();
        Listener listener = null!;
        listener = new Listener(() => entered.ForEach(room => room.Leave(listener)));
        entered.ForEach(room => room.Enter(listener));
        return listener;
    }

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

        public void Enter(Listener listener) => listeners[listener] = true;

        public void Leave(Listener listener) => listeners.TryRemove(listener, out _);

        public void Sound(Ring ring)
        {
            foreach (var listener in listeners.Keys)
                listener.Hear(ring);
        }
    }
}
