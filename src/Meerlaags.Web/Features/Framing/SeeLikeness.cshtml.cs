using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform.Access;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Which parties use the same words: every two of them in words, and a map of the table. No figures.</summary>
[GuestsToo]
public sealed class SeeLikeness(RoundReader rounds, DifferenceReader differences, ShowComputed show) : ComputedPage(rounds, show)
{
    /// <summary>The open texts.</summary>
    public OpenTexts Open { get; private set; } = null!;

    /// <summary>What was found; null before people spoke, or when the collaboration does not want to see it.</summary>
    public WordLikeness? Found { get; private set; }

    /// <summary>The pairs by the tiers of their parties, in the order of the table.</summary>
    public IEnumerable<IGrouping<(GovernmentTier One, GovernmentTier Other), PartyPair>> ByTiers =>
        Found!.Pairs.GroupBy(pair => (PartyOf(pair.One).Tier, PartyOf(pair.Other).Tier)).OrderBy(tiers => tiers.Key);

    /// <summary>The map of the table.</summary>
    public WordMap Map => WordMap.Of([.. Open.Texts.Select(text => PartyOf(text.Party)).Select(party => (party.Id, party.Name, NameOf(party.Tier)))], Found!);

    /// <summary>What a tier is called.</summary>
    public string NameOf(GovernmentTier tier) => T[$"Collaborations.Tier.{tier}"];

    /// <inheritdoc/>
    public override ComputedView Kind => ComputedView.Likeness;

    /// <inheritdoc/>
    public override string Here => "/woorden";

    /// <inheritdoc/>
    protected override async Task LoadMoreAsync()
    {
        Open = await Rounds.TextsAsync(View, Stop);
        Found = await differences.AlikeAsync(View, Open);
    }
}
