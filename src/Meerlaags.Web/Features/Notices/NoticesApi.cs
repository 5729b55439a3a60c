using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;

namespace Meerlaags.Web.Features.Notices;

/// <summary>Notices for programs; the same use cases as the page.</summary>
public static class NoticesApi
{
    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        var mine = api.MapGroup("/meldingen");
        mine.MapGet("", ListAsync).RequireScope(Scopes.Read).Produces<NoticesFacts>().WithSummary("Mijn meldingen, nieuwste eerst");
        mine.MapPost("/gelezen", ReadUntilAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Alle meldingen tot en met een moment zijn gelezen");
        mine.MapPost("/{melding:guid}/gelezen", ReadOneAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Eén melding is gelezen");
    }

    private static async Task<IResult> ListAsync([AsParameters] NoticesRoute route, NoticeReader reader, Answering answering)
    {
        var page = await reader.PageAsync(new NoticeQuestion(route.Ongelezen ?? false, route.Voor), answering.Stop);
        return Results.Ok(new NoticesFacts([.. page.Notices.Select(NoticeFact.Of)], page.Older));
    }

    private static async Task<IResult> ReadUntilAsync(ReadBody body, ReadNotices read, CancellationToken stop)
    {
        await read.UntilAsync(body.TotEnMet, stop);
        return Results.NoContent();
    }

    private static async Task<IResult> ReadOneAsync(Guid melding, NoticeReader reader, ReadNotices read, Answering answering)
    {
        if (await reader.FindAsync(melding, answering.Stop) is null)
            return answering.No(Refusals.NotThere);
        await read.OneAsync(melding, answering.Stop);
        return Results.NoContent();
    }
}

/// <summary>Which notices are asked for.</summary>
/// <param name="Ongelezen">Only those not read yet.</param>
/// <param name="Voor">The last notice of the page before.</param>
public sealed record NoticesRoute(bool? Ongelezen, Guid? Voor);

/// <summary>Until when notices were read.</summary>
/// <param name="TotEnMet">The moment of the newest notice that was seen.</param>
public sealed record ReadBody(DateTimeOffset TotEnMet);

/// <summary>A page of notices.</summary>
/// <param name="Meldingen">The notices.</param>
/// <param name="Verder">What to send as <c>voor</c> for the older ones; null at the end.</param>
public sealed record NoticesFacts(IReadOnlyList<NoticeFact> Meldingen, Guid? Verder);

/// <summary>A notice.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Samenwerking">The collaboration in which it happened.</param>
/// <param name="Opgave">Its challenge.</param>
/// <param name="Moment">When it happened.</param>
public sealed record NoticeFact(Guid Id, Guid Samenwerking, string Opgave, DateTimeOffset Moment)
{
    /// <summary>Code of the fact.</summary>
    public string Feit { get; init; } = "";

    /// <summary>The sentence.</summary>
    public string Tekst { get; init; } = "";

    /// <summary>How many more such lines the same act wrote.</summary>
    public int NogMeer { get; init; }

    /// <summary>The page where it is seen.</summary>
    public string Pagina { get; init; } = "";

    /// <summary>When it was read, or null.</summary>
    public DateTimeOffset? Gelezen { get; init; }

    /// <summary>Of a notice.</summary>
    public static NoticeFact Of(ShownNotice notice) =>
        new(notice.Id, notice.Table.Id.Value, notice.Table.Challenge, notice.Entry.At)
        {
            Feit = notice.Entry.Fact,
            Tekst = notice.Entry.Sentence,
            NogMeer = notice.More,
            Pagina = notice.Address,
            Gelezen = notice.ReadAt,
        };
}
