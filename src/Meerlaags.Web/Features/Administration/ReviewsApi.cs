using System.Text.Json.Serialization;
using Meerlaags.Domain.Administration;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Reviews of rights by program; the same use cases as the pages, and the password to sign.</summary>
public static class ReviewsApi
{
    private const string Reviews = "/rechtentoetsen";

    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        var all = api.MapGroup(Reviews).ForAdministrators();
        all.MapGet("", ListAsync).Produces<ReviewList>().WithSummary("Rechtentoetsen, de laatste eerst");
        all.MapPost("", StartAsync).Produces<Made>(StatusCodes.Status201Created).WithSummary("Een rechtentoets beginnen: de lijst van vandaag staat vast");
        all.MapGet("/{toets:guid}", ShowAsync).Produces<ReviewFacts>().WithSummary("Eén rechtentoets, met een pagina van de rechten");
        all.MapPost("/{toets:guid}/besluiten", DecideAsync).Produces(StatusCodes.Status204NoContent).WithSummary("Per recht bewaren of het blijft of eindigt");
        all.MapPost("/{toets:guid}/ondertekening", SignAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een rechtentoets ondertekenen; wat eindigt, eindigt nu")
            .WithDescription("Vraagt uw wachtwoord opnieuw, in `wachtwoord`.");
    }

    private static async Task<IResult> ListAsync(ReviewReader reader, CancellationToken stop) =>
        Results.Ok(new ReviewList([.. (await reader.ListAsync(stop)).Select(ReviewLine.Of)]));

    private static async Task<IResult> StartAsync(ReviewRights reviewing, Answering answering) =>
        (await reviewing.StartAsync(answering.Submit, answering.Stop)).Is(out var id, out var refusal)
            ? Results.Created($"/api/v1{Reviews}/{id.Value}", new Made(id.Value))
            : answering.No(refusal);

    private static async Task<IResult> ShowAsync(Guid toets, int? pagina, ReviewReader reader, Answering answering)
    {
        if (await reader.FindAsync(new AccessReviewId(toets), answering.Stop) is not { } review)
            return answering.No(Refusals.NotThere);
        var rows = await reader.RowsAsync(review, pagina ?? 1, answering.Stop);
        return Results.Ok(
            ReviewFacts.Of(review) with
            {
                NietOpDeLijst = await reader.NewerAsync(review, answering.Stop),
                Pagina = pagina ?? 1,
                Rechten = [.. rows.Select(RightFacts.Of)],
            }
        );
    }

    private static async Task<IResult> DecideAsync(Guid toets, ReviewVerdictsBody body, ReviewRights reviewing, Answering answering)
    {
        var verdicts = body.Besluiten.Select(said => new RightVerdict(said.Nummer, said.Besluit, said.Reden ?? "")).ToList();
        var refusal = await reviewing.DecideAsync(new AccessReviewId(toets), verdicts, answering.Submit, answering.Stop);
        // The domain names a reason by the number of its right.
        var place = verdicts.FindIndex(verdict => refusal?.Field == $"Reasons[{verdict.Number}]");
        return answering.Done(place < 0 ? refusal : refusal! with { Field = $"besluiten[{place}].reden" });
    }

    private static async Task<IResult> SignAsync([AsParameters] SignCall call, SignatureBody body, ReviewRights reviewing)
    {
        var answering = call.Answering;
        if (await call.Password.CheckOfProgramAsync(body.Password, answering.Stop) is { } wrong)
            return answering.No(wrong);
        var signature = new Signature(body.Naam, body.Months);
        return answering.Done(await reviewing.SignAsync(new AccessReviewId(call.Toets), signature, answering.Submit, answering.Stop));
    }
}

/// <summary>Signing a review.</summary>
/// <param name="Toets">The review.</param>
/// <param name="Password">Asks the password.</param>
/// <param name="Answering">Answers.</param>
public sealed record SignCall(Guid Toets, [property: FromServices] PasswordAgain Password, [property: FromServices] Answering Answering);

/// <summary>What was decided about rights on the list.</summary>
public sealed record ReviewVerdictsBody(IReadOnlyList<ReviewVerdictBody> Besluiten);

/// <summary>What was decided about one right.</summary>
/// <param name="Nummer">Its number on the list.</param>
/// <param name="Besluit">Whether it stays or ends; null takes a decision back.</param>
/// <param name="Reden">Why; needed to end it.</param>
public sealed record ReviewVerdictBody(int Nummer, ReviewVerdict? Besluit, string? Reden = null);

/// <summary>The signature under a review.</summary>
/// <param name="Naam">The name under it.</param>
/// <param name="Months">Months until the next one.</param>
/// <param name="Password">The own password.</param>
public sealed record SignatureBody(
    string Naam,
    [property: JsonPropertyName("maanden")] int Months = AccessReview.DefaultMonths,
    [property: JsonPropertyName("wachtwoord")] string? Password = null
);

/// <summary>Reviews of rights, the last one first.</summary>
public sealed record ReviewList(IReadOnlyList<ReviewLine> Rechtentoetsen);

/// <summary>A review in a list.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Begonnen">When its list was frozen.</param>
/// <param name="Ondertekend">When it was signed, or null.</param>
public sealed record ReviewLine(Guid Id, DateTimeOffset Begonnen, DateTimeOffset? Ondertekend)
{
    /// <summary>The name under it, or empty.</summary>
    public string Naam { get; init; } = "";

    /// <summary>The day by which the next one is due, or null.</summary>
    public DateOnly? Volgende { get; init; }

    /// <summary>Rights on its list.</summary>
    public int Rechten { get; init; }

    /// <summary>Rights without a decision.</summary>
    public int Onbeslist { get; init; }

    /// <summary>Rights that end.</summary>
    public int Eindigt { get; init; }

    /// <summary>Of a review.</summary>
    public static ReviewLine Of(KnownReview review) =>
        new(review.Id.Value, review.StartedAt, review.SignedAt)
        {
            Naam = review.SignedName,
            Volgende = review.NextOn,
            Rechten = review.Rows,
            Onbeslist = review.Undecided,
            Eindigt = review.Ended,
        };
}

/// <summary>One review, with a page of its rights.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Begonnen">When its list was frozen.</param>
/// <param name="Ondertekend">When it was signed, or null.</param>
public sealed record ReviewFacts(Guid Id, DateTimeOffset Begonnen, DateTimeOffset? Ondertekend)
{
    /// <summary>The name under it, or empty.</summary>
    public string Naam { get; init; } = "";

    /// <summary>The day by which the next one is due, or null.</summary>
    public DateOnly? Volgende { get; init; }

    /// <summary>Rights on its list.</summary>
    public int Aantal { get; init; }

    /// <summary>Rights without a decision.</summary>
    public int Onbeslist { get; init; }

    /// <summary>Rights of today that do not stand on its list.</summary>
    public int NietOpDeLijst { get; init; }

    /// <summary>The page of the list.</summary>
    public int Pagina { get; init; }

    /// <summary>Rights on a page.</summary>
    public int PerPagina { get; init; } = Pages.UsualSize;

    /// <summary>The rights of this page.</summary>
    public IReadOnlyList<RightFacts> Rechten { get; init; } = [];

    /// <summary>Of a review.</summary>
    public static ReviewFacts Of(AccessReview review) =>
        new(review.Id.Value, review.StartedAt, review.SignedAt)
        {
            Naam = review.SignedName,
            Volgende = review.NextOn,
            Aantal = review.Rows.Count,
            Onbeslist = review.Undecided,
        };
}

/// <summary>A right on the list.</summary>
/// <param name="Nummer">Its number on the list.</param>
/// <param name="Soort">What it lets somebody do.</param>
/// <param name="Persoon">Whose right it is.</param>
/// <param name="Besluit">Whether it stays or ends, or null.</param>
/// <param name="Reden">Why, or empty.</param>
public sealed record RightFacts(int Nummer, RightKind Soort, Guid Persoon, ReviewVerdict? Besluit, string Reden)
{
    /// <summary>Name of the person; null when forgotten.</summary>
    public string? Naam { get; init; }

    /// <summary>Address of the person, or null.</summary>
    public string? Email { get; init; }

    /// <summary>The token, for a token.</summary>
    public Guid? Sleutel { get; init; }

    /// <summary>What its owner calls the token, or null.</summary>
    public string? SleutelNaam { get; init; }

    /// <summary>What the token may do.</summary>
    public IReadOnlyList<string> Bereik { get; init; } = [];

    /// <summary>Places at tables on the day of the list, for the right to sign in.</summary>
    public PlaceCountFacts? Plaatsen { get; init; }

    /// <summary>When it was last used, as far as known on that day.</summary>
    public DateTimeOffset? LaatstGebruikt { get; init; }

    /// <summary>What became of it since.</summary>
    public RightChange Sindsdien { get; init; }

    /// <summary>Of a right.</summary>
    public static RightFacts Of(SeenRight seen)
    {
        var row = seen.Row;
        return new RightFacts(row.Number, row.Kind, row.Person.Value, row.Verdict, row.Reason)
        {
            Naam = seen.Name,
            Email = seen.Email,
            Sleutel = row.Token,
            SleutelNaam = seen.TokenName,
            Bereik = row.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Plaatsen = row.Kind == RightKind.SignIn ? PlaceCountFacts.Of(row.Places) : null,
            LaatstGebruikt = row.LastUsedAt,
            Sindsdien = seen.Change,
        };
    }
}
