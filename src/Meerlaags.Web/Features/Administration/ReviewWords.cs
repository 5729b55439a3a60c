using Meerlaags.Domain.Administration;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Rights in words, on the page and in the table.</summary>
public static class ReviewWords
{
    /// <summary>What a right lets somebody do: the scopes of a token, the places by function.</summary>
    public static string What(SeenRight right, Texts texts) =>
        right.Row.Kind switch
        {
            RightKind.Administrator => texts["Administration.Review.What.Administrator"],
            RightKind.Token => texts["Administration.Review.What.Token", right.TokenName ?? "", Scopes(right.Row.Scopes, texts)],
            _ => Places(right.Row.Places, texts),
        };

    /// <summary>Places at tables by function.</summary>
    public static string Places(PlaceCounts places, Texts texts)
    {
        (string Function, int Count)[] functions =
        [
            ("Facilitates", places.Facilitates),
            ("Represents", places.Represents),
            ("HoldsOffice", places.HoldsOffice),
            ("Observes", places.Observes),
            ("KeepsGoing", places.KeepsGoing),
            ("Mediates", places.Mediates),
            ("Leads", places.Leads),
        ];
        var some = functions.Where(function => function.Count > 0).Select(function => texts["Administration.Places." + function.Function, function.Count]);
        return places.All == 0 ? texts["Administration.Places.None"] : string.Join(", ", some);
    }

    private static string Scopes(string scopes, Texts texts) => string.Join(", ", scopes.Split(' ').Select(scope => texts["Account.Scope." + scope]));
}
