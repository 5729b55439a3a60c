using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Register.Boundaries;

namespace Meerlaags.Domain.Tests.Register;

/// <summary>Boundary files as they come: whole ones give the documented areas, broken ones a place and a reason, and nothing makes the reader fall over.</summary>
public sealed class Reading_boundaries
{
    public static TheoryData<BrokenFile> Broken => [.. BoundaryFiles.Broken];

    [Theory, MemberData(nameof(Broken), DisableDiscoveryEnumeration = true)]
    public void A_broken_file_is_refused_with_the_place_and_the_reason(BrokenFile file)
    {
        var refusal = BoundaryFile.Read(file.Content).Refusal;

        Assert.Equal(file.Code, refusal?.Code);
        Assert.Contains(file.Where, string.Join(' ', refusal!.Arguments), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_too_large_is_not_looked_into() =>
        Assert.Equal("boundary.too-large", BoundaryFile.Read(new byte[BoundaryFile.MostBytes + 1]).Refusal?.Code);

    [Fact]
    public void A_topology_of_five_layers_gives_the_documented_areas()
    {
        var file = Read("nl-2026.topojson");

        Assert.Equal(
            [
                (BoundaryLayer.Municipalities, 342),
                (BoundaryLayer.Provinces, 12),
                (BoundaryLayer.StatisticalRegions, 40),
                (BoundaryLayer.SafetyRegions, 25),
                (BoundaryLayer.LabourMarketRegions, 35),
            ],
            file.Layers.Select(layer => (layer.Layer, layer.Shapes.Count))
        );
        Assert.Empty(file.Skipped);
        Assert.False(file.WasConverted);
        Assert.All(file.Layers, layer => Assert.InRange(layer.Shapes.Sum(shape => shape.Points), 1, Simplification.MostPoints));
    }

    [Theory]
    [InlineData("gemeenten-2026-licht", 342)]
    [InlineData("provincies-2026", 12)]
    public void Both_forms_give_the_same_shapes(string name, int count)
    {
        var (one, other) = (Read(name + ".topojson").Layers.Single(), Read(name + ".geojson").Layers.Single());

        Assert.Equal(count, one.Shapes.Count);
        Assert.Equal(one.Shapes.Select(shape => shape.Code), other.Shapes.Select(shape => shape.Code));
        foreach (var (first, second) in one.Shapes.Zip(other.Shapes))
        {
            Assert.True(Math.Abs(Area(first) - Area(second)) <= 0.02 * Area(first) + 2000, first.Code);
            Assert.All(Box(first).Zip(Box(second)), pair => Assert.InRange(pair.First - pair.Second, -20, 20));
        }
    }

    [Theory]
    [InlineData("""{"statcode":"0518"}""", "GM0518")]
    [InlineData("""{"GM_CODE":"gm0518"}""", "GM0518")]
    [InlineData("""{"gemeentecode":518}""", "GM0518")]
    [InlineData("""{"provinciecode":"28"}""", "PV28")]
    [InlineData("""{"waterschapcode":"0155"}""", "WS0155")]
    [InlineData("""{"naam":"x","identificatie":"VR01"}""", "VR01")]
    [InlineData("""{"code":" am35 "}""", "AM35")]
    public void A_code_is_found_as_files_write_it(string properties, string code)
    {
        var square = BoundaryFiles.Square("", 6, 53).Replace("""{"statcode":""}""", properties, StringComparison.Ordinal);

        Assert.Equal(code, Read(Encoding.UTF8.GetBytes(BoundaryFiles.Collection(square))).Layers.Single().Shapes.Single().Code);
    }

    [Fact]
    public void A_counter_is_no_code()
    {
        var counted = BoundaryFiles.Square("GM0518", 6, 53).Replace("\"type\":\"Feature\",", "\"type\":\"Feature\",\"id\":1,", StringComparison.Ordinal);

        Assert.Equal("GM0518", Read(Encoding.UTF8.GetBytes(BoundaryFiles.Collection(counted))).Layers.Single().Shapes.Single().Code);
    }

    [Fact]
    public void What_belongs_to_no_layer_is_named_and_left_out()
    {
        var file = Read(Encoding.UTF8.GetBytes(BoundaryFiles.Collection(BoundaryFiles.Square("GM0059", 6, 53), BoundaryFiles.Square("LD01", 6.3, 53))));

        Assert.Equal(["LD01"], file.Skipped);
        Assert.Equal("GM0059", file.Layers.Single().Shapes.Single().Code);
    }

    [Fact]
    public void The_national_grid_becomes_degrees()
    {
        // The tower of the Westerkerk in Amsterdam.
        const string Ring = "[[120700.723,487525.502],[120800,487525.502],[120800,487600],[120700.723,487525.502]]";
        var file = Read(
            Encoding.UTF8.GetBytes(
                BoundaryFiles.Collection($$$"""{"type":"Feature","properties":{"code":"GM0363"},"geometry":{"type":"Polygon","coordinates":[{{{Ring}}}]}}""")
            )
        );

        Assert.True(file.WasConverted);
        Assert.Equal(MapPoint.At(4.88352559, 52.37453253), file.Layers.Single().Shapes.Single().Rings.First()[0]);
    }

    [Fact]
    public void A_shape_survives_being_kept()
    {
        foreach (var shape in Read("provincies-2026.topojson").Layers.Single().Shapes)
        {
            var again = BoundaryShape.FromPath(shape.Code, shape.ToPath());

            Assert.Equal(shape.ToPath(), again.ToPath());
            Assert.Equal(shape.Rings.Select(ring => ring.ToList()), again.Rings.Select(ring => ring.ToList()));
        }
    }

    [Fact]
    public void Whatever_is_changed_in_a_file_it_is_read_or_refused() =>
        Prop.ForAll(
                Gen.Choose(0, 1).ToArbitrary(),
                Gen.Choose(0, 100_000).Three().ArrayOf(4).ToArbitrary(),
                (which, changes) =>
                {
                    var bytes = Encoding.UTF8.GetBytes(Samples[which]);
                    foreach (var (place, length, with) in changes)
                        bytes =
                        [
                            .. bytes[..(place % bytes.Length)],
                            .. Snippets[with % Snippets.Length],
                            .. bytes[Math.Min(bytes.Length, (place % bytes.Length) + (length % 6))..],
                            (byte)' ',
                        ];

                    var read = BoundaryFile.Read(bytes);

                    Assert.True(read.Refusal is not null || read.Made!.Layers.Sum(layer => layer.Shapes.Count) > 0);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void Neighbours_stay_neighbours_when_points_are_left_out()
    {
        var finer = Finer(Read("gemeenten-2026-licht.topojson").Layers.Single().Shapes);

        var kept = Simplification.Of(finer);

        Assert.True(finer.Sum(shape => shape.Points) > Simplification.MostPoints);
        Assert.InRange(kept.Sum(shape => shape.Points), 1000, Simplification.MostPoints);
        Assert.Equal(finer.Select(shape => shape.Code), kept.Select(shape => shape.Code));
        Assert.Equal(SharedBy(finer, 2) > 0, SharedBy(kept, 2) > 0);
        // Every line within the country still has an area on either side.
        Assert.InRange(SharedBy(kept, 1), 0, SharedBy(finer, 1));
        Assert.InRange(kept.Sum(Area) / finer.Sum(Area), 0.99, 1.01);
    }

    [Fact]
    public void The_drawing_lies_as_the_country_does()
    {
        var (groningen, maastricht, texel) = (Drawn(6.57, 53.22), Drawn(5.69, 50.85), Drawn(4.8, 53.05));

        Assert.True(groningen.Y < maastricht.Y && texel.X < groningen.X);
        // 264 kilometres from north to south, 121 from west to east.
        Assert.InRange((maastricht.Y - groningen.Y) / (double)(groningen.X - texel.X), 2.16, 2.20);
        Assert.Equal(
            "M0 0l11 0 0 18z",
            MapProjection.Path([
                [new(33_000, 537_000), new(33_100, 537_000), new(33_100, 536_900), new(33_000, 537_000)],
            ])
        );
    }

    private static readonly string[] Samples =
    [
        Encoding.UTF8.GetString(BoundaryFiles.Small),
        """{"type":"Topology","transform":{"scale":[0.001,0.001],"translate":[6,53]},"arcs":[[[0,0],[100,0],[0,100]],[[0,0],[100,100]]],"objects":{"gemeenten":{"type":"GeometryCollection","geometries":[{"type":"Polygon","id":"GM0059","arcs":[[0,-2]]},{"type":"MultiPolygon","properties":{"code":"PV21"},"arcs":[[[0,-2]],[[1,-1]]]}]}}}""",
    ];

    private static readonly byte[][] Snippets =
    [
        .. new[]
        {
            "",
            "0",
            "-1",
            "9",
            "1e308",
            "-2147483648",
            "9999999999",
            "null",
            "true",
            "\"",
            "\\",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"GM0059\"",
            "\"type\"",
            "\\ud800",
            "\u0000",
            "é",
            "[[[]]]",
            "{}",
            "\"GeometryCollection\"",
            "\"arcs\"",
            "\"coordinates\"",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF, 0xC3],
    ];

    private static DrawnPoint Drawn(double longitude, double latitude) => MapProjection.Of(MapPoint.At(longitude, latitude));

    // A point more on every line, a little aside; the same for both neighbours.
    private static List<BoundaryShape> Finer(IReadOnlyList<BoundaryShape> shapes) =>
        [
            .. shapes.Select(shape =>
                shape with
                {
                    Polygons = [.. shape.Polygons.Select(polygon => (IReadOnlyList<IReadOnlyList<MapPoint>>)[.. polygon.Select(Finer)])],
                }
            ),
        ];

    private static IReadOnlyList<MapPoint> Finer(IReadOnlyList<MapPoint> ring)
    {
        var finer = new List<MapPoint> { ring[0] };
        for (var place = 1; place < ring.Count; place++)
        {
            var (one, other) = (ring[place - 1], ring[place]);
            var between = new MapPoint((one.X + other.X) / 2, (one.Y + other.Y) / 2);
            if (between != one && between != other)
                finer.Add(between);
            finer.Add(other);
        }
        return finer;
    }

    private static int SharedBy(IReadOnlyList<BoundaryShape> shapes, int count) =>
        shapes
            .SelectMany(shape => shape.Rings)
            .SelectMany(ring => ring.Zip(ring.Skip(1)))
            .Select(line => (line.First.X, line.First.Y).CompareTo((line.Second.X, line.Second.Y)) < 0 ? line : (First: line.Second, Second: line.First))
            .GroupBy(line => line)
            .Count(line => line.Count() == count);

    private static double Area(BoundaryShape shape) =>
        shape.Polygons.Sum(polygon => Math.Abs(Signed(polygon[0])) - polygon.Skip(1).Sum(hole => Math.Abs(Signed(hole))));

    private static double Signed(IReadOnlyList<MapPoint> ring) =>
        ring.Zip(ring.Skip(1), (one, other) => ((double)one.X * other.Y) - ((double)other.X * one.Y)).Sum() / 2;

    private static int[] Box(BoundaryShape shape)
    {
        var points = shape.Rings.SelectMany(ring => ring).ToList();
        return [points.Min(point => point.X), points.Max(point => point.X), points.Min(point => point.Y), points.Max(point => point.Y)];
    }

    private static BoundaryFile Read(string name)
    {
        if (BoundaryFiles.Folder is null && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip("shared/data is not beside the repository.");
        return Read(File.ReadAllBytes(Path.Combine(BoundaryFiles.Folder!, name)));
    }

    private static BoundaryFile Read(byte[] content) => BoundaryFile.Read(content).OrFail();
}
