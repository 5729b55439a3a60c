using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register;

namespace Meerlaags.Web.Features.Framing.Differences;

/// <summary>What differs within one composite party, between the organisations that raised its points.</summary>
/// <param name="Party">The party.</param>
/// <param name="Found">What was found; each organisation stands where a party does, under its own id.</param>
public sealed record WithinParty(PartyId Party, FoundDifferences Found)
{
    /// <summary>The organisation behind an id in what was found.</summary>
    public static OrganisationId VoiceOf(PartyId id) => new(id.Value);

    /// <summary>Looks within every party for which more than one organisation raised points; points of the party as a whole are nobody's alone.</summary>
    public static IReadOnlyList<WithinParty> Of(OpenTexts open, DifferenceFinder finder) =>
        [
            .. open
                .Texts.Select(text =>
                    (
                        text.Party,
                        Voices: text.Points.Where(point => point.Voice is not null)
                            .GroupBy(point => point.Voice!.Value)
                            .OrderBy(voice => voice.Key.Value)
                            .ToList()
                    )
                )
                .Where(text => text.Voices.Count > 1)
                .Select(text => new WithinParty(
                    text.Party,
                    finder.In([.. text.Voices.Select(voice => new PartyText(new PartyId(voice.Key.Value), [.. voice.Select(point => point.Text)]))])
                ))
                .Where(within => within.Found.Aspects.Count + within.Found.Opposites.Count > 0),
        ];
}
