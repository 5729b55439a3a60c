using System.Text.Json.Nodes;
using Meerlaags.Domain.Register.Boundaries;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Localisation;
using Microsoft.Net.Http.Headers;

namespace Meerlaags.Web.Features.Register.Maps;

/// <summary>The map for programs; public, as the pages are.</summary>
public static class MapsApi
{
    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/kaart", PlacesAsync).AllowAnonymous().WithSummary("Waar gemeenten liggen, en welke grenzen er zijn");
        api.MapGet("/grenzen/{soort}", BoundariesAsync).AllowAnonymous().WithSummary("Grenzen van één soort gebied, als GeoJSON");
    }

    private static async Task<IResult> PlacesAsync(MapSource source, BoundaryReader boundaries, CancellationToken stop) =>
        Results.Ok(
            new MapFacts(
                [.. (await source.PlacesAsync(stop)).Select(place => new PlaceFacts(place.Code, place.Name, place.At?.Longitude, place.At?.Latitude))],
                [.. (await boundaries.ShownAsync(stop)).Select(BoundaryFacts.Of)]
            )
        );

    private static async Task<IResult> BoundariesAsync(string soort, BoundaryReader boundaries, Texts texts, CancellationToken stop)
    {
        if (BoundaryCode.LayerOf(soort) is not { } layer || await boundaries.OfAsync(layer, stop) is not { } shown)
            return texts.NotThere();
        // A set never changes: who has it need not get it again.
        return Results.Bytes(
            GeoJsonOf(shown).ToJsonString().ToUtf8(),
            "application/geo+json",
            entityTag: new EntityTagHeaderValue($"\"{shown.Set.Id.Value:N}\"")
        );
    }

    private static byte[] ToUtf8(this string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static JsonObject GeoJsonOf(ShownBoundaries shown) =>
        new()
        {
            ["type"] = "FeatureCollection",
            ["naamsvermelding"] = shown.Set.Attribution,
            ["licentie"] = shown.Set.Licence,
            ["geldigVanaf"] = shown.Set.ValidOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["features"] = new JsonArray([.. shown.Shapes.Values.OrderBy(shape => shape.Code, StringComparer.Ordinal).Select(FeatureOf)]),
        };

    private static JsonObject FeatureOf(BoundaryShape shape) =>
        new()
        {
            ["type"] = "Feature",
            ["id"] = shape.Code,
            ["properties"] = new JsonObject { ["code"] = shape.Code },
            ["geometry"] = new JsonObject
            {
                ["type"] = "MultiPolygon",
                ["coordinates"] = new JsonArray([
                    .. shape.Polygons.Select(polygon => new JsonArray([.. polygon.Select(ring => new JsonArray([.. ring.Select(PositionOf)]))])),
                ]),
            },
        };

    private static JsonArray PositionOf(MapPoint point) => [point.Longitude, point.Latitude];
}

/// <summary>What there is on the map.</summary>
/// <param name="Gemeenten">Municipalities and public bodies.</param>
/// <param name="Grenzen">Boundaries that can be fetched.</param>
public sealed record MapFacts(IReadOnlyList<PlaceFacts> Gemeenten, IReadOnlyList<BoundaryFacts> Grenzen);

/// <summary>Where a municipality lies.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Naam">Its name.</param>
/// <param name="Lengtegraad">Degrees east (WGS84), or nothing when it is not known.</param>
/// <param name="Breedtegraad">Degrees north (WGS84), or nothing when it is not known.</param>
public sealed record PlaceFacts(string Code, string Naam, double? Lengtegraad, double? Breedtegraad);

/// <summary>Boundaries of one kind of area.</summary>
/// <param name="Soort">The kind in the words of the register.</param>
/// <param name="Aantal">How many areas.</param>
/// <param name="GeldigVanaf">The first day for which they hold.</param>
/// <param name="Naamsvermelding">Whom to name beside them.</param>
/// <param name="Licentie">Their licence.</param>
public sealed record BoundaryFacts(string Soort, int Aantal, DateOnly GeldigVanaf, string Naamsvermelding, string Licentie)
{
    /// <summary>Of a set.</summary>
    public static BoundaryFacts Of(BoundarySet set) => new(BoundaryCode.KindOf(set.Layer), set.Count, set.ValidOn, set.Attribution, set.Licence);
}
