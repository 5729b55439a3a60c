namespace Meerlaags.Deliberation.Proportional;

/// <summary>How a cost is shared as equally per point as purses allow, in doubles. Reorders the buckets.</summary>
internal static class FairPrice
{
    /// <summary>The price per point from below: whoever has less than the present price gives all, the rest share what is missing.</summary>
    public static double Descend(Span<Bucket> span, double cost, double shares, out double sharesLeft)
    {
        var (missing, active) = (cost, span.Length);
        var price = missing / shares;
        while (true)
        {
            var before = active;
            for (var i = 0; i < active; i++)
                if (span[i].Money < price * span[i].Points)
                {
                    missing -= span[i].Money * span[i].Weight;
                    shares -= (double)span[i].Points * span[i].Weight;
                    active--;
                    (span[i], span[active]) = (span[active], span[i]);
                    i--;
                }
            if (active == before)
                break;
            if (active == 0)
            {
                // Everyone gives all (to rounding): the price is what the richest per point pays.
                var last = span[0];
                foreach (ref readonly var bucket in span)
                    if (bucket.Money * last.Points > last.Money * bucket.Points)
                        last = bucket;
                sharesLeft = (double)last.Points * last.Weight;
                return last.Money / last.Points;
            }
            price = missing / shares;
        }
        sharesLeft = shares;
        return price;
    }
}
