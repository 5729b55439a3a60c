using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Features.Register;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>A party someone wants at the table.</summary>
/// <param name="Code">Its code in the register, or empty for a partner added by name.</param>
/// <param name="Name">The name of that partner; ignored with a code.</param>
/// <param name="Voices">For a composite party: codes of the organisations that speak within it.</param>
public sealed record PartyWish(string Code, string Name, IReadOnlyList<string> Voices);

/// <summary>Looks up what a wish means in the register.</summary>
public sealed class PartyWishes(RegisterSearch register)
{
    /// <summary>The party as it will sit, or why it cannot.</summary>
    public async Task<Decided<PartyOrigin>> OriginAsync(PartyWish wish, CancellationToken stop)
    {
        if (wish.Code.Trim().Length == 0)
            return new PartyOrigin(null, wish.Name, GovernmentTier.Partner, []);
        if (await register.ByCodeAsync(wish.Code, stop) is not { } organisation)
            return new Refusal("party.unknown-code", wish.Code.Trim());
        if (!organisation.ExistsOn(register.Today))
            return new Refusal("party.organisation-ended", organisation.OfficialName);

        var voices = (await register.VoicesOfAsync(organisation.Code, stop)).ToDictionary(
            voice => voice.Code,
            voice => voice.Id,
            StringComparer.OrdinalIgnoreCase
        );
        if (wish.Voices.FirstOrDefault(code => !voices.ContainsKey(code)) is { } stranger)
            return new Refusal("party.unknown-voice", stranger, organisation.OfficialName);
        return new PartyOrigin(organisation.Id, SeatName(organisation), organisation.Tier, [.. wish.Voices.Select(code => voices[code])]);
    }

    /// <summary>The name on a seat: a composite party sits under its short name, others as they sign.</summary>
    public static string SeatName(Organisation organisation) => organisation.Code == RegisterKinds.Central ? organisation.Name : organisation.OfficialName;
}
