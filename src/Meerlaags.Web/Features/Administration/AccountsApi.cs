using System.Text.Json.Serialization;
using Meerlaags.Domain.Administration;
using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Html;
using Meerlaags.Web.Platform.Identity;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Looking after people and their invitations by program; the same use cases as the pages of administrators, and the password where those ask it.</summary>
public static class AccountsApi
{
    private const string Accounts = "/accounts";
    private const string AsksPassword =
        "Vraagt uw wachtwoord opnieuw, in `wachtwoord`. Een fout wachtwoord telt mee voor het blokkeren van uw account. De link staat alleen in dit antwoord.";

    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        var all = api.MapGroup(Accounts).ForAdministrators();
        all.MapGet("", ListAsync).Produces<AccountList>().WithSummary("Mensen met een account, op naam");
        all.MapPost("", AddAsync)
            .Produces<AddedAccount>(StatusCodes.Status201Created)
            .WithSummary("Iemand een account geven; de link voor het wachtwoord staat alleen in dit antwoord");
        all.MapGet("/{persoon:guid}", ShowAsync).Produces<AccountFacts>().WithSummary("Eén account, met sleutels en wat erover besloten is");
        all.MapPost("/{persoon:guid}/blokkering", BlockAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een account blokkeren; aanmeldingen en sleutels stoppen");
        all.MapPost("/{persoon:guid}/vrijgave", UnblockAsync).Produces(StatusCodes.Status204NoContent).WithSummary("Een geblokkeerd account weer openen");
        all.MapPost("/{persoon:guid}/afmelding", EndSessionsAsync).Produces(StatusCodes.Status204NoContent).WithSummary("Iemand overal afmelden");
        all.MapPost("/{persoon:guid}/beheer", MakeAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Iemand beheerder maken")
            .WithDescription("Vraagt uw wachtwoord opnieuw, in `wachtwoord`.");
        all.MapPost("/{persoon:guid}/beheer/intrekking", UnmakeAsync).Produces(StatusCodes.Status204NoContent).WithSummary("Iemand is geen beheerder meer");
        all.MapPost("/{persoon:guid}/sleutels/{id:guid}/intrekking", RevokeAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een persoonlijke sleutel intrekken");
        all.MapPost("/{persoon:guid}/wachtwoordlinks", MakeLinkAsync)
            .Produces<PasswordLinkFacts>(StatusCodes.Status201Created)
            .WithSummary("Een link maken waarmee iemand een wachtwoord instelt")
            .WithDescription(AsksPassword);

        var invitations = api.MapGroup("/uitnodigingen").ForAdministrators();
        invitations.MapGet("", InvitationsAsync).Produces<InvitationPage>().WithSummary("Uitnodigingen van de hele installatie, nieuwste eerst");
        invitations
            .MapPost("/{uitnodiging:guid}/intrekking", WithdrawAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een open uitnodiging intrekken");
    }

    private static async Task<IResult> ListAsync([AsParameters] AccountParameters asked, PeopleReader people, Answering answering)
    {
        if (Codes.Read(asked.Toon, PeopleFilter.All) is not { } filter)
            return answering.No(new Refusal("form.invalid") { Field = "toon" });
        var (rows, count) = await people.ListAsync(asked.Zoek, filter, asked.Pagina ?? 1, answering.Stop);
        return Results.Ok(new AccountList(count, asked.Pagina ?? 1, Pages.UsualSize, [.. rows.Select(AccountSummary.Of)]));
    }

    private static async Task<IResult> AddAsync(NewAccountBody body, AddPerson add, Answering answering, HttpContext http) =>
        (await add.WithAsync(new NewPerson(body.Naam, body.Email), answering.Submit, answering.Stop)).Is(out var made, out var refusal)
            ? Results.Created($"/api/v1{Accounts}/{made.Person.Value}", new AddedAccount(made.Person.Value, LinkOf(http, made.Path)))
            : answering.No(refusal);

    private static async Task<IResult> ShowAsync(Guid persoon, PeopleReader people, Answering answering) =>
        await people.OfAsync(new PersonId(persoon), answering.Stop) is { } known ? Results.Ok(AccountFacts.Of(known)) : answering.No(Refusals.NotThere);

    private static Task<IResult> BlockAsync(Guid persoon, AccountReason body, LookAfterAccount look, Answering answering) =>
        DecideAsync(persoon, new MeasureWish(AccountMeasure.Blocked, body.Reden), look, answering);

    private static Task<IResult> UnblockAsync(Guid persoon, LookAfterAccount look, Answering answering) =>
        DecideAsync(persoon, new MeasureWish(AccountMeasure.Unblocked), look, answering);

    private static Task<IResult> EndSessionsAsync(Guid persoon, LookAfterAccount look, Answering answering) =>
        DecideAsync(persoon, new MeasureWish(AccountMeasure.SessionsEnded), look, answering);

    private static Task<IResult> UnmakeAsync(Guid persoon, AccountReason body, LookAfterAccount look, Answering answering) =>
        DecideAsync(persoon, new MeasureWish(AccountMeasure.NoLongerAdministrator, body.Reden), look, answering);

    private static async Task<IResult> MakeAsync([AsParameters] AccountCall call, SignedReason body, LookAfterAccount look) =>
        await call.Password.CheckOfProgramAsync(body.Password, call.Answering.Stop) is { } wrong
            ? call.Answering.No(wrong)
            : await DecideAsync(call.Persoon, new MeasureWish(AccountMeasure.MadeAdministrator, body.Reden), look, call.Answering);

    private static async Task<IResult> RevokeAsync(Guid persoon, Guid id, LookAfterAccount look, Answering answering) =>
        answering.Done(await look.RevokeAsync(new PersonId(persoon), id, answering.Submit, answering.Stop));

    private static async Task<IResult> MakeLinkAsync([AsParameters] AccountCall call, SignedReason body, LookAfterAccount look, HttpContext http)
    {
        var answering = call.Answering;
        if (await call.Password.CheckOfProgramAsync(body.Password, answering.Stop) is { } wrong)
            return answering.No(wrong);
        return (await look.MakeLinkAsync(new PersonId(call.Persoon), body.Reden, answering.Submit, answering.Stop)).Is(out var path, out var refusal)
            ? Results.Json(new PasswordLinkFacts(LinkOf(http, path)), ApiJson.Form, statusCode: StatusCodes.Status201Created)
            : answering.No(refusal);
    }

    private static async Task<IResult> InvitationsAsync([AsParameters] InvitationParameters asked, InvitationReader reader, Answering answering)
    {
        if (Codes.Read(asked.Toon, InvitationFilter.Open) is not { } filter)
            return answering.No(new Refusal("form.invalid") { Field = "toon" });
        var (rows, count) = await reader.ListAsync(filter, asked.Pagina ?? 1, answering.Stop);
        return Results.Ok(new InvitationPage(count, asked.Pagina ?? 1, Pages.UsualSize, [.. rows.Select(InvitationLine.Of)]));
    }

    private static async Task<IResult> WithdrawAsync(Guid uitnodiging, WithdrawForInstallation withdraw, Answering answering) =>
        answering.Done(await withdraw.OfAsync(new InvitationId(uitnodiging), answering.Submit, answering.Stop));

    private static async Task<IResult> DecideAsync(Guid person, MeasureWish wish, LookAfterAccount look, Answering answering) =>
        answering.Done(await look.DecideAsync(new PersonId(person), wish, answering.Submit, answering.Stop));

    // The same submit again made nothing new, and what a link holds is not kept.
    private static string? LinkOf(HttpContext http, string? path) => string.IsNullOrEmpty(path) ? null : PasswordLink.AddressOf(http.Request, path);
}

/// <summary>An act about an account that asks the own password.</summary>
/// <param name="Persoon">Whose account.</param>
/// <param name="Password">Asks the password.</param>
/// <param name="Answering">Answers.</param>
public sealed record AccountCall(
    Guid Persoon,
    [property: Microsoft.AspNetCore.Mvc.FromServices] PasswordAgain Password,
    [property: Microsoft.AspNetCore.Mvc.FromServices] Answering Answering
);

/// <summary>Which people are asked for.</summary>
public sealed record AccountParameters
{
    /// <summary>Part of a name or an address.</summary>
    public string? Zoek { get; init; }

    /// <summary>Code of a <see cref="PeopleFilter"/>.</summary>
    public string? Toon { get; init; }

    /// <summary>The page, from 1.</summary>
    public int? Pagina { get; init; }
}

/// <summary>Which invitations are asked for.</summary>
public sealed record InvitationParameters
{
    /// <summary>Code of an <see cref="InvitationFilter"/>.</summary>
    public string? Toon { get; init; }

    /// <summary>The page, from 1.</summary>
    public int? Pagina { get; init; }
}

/// <summary>Someone who gets an account.</summary>
public sealed record NewAccountBody(string Naam, string Email);

/// <summary>Why something is decided about an account.</summary>
public sealed record AccountReason(string Reden);

/// <summary>Why something is decided that asks the own password too.</summary>
/// <param name="Reden">Why.</param>
/// <param name="Password">The own password.</param>
public sealed record SignedReason(string Reden, [property: JsonPropertyName("wachtwoord")] string? Password = null);
