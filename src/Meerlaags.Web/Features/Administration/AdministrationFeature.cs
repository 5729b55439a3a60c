using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Identity;
using Meerlaags.Web.Platform.Live;

namespace Meerlaags.Web.Features.Administration;

/// <summary>Looking after the installation: what waits, people, invitations, review of rights, outgoing mail, proof that the journal is whole. It opens no texts of collaborations.</summary>
public sealed class AdministrationFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(AdministrationTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services) =>
        services
            .AddScoped<CreateAdministrator>()
            .AddScoped<AccountMeasures>()
            .AddScoped<LookAfterAccount>()
            .AddScoped<AddPerson>()
            .AddScoped<PeopleReader>()
            .AddScoped<InvitationReader>()
            .AddScoped<WithdrawForInstallation>()
            .AddScoped<ReviewRights>()
            .AddScoped<RightsReader>()
            .AddScoped<ReviewReader>()
            .AddScoped<VerificationReader>()
            .AddScoped<InstallationLog>()
            .AddScoped<OutgoingReader>()
            .AddScoped<AttentionReader>()
            .AddScoped<IAttention, AttentionForAccounts>()
            .AddScoped<IAttention, AttentionForTheMachine>()
            .AddSingleton<VerificationRun>();

    /// <inheritdoc/>
    public override void MapApi(RouteGroupBuilder api)
    {
        AccountsApi.Map(api);
        ReviewsApi.Map(api);
        InstallationApi.Map(api);
    }

    /// <inheritdoc/>
    public override Task StartAsync(IServiceProvider services, CancellationToken stop) => VerificationRun.CloseInterruptedAsync(services, stop);

    /// <inheritdoc/>
    public override void MapOther(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/beheer/logboek/live", (Bell bell, HttpContext context) => LiveStream.Of(VerificationRun.Room, bell, context, first: "changed"))
            .RequireAuthorization(Policies.Administrator);
}

/// <summary>The texts of administration stand beside this class.</summary>
public sealed class AdministrationTexts;
