namespace Meerlaags.Deliberation.Proportional;

/// <summary>How a cost is shared as equally per point as purses allow, in doubles. Reorders the buckets.</summary>
internal static class FairPrice
{
    /// <summary>
    /// The price per point from below: whoever has less than the present price gives all, the rest share what is missing. The first
    /// <paramref name="full"/> buckets are then those who pay in full, with <paramref name="shares"/> points among them.
    /// </summary>
    public static double Descend(Span<Bucket> span, double cost, ref double shares, out int full)
    {
        var missing = cost;
        full = span.Length;
        var price = missing / shares;
        while (true)
        {
            var before = full;
            for (var i = 0; i < full; i++)
                if (span[i].Money < price * span[i].Points)
                {
                    missing -= span[i].Money * span[i].Weight;
                    shares -= (double)span[i].Points * span[i].Weight;
                    full--;
                    (span[i], span[full]) = (span[full], span[i]);
                    i--;
                }
            if (full == before)
                return price;
            if (full == 0)
            {
                // Everyone gives all (to rounding): the price is what the richest per point pays.
                var last = span[0];
                foreach (ref readonly var bucket in span)
                    if (bucket.Money * last.Points > last.Money * bucket.Points)
                        last = bucket;
                shares = (double)last.Points * last.Weight;
                return last.Money / last.Points;
            }
            price = missing / shares;
        }
    }
}
