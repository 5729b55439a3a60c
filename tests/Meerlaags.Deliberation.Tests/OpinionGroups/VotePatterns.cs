using Meerlaags.Deliberation.OpinionGroups;

namespace Meerlaags.Deliberation.Tests.OpinionGroups;

/// <summary>Votes with a shape: regular ones are where nothing but the numbers tells participants apart.</summary>
internal static class VotePatterns
{
    /// <summary>Everybody agrees with a statement and disagrees with the next one, which the next person agrees with.</summary>
    public static IEnumerable<Vote> Chain(int participants) =>
        Enumerable.Range(0, participants).SelectMany(p => new[] { new Vote(p, p, 1), new Vote(p, p + 1, -1) });

    /// <summary>A chain whose last statement is the first.</summary>
    public static IEnumerable<Vote> Ring(int participants) => Chain(participants).Select(v => v with { Statement = v.Statement % participants });

    /// <summary>People on a grid who agree with their own statement and disagree with those beside and below and above; around: without edges.</summary>
    public static IEnumerable<Vote> Grid(int width, int height, bool around)
    {
        for (var y = 0; y < height; y++)
        for (var x = 0; x < width; x++)
        {
            yield return new(y * width + x, y * width + x, 1);
            var beside = new HashSet<int>();
            foreach (var (dx, dy) in new[] { (1, 0), (-1, 0), (0, 1), (0, -1) })
            {
                var (there, down) = (x + dx, y + dy);
                if (around)
                    (there, down) = ((there + width) % width, (down + height) % height);
                if (there >= 0 && there < width && down >= 0 && down < height && (there, down) != (x, y) && beside.Add(down * width + there))
                    yield return new(y * width + x, down * width + there, -1);
            }
        }
    }

    /// <summary>Sixteen people in a square of four who disagree with the statements of all in their row and column.</summary>
    public static IEnumerable<Vote> Rook() => Square((dx, dy) => dx == 0 != (dy == 0));

    /// <summary>The graph of Shrikhande (1959): every two people meet as many others as in <see cref="Rook"/>, and it is another graph.</summary>
    public static IEnumerable<Vote> Shrikhande() => Square((dx, dy) => (dx, dy) is (0, 1) or (0, 3) or (1, 0) or (3, 0) or (1, 1) or (3, 3));

    private static IEnumerable<Vote> Square(Func<int, int, bool> meets) =>
        from one in Enumerable.Range(0, 16)
        from other in Enumerable.Range(0, 16)
        let apart = (X: (other % 4 - one % 4 + 4) % 4, Y: (other / 4 - one / 4 + 4) % 4)
        where one == other || meets(apart.X, apart.Y)
        select new Vote(one, other, one == other ? 1 : -1);
}
