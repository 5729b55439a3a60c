using System.ComponentModel;
using System.Text.Json.Serialization;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Framing;
using Meerlaags.Domain.Register;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Framing;

/// <summary>Points beside each other for programs.</summary>
internal static class PointApi
{
    public static void Map(RouteGroupBuilder round)
    {
        var points = round.MapGroup("").WithTags("Punten");
        points
            .MapGet("/punten", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<PointGroupList>()
            .WithName("toonPunten")
            .WithSummary("De punten: wat één, meer en alle partijen noemden");
        points
            .MapPost("/gelijke-punten", MarkAsync)
            .RequireScope(Scopes.Write)
            .Produces<PointGroupList>(StatusCodes.Status201Created)
            .WithName("merkGelijk")
            .WithSummary("Merk punten aan als hetzelfde")
            .WithDescription("Zonder `namens` doet u dit als procesbegeleider; dan heeft de sleutel ook het bereik `facilitate`.");
        points
            .MapDelete("/gelijke-punten/{merk:guid}", UndoAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("haalGelijkTerug")
            .WithSummary("Neem terug dat twee punten hetzelfde zijn")
            .WithDescription("Zonder `namens` doet u dit als procesbegeleider; dan heeft de sleutel ook het bereik `facilitate`.");
    }

    private static async Task<IResult> ShowAsync([AsParameters] RoundCall call, FormulationReader texts) =>
        await GroupsAsync(call, texts) is { } groups ? Results.Ok(groups) : Results.NotFound();

    private static async Task<IResult> MarkAsync([AsParameters] RoundCall call, SamePointBody body, MarkSamePoints mark, FormulationReader texts) =>
        await mark.ForAsync(call.Address, body.OnBehalfOf, body.Points, call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : Results.Created(call.Link("/punten"), await GroupsAsync(call, texts));

    private static async Task<IResult> UndoAsync([AsParameters] MarkCall call, MarkSamePoints mark) =>
        await mark.UndoAsync(call.Address, call.OnBehalfOf, new SamePointId(call.Mark), call.Submit, call.Stop) is { } refusal
            ? call.Refused(refusal)
            : Results.NoContent();

    private static async Task<PointGroupList?> GroupsAsync(RoundCall call, FormulationReader texts)
    {
        if (await call.FindRevealedAsync() is not { } view)
            return null;
        var open = await call.Rounds.OpenTextsAsync(view, call.Stop);
        return PointGroupList.Of(open, await texts.CodesAsync(view.Table, call.Stop));
    }
}

/// <summary>A call about one mark.</summary>
public sealed class MarkCall : RoundCall, IOnBehalf
{
    /// <summary>The mark.</summary>
    [FromRoute(Name = "merk"), Description("Het merk dat twee punten hetzelfde zijn.")]
    public Guid Mark { get; init; }

    /// <summary>The party spoken for.</summary>
    [FromQuery(Name = "namens"), Description("Namens welke partij. Leeg voor de procesbegeleider.")]
    public Guid? For { get; init; }

    /// <inheritdoc/>
    public PartyId? OnBehalfOf => For is { } party ? new PartyId(party) : null;
}

/// <summary>Points that someone finds the same.</summary>
/// <param name="Points">Two or more points.</param>
[Description("Punten die hetzelfde zijn.")]
public sealed record SamePointBody([property: JsonPropertyName("punten"), Description("Twee of meer punten.")] IReadOnlyList<PointId> Points) : IOnBehalf
{
    /// <inheritdoc/>
    [JsonPropertyName("namens"), Description("Namens welke partij. Leeg voor de procesbegeleider.")]
    public PartyId? OnBehalfOf { get; init; }
}

/// <summary>The points by how many raised them.</summary>
[Description("De punten, naar hoeveel partijen ze noemden.")]
public sealed record PointGroupList
{
    /// <summary>Raised by one party.</summary>
    [JsonPropertyName("een"), Description("Wat maar één partij noemde. Tafels zien juist dit over het hoofd.")]
    public required IReadOnlyList<PointGroupFacts> ByOne { get; init; }

    /// <summary>Raised by several.</summary>
    [JsonPropertyName("meer"), Description("Wat meer partijen noemden, maar niet alle.")]
    public required IReadOnlyList<PointGroupFacts> BySeveral { get; init; }

    /// <summary>Raised by all.</summary>
    [JsonPropertyName("alle"), Description("Wat alle partijen met een open tekst noemden.")]
    public required IReadOnlyList<PointGroupFacts> ByAll { get; init; }

    /// <summary>The marks that stand.</summary>
    [JsonPropertyName("gelijk"), Description("De merken die staan: twee punten die mensen hetzelfde vinden.")]
    public required IReadOnlyList<SamePointFacts> Marks { get; init; }

    /// <summary>The groups of open texts.</summary>
    public static PointGroupList Of(OpenTexts open, IReadOnlyDictionary<OrganisationId, string> codes)
    {
        return new PointGroupList
        {
            ByOne = Facts(open.Groups.ByOne),
            BySeveral = Facts(open.Groups.BySeveral),
            ByAll = Facts(open.Groups.ByAll),
            Marks = [.. open.Marks.OrderBy(mark => mark.Id.Value).Select(mark => new SamePointFacts(mark.Id, [mark.First, mark.Second], mark.At))],
        };

        List<PointGroupFacts> Facts(IEnumerable<PointGroup> groups) =>
            [.. groups.Select(group => new PointGroupFacts(group.Parties, [.. group.Points.Select(Point)]))];

        PointFacts Point(RaisedPoint raised) =>
            new(raised.Point.Id, raised.Party, raised.Point.Text) { Voice = raised.Point.Voice is { } voice ? codes.GetValueOrDefault(voice) : null };
    }
}

/// <summary>One thought with everyone who raised it.</summary>
/// <param name="Parties">The parties.</param>
/// <param name="Points">The points.</param>
[Description("Eén gedachte, met wie haar noemden.")]
public sealed record PointGroupFacts(
    [property: JsonPropertyName("partijen"), Description("De partijen die het noemden.")] IReadOnlyList<PartyId> Parties,
    [property: JsonPropertyName("punten"), Description("De punten, ieder in eigen woorden.")] IReadOnlyList<PointFacts> Points
);

/// <summary>A mark that two points are the same.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Points">The two points.</param>
/// <param name="At">When.</param>
[Description("Een merk dat twee punten hetzelfde zijn.")]
public sealed record SamePointFacts(
    [property: JsonPropertyName("id"), Description("De id van het merk.")] SamePointId Id,
    [property: JsonPropertyName("punten"), Description("De twee punten.")] IReadOnlyList<PointId> Points,
    [property: JsonPropertyName("op"), Description("Wanneer het is aangemerkt.")] DateTimeOffset At
);
