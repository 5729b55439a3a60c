using Meerlaags.Web.Platform;

namespace Meerlaags.Web.Features.Account;

/// <summary>Signing in and what is yours: name, password, tokens.</summary>
public sealed class AccountFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(AccountTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<MakeToken>();
        services.AddScoped<RevokeToken>();
    }

    /// <inheritdoc/>
    public override void MapApi(RouteGroupBuilder api) => AccountApi.Map(api);
}

/// <summary>The texts of accounts stand beside this class.</summary>
public sealed class AccountTexts;
