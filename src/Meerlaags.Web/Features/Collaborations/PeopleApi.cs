using Meerlaags.Domain.Collaborations;
using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Invitations, places and mandates for programs; the same use cases as the pages.</summary>
public static class PeopleApi
{
    /// <summary>Adds its addresses.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        var one = api.MapGroup("/samenwerkingen/{id:guid}").BelowCollaboration().FacilitatorsSaySo();
        one.MapGet("/uitnodigingen", InvitationsAsync)
            .RequireScope(Scopes.Read)
            .Produces<IReadOnlyList<InvitationFacts>>()
            .WithSummary("Open uitnodigingen die u aangaan");
        one.MapPost("/uitnodigingen", InviteAsync)
            .RequireScope(Scopes.Write)
            .Produces<InvitationSecret>(StatusCodes.Status201Created)
            .WithSummary("Iemand uitnodigen; het geheim staat alleen in dit antwoord");
        one.MapPost("/uitnodigingen/{uitnodiging:guid}/intrekking", WithdrawAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een uitnodiging intrekken");
        one.MapPost("/leden/{lid:guid}/mandaten", MandateAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een mandaat vastleggen");
        one.MapPost("/leden/{lid:guid}/vertrek", EndAsync)
            .RequireScope(Scopes.Write)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Een deelname beëindigen");
        api.MapPost("/uitnodigingen/aanvaardingen", AcceptAsync)
            .RequireScope(Scopes.Write)
            .Produces<Made>(StatusCodes.Status201Created)
            .WithSummary("Een uitnodiging aanvaarden");
    }

    private static async Task<IResult> InvitationsAsync(Guid id, CollaborationQueries queries, Answering answering, CancellationToken stop)
    {
        var key = new CollaborationId(id);
        return await queries.TableAsync(key, stop) is null
            ? answering.No(Refusals.NotThere)
            : Results.Ok((await queries.OpenInvitationsAsync(key, stop)).Select(InvitationFacts.Of));
    }

    private static async Task<IResult> InviteAsync(Guid id, InviteBody body, InvitePerson invite, Answering answering, CancellationToken stop)
    {
        if (Codes.Read<MemberFunction>(body.Functie) is not { } function)
            return answering.No(new Refusal("form.invalid") { Field = "functie" });
        var party = body.Partij is { } chosen ? new PartyId(chosen) : (PartyId?)null;
        var wish = new InvitationWish(function, party, body.Stem ?? "", body.Voor);
        return (await invite.ToAsync(new CollaborationId(id), wish, answering.Submit, stop)).Is(out var made, out var refusal)
            ? Results.Created($"/api/v1/samenwerkingen/{id}/uitnodigingen", new InvitationSecret(made.Id.Value, made.Secret))
            : answering.No(refusal);
    }

    private static async Task<IResult> WithdrawAsync(Guid id, Guid uitnodiging, WithdrawInvitation withdraw, Answering answering) =>
        answering.Done(await withdraw.OfAsync(new CollaborationId(id), new InvitationId(uitnodiging), answering.Submit, answering.Stop));

    private static async Task<IResult> MandateAsync([AsParameters] MemberRoute route, MandateBody body, RecordMandate record, Answering answering)
    {
        var terms = new MandateTerms(body.Vanaf, body.TotEnMet, body.Besluit, body.Grenzen ?? "");
        return answering.Done(await record.ForAsync(route.Address, terms, answering.Submit, route.Stop));
    }

    private static async Task<IResult> EndAsync([AsParameters] MemberRoute route, EndMembership end, Answering answering) =>
        answering.Done(await end.OfAsync(route.Address, answering.Submit, route.Stop));

    private static async Task<IResult> AcceptAsync(AcceptBody body, AcceptInvitation accept, Answering answering, CancellationToken stop) =>
        (await accept.WithAsync(body.Geheim, answering.Submit, stop)).Is(out var collaboration, out var refusal)
            ? Results.Created($"/api/v1/samenwerkingen/{collaboration.Value}", new Made(collaboration.Value))
            : answering.No(refusal);
}

/// <summary>The place in an address.</summary>
public sealed record MemberRoute(Guid Id, Guid Lid, CancellationToken Stop)
{
    /// <summary>As the use cases know it.</summary>
    public MemberAddress Address => new(new CollaborationId(Id), new MembershipId(Lid));
}
