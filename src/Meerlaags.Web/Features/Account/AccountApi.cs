using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Meerlaags.Web.Platform.Api;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Account;

/// <summary>Tokens that bind, for programs.</summary>
public static class AccountApi
{
    /// <summary>Maps the addresses.</summary>
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/sleutels/bindend", MakeBindingAsync)
            .RequireScope(Scopes.Write)
            .Produces<BindingToken>(StatusCodes.Status201Created)
            .WithTags("Sleutels")
            .WithName("maakBindendeSleutel")
            .WithSummary("Maak een sleutel waarmee u een partij bindt")
            .WithDescription(
                "Vraagt uw wachtwoord opnieuw. De sleutel heeft alleen het bereik `bind` en werkt een kwartier. Een fout wachtwoord telt mee voor het blokkeren van uw account."
            );

    private static async Task<IResult> MakeBindingAsync(PasswordBody body, MakeToken tokens, Texts texts, HttpContext context)
    {
        var wish = new TokenWish(texts["Account.Token.BindingName"], [Scopes.Bind], MakeToken.BindingLifetime, body.Password);
        var decided = await tokens.MakeAsync(wish, context.SubmitId(), context.RequestAborted);
        if (!decided.Is(out var made, out var refusal))
            return texts.Problem(PasswordAgain.ForProgram(refusal));
        return Results.Json(new BindingToken(made.Secret, [Scopes.Bind], made.Token.ExpiresAt), ApiJson.Form, statusCode: StatusCodes.Status201Created);
    }
}

/// <summary>The password, typed again.</summary>
/// <param name="Password">The password.</param>
[Description("Uw wachtwoord, opnieuw.")]
public sealed record PasswordBody(
    [property: JsonPropertyName("wachtwoord"), Description("Uw wachtwoord."), Required(ErrorMessage = FormTexts.Missing)] string Password
);

/// <summary>A token that may bind a party, for a quarter of an hour.</summary>
/// <param name="Secret">The secret; it is not shown again.</param>
/// <param name="Scopes">What it may do.</param>
/// <param name="ExpiresAt">Until when it works.</param>
[Description("Een sleutel waarmee u een partij bindt. Werkt een kwartier.")]
public sealed record BindingToken(
    [property: JsonPropertyName("sleutel"), Description("De sleutel zelf. U ziet hem alleen nu.")] string Secret,
    [property: JsonPropertyName("bereik"), Description("Wat u ermee mag.")] IReadOnlyList<string> Scopes,
    [property: JsonPropertyName("geldigTot"), Description("Tot wanneer hij werkt, in UTC.")] DateTimeOffset ExpiresAt
);
