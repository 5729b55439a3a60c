using System.ComponentModel;
using Meerlaags.Domain.Common;
using Meerlaags.Domain.Sessions;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Framing;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Meerlaags.Web.Features.Sessions;

/// <summary>Rooms for programs: what the facilitator, the doors of parties and guests do, through the same use cases as the pages.</summary>
public static class SessionsApi
{
    /// <summary>Maps the addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        var room = api.MapGroup("/samenwerkingen/{id:guid}/rondes/{ronde:int}/zaal").BelowCollaboration().FacilitatorsSaySo().WithTags("Zaal");
        room.MapGet("", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<RoomFacts>()
            .WithName("toonZaal")
            .WithSummary("De zaal die open is")
            .WithDescription("Met de codes die u mag uitdelen en de gasten die u mag kennen. Er is geen zaal: 404.");
        room.MapPost("", OpenAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces<RoomFacts>(StatusCodes.Status201Created)
            .WithName("openZaal")
            .WithSummary("Open een zaal bij deze ronde")
            .WithDescription("Met een code voor de lobby en een code per partij. De zaal sluit vanzelf na 24 uur.");
        room.MapPut("/stap", StepAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces<RoomFacts>()
            .WithName("beginMetSchrijven")
            .WithSummary("Ga van praten naar schrijven");
        room.MapPost("/codes", RenewAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces<RoomFacts>(StatusCodes.Status201Created)
            .WithName("vervangCode")
            .WithSummary("Maak een nieuwe code; de oude werkt niet meer");
        room.MapPost("/sluiting", CloseAsync)
            .RequireScope(Scopes.Facilitate)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("sluitZaal")
            .WithSummary("Sluit de zaal; alle teksten blijven staan");
        room.MapPost("/gasten/{gast:guid}/toelating", LetInAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("laatBinnen")
            .WithSummary("Laat een gast binnen bij uw partij");
        room.MapPost("/gasten/{gast:guid}/afwijzing", TurnAwayAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("nietVanOns")
            .WithSummary("Zeg dat een gast niet bij uw partij hoort");
        room.MapPost("/gasten/{gast:guid}/vertrek", LeadOutAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("naarBuiten")
            .WithSummary("Leid een gast naar buiten; aan de teksten verandert niets");
        GuestApi.Map(api);
    }

    private static async Task<IResult> ShowAsync([AsParameters] RoundCall call, RoomReader rooms) =>
        await FactsAsync(call, rooms) is { } facts ? Results.Ok(facts) : Results.NotFound();

    private static async Task<IResult> OpenAsync([AsParameters] RoundCall call, OpenRoomBody body, OpenRoom open, RoomReader rooms) =>
        await open.ForAsync(call.Address, body.Format, call.Submit, call.Stop) is { } refusal ? call.Refused(refusal) : await MadeAsync(call, rooms);

    private static async Task<IResult> StepAsync([AsParameters] RoundCall call, StepBody body, LeadRoom lead, RoomReader rooms)
    {
        if (body.Step != RoomStep.Write)
            return call.Refused(new Refusal("room.no-way-back") { Field = nameof(StepBody.Step) });
        return await lead.StartWritingAsync(call.Address, call.Submit, call.Stop) is { } refusal ? call.Refused(refusal)
            : await FactsAsync(call, rooms) is { } facts ? Results.Ok(facts)
            : Results.NotFound();
    }

    private static async Task<IResult> RenewAsync([AsParameters] RoundCall call, RenewBody body, LeadRoom lead, RoomReader rooms) =>
        await lead.RenewCodeAsync(call.Address, body.Party, call.Submit, call.Stop) is { } refusal ? call.Refused(refusal) : await MadeAsync(call, rooms);

    private static async Task<IResult> CloseAsync([AsParameters] RoundCall call, LeadRoom lead) =>
        Done(call, await lead.CloseAsync(call.Address, call.Submit, call.Stop));

    private static async Task<IResult> LetInAsync([AsParameters] GuestCall call, OpenTheDoor door) =>
        Done(call, await door.LetInAsync(call.Guest, call.Submit, call.Stop));

    private static async Task<IResult> TurnAwayAsync([AsParameters] GuestCall call, OpenTheDoor door) =>
        Done(call, await door.TurnAwayAsync(call.Guest, call.Submit, call.Stop));

    private static async Task<IResult> LeadOutAsync([AsParameters] GuestCall call, OpenTheDoor door) =>
        Done(call, await door.LeadOutAsync(call.Guest, call.Submit, call.Stop));

    private static IResult Done(InRound call, Refusal? refusal) => refusal is null ? Results.NoContent() : call.Refused(refusal);

    private static async Task<IResult> MadeAsync(InRound call, RoomReader rooms) =>
        await FactsAsync(call, rooms) is { } facts ? Results.Created(call.Link("/zaal"), facts) : Results.NotFound();

    private static async Task<RoomFacts?> FactsAsync(InRound call, RoomReader rooms) =>
        await rooms.FindAsync(call.Address, call.Stop) is { Room: { } room } view ? RoomFacts.Of(view, room) : null;
}

/// <summary>A call about one guest.</summary>
public sealed record GuestCall(
    [property: FromRoute(Name = "id"), Description("De samenwerking.")] Guid Id,
    [property: FromRoute(Name = "ronde"), Description("Het nummer van de ronde.")] int Number,
    HttpContext Http,
    [property: FromServices] RoundReader Rounds,
    [property: FromRoute(Name = "gast"), Description("De gast.")] Guid GuestId
) : InRound
{
    /// <summary>Which guest.</summary>
    public GuestAddress Guest => new(Address, new GuestId(GuestId));
}

/// <summary>What guests do, for programs: join with a code, wait, write, go home.</summary>
internal static class GuestApi
{
    public static void Map(RouteGroupBuilder api)
    {
        var guests = api.MapGroup("").WithTags("Gasten");
        guests
            .MapPost("/deelnames", JoinAsync)
            .AllowAnonymous()
            .Produces<JoinedFacts>(StatusCodes.Status201Created)
            .WithName("doeMee")
            .WithSummary("Doe als gast mee met een code")
            .WithDescription(
                "Het antwoord heeft een sleutel die werkt tot de zaal sluit. Met de code van een partij schrijft u meteen mee; met die van de lobby wacht u tot iemand van de partij u binnenlaat. Een code die niet (meer) werkt, geeft altijd `room.code-unknown`."
            );
        var mine = guests.MapGroup("/deelname").WithMetadata(new GuestsTooAttribute());
        mine.MapGet("", ShowAsync)
            .RequireScope(Scopes.Read)
            .Produces<StandingFacts>()
            .WithName("toonDeelname")
            .WithSummary("Hoe het met uw deelname staat")
            .WithDescription("Alleen voor gasten; is de deelname voorbij, dan is er niets: 404.");
        mine.MapPut("/partij", AskAsync)
            .RequireScope(Scopes.Write)
            .Produces<StandingFacts>()
            .WithName("vraagOmBinnenTeMogen")
            .WithSummary("Vraag een partij om u binnen te laten");
        mine.MapPut("/tekst", KeepAsync)
            .RequireScope(Scopes.Write)
            .Produces<StandingFacts>()
            .WithName("bewaarTekstVanGast")
            .WithSummary("Bewaar wat u schrijft terwijl u wacht")
            .WithDescription("Alleen u leest dit. Bent u binnen, dan wordt het aan uw partij aangeboden om over te nemen.");
        mine.MapPost("/vertrek", LeaveAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithName("stopMetMeedoen")
            .WithSummary("Stop met meedoen");
    }

    private static async Task<IResult> JoinAsync(JoinBody body, JoinRoom join, HttpContext context)
    {
        var wish = new JoinWish(body.Code, body.Name, body.Party);
        return (await join.ByProgramAsync(wish, context.SubmitId(), context.RequestAborted)).Is(out var joined, out var refusal)
            ? Results.Created("/api/v1/deelname", new JoinedFacts(joined.Secret, joined.Until))
            : context.Refused(refusal);
    }

    private static async Task<IResult> ShowAsync(GuestReader guests, CancellationToken stop) => await AnswerAsync(guests, stop);

    private static async Task<IResult> AskAsync(AskBody body, WaitInLobby lobby, GuestReader guests, HttpContext context) =>
        await lobby.AskAsync(body.Party, context.SubmitId(), context.RequestAborted) is { } refusal
            ? context.Refused(refusal)
            : await AnswerAsync(guests, context.RequestAborted);

    private static async Task<IResult> KeepAsync(GuestTextBody body, WaitInLobby lobby, GuestReader guests, HttpContext context) =>
        await lobby.KeepAsync(new GuestWords(body.Text, body.Points), context.RequestAborted) is { } refusal
            ? context.Refused(refusal)
            : await AnswerAsync(guests, context.RequestAborted);

    private static async Task<IResult> LeaveAsync(WaitInLobby lobby, HttpContext context) =>
        await lobby.LeaveAsync(context.SubmitId(), context.RequestAborted) is { } refusal ? context.Refused(refusal) : Results.NoContent();

    private static async Task<IResult> AnswerAsync(GuestReader guests, CancellationToken stop) =>
        await guests.MineAsync(stop) is { } standing ? Results.Ok(StandingFacts.Of(standing)) : Results.NotFound();
}
