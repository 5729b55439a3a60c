using Meerlaags.Domain.Framing;
using Meerlaags.Web.Platform.Search;

namespace Meerlaags.Web.Features.Framing;

/// <summary>What people find of the way to one shared issue: texts from the moment they are revealed, and all that is made of them.</summary>
internal static class FramingSearch
{
    private const string Round = "/samenwerkingen/{collaboration}/rondes/{round}";

    /// <summary>The kinds.</summary>
    public static IReadOnlyList<SearchKind> Kinds { get; } =
    [
        SearchKind.For<TextVersion, TextVersionId>(
            "versie",
            Round + "/instemming",
            version => new SearchText(version.Id.Value, version.Collaboration, version.PutAt, version.Body)
            {
                Round = version.Round.Value,
                Number = version.Number,
            }
        ),
        SearchKind.For<Formulation, FormulationId>("tekst", Round + "/naast-elkaar", Revealed),
        SearchKind.For<CandidateText, CandidateTextId>(
            "ontwerp",
            Round + "/tekst/{number}",
            text => new SearchText(text.Id.Value, text.Collaboration, null, text.Body)
            {
                Title = text.Name,
                Round = text.Round.Value,
                Number = text.Number,
            }
        ),
        SearchKind.For<NotedDifference, NotedDifferenceId>("verschil", Round + "/verschillen", Standing),
        SearchKind.For<MissingParty, MissingPartyId>(
            "gemis",
            Round + "/naast-elkaar",
            missing => new SearchText(missing.Id.Value, missing.Collaboration, missing.At, missing.Why) { Title = missing.Name, Round = missing.Round.Value }
        ),
    ];

    // Before the reveal there is nothing to find, for the own party either: what is not kept cannot leak.
    private static SearchText? Revealed(Formulation text) =>
        text.RevealedAt is { } at
            ? new SearchText(
                text.Id.Value,
                text.Collaboration,
                at,
                string.Join('\n', [.. text.Answers.Select(answer => answer.Text), .. text.Points.Select(point => point.Text)])
            )
            {
                Round = text.Round.Value,
                Party = text.Party,
            }
            : null;

    private static SearchText Standing(NotedDifference noted) =>
        noted.WithdrawnAt is null
            ? new SearchText(noted.Id.Value, noted.Collaboration, noted.At, string.Join('\n', [noted.Words, .. noted.Sides.Select(side => side.Words)]))
            {
                Title = noted.About,
                Round = noted.Round.Value,
                Party = noted.Party,
            }
            : SearchText.Gone(noted.Id.Value, noted.Collaboration);
}
