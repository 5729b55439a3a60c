using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Access;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>The order of the candidates: each party gives its own, and together they advise. It comes after people spoke and can be switched off.</summary>
[GuestsToo]
public sealed class RankCandidates(RoundReader rounds, RankingReader rankings, GiveRanking give, ShowComputed show) : ComputedPage(rounds, show)
{
    /// <summary>The places as chosen, by number of the text; empty for a text that is left out.</summary>
    [BindProperty]
    public Dictionary<int, string?> Places { get; set; } = [];

    /// <summary>The candidates with the orders.</summary>
    public RankedCandidates Ranking { get; private set; } = null!;

    /// <inheritdoc/>
    public override ComputedView Kind => ComputedView.Ranking;

    /// <inheritdoc/>
    public override string Here => "/volgorde";

    /// <summary>Whether there is something to put in order, and the moment is there.</summary>
    public bool IsAsked => View.Shows(Kind) && Ranking.Candidates.Count > 1;

    /// <summary>The order a party gave, or null.</summary>
    public CandidateRanking? OrderOf(PartyId party) => Ranking.Orders.FirstOrDefault(order => order.Party == party);

    /// <summary>The place on screen of a text in the form of a party.</summary>
    public string PlaceOf(PartyId party, CandidateLine text) =>
        ActsFor == party.Value
            ? Places.GetValueOrDefault(text.Number) ?? ""
            : OrderOf(party)?.Places.FirstOrDefault(place => place.Candidate == text.Id)?.Place.ToString(System.Globalization.CultureInfo.InvariantCulture)
                ?? "";

    /// <summary>A party gives its order.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (Actor is not { } party)
            return await LoadAsync() ? Refused(new Refusal("access.party-only"), "") : NotFound();
        var places = Places
            .Where(place => int.TryParse(place.Value, System.Globalization.CultureInfo.InvariantCulture, out _))
            .ToDictionary(place => place.Key, place => int.Parse(place.Value!, System.Globalization.CultureInfo.InvariantCulture));
        return await AnswerAsync(await give.ForAsync(new TextAddress(Address, party), places, Submit, Stop), "Candidates.Rank.Done", Link(Here), "");
    }

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync() => Ranking = await rankings.OfAsync(View, Stop);
}
