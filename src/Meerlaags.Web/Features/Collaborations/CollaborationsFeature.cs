using Meerlaags.Domain.Collaborations;
using Meerlaags.Web.Features.Collaborations.Export;
using Meerlaags.Web.Features.Register;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Notices;
using Meerlaags.Web.Platform.Search;

namespace Meerlaags.Web.Features.Collaborations;

/// <summary>Collaborations: start, table, people, overview, logbook.</summary>
public sealed class CollaborationsFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(CollaborationsTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services) =>
        services
            .AddScoped<AskedOfMe>()
            .AddScoped<MyOverview>()
            .AddScoped<CollaborationQueries>()
            .AddScoped<LogSentences>()
            .AddScoped<Logbook>()
            .AddScoped<CollaborationChange>()
            .AddScoped<PartyWishes>()
            .AddScoped<StartCollaboration>()
            .AddScoped<SeatParty>()
            .AddScoped<ChangeSeat>()
            .AddScoped<LetPartyLeave>()
            .AddScoped<PlanTalk>()
            .AddScoped<Heirs>()
            .AddScoped<ConfirmHeir>()
            .AddScoped<IAsks, HeirAsks>()
            .AddScoped<IAttention, AttentionForHeirs>()
            .AddScoped<InvitePerson>()
            .AddScoped<WithdrawInvitation>()
            .AddScoped<AcceptInvitation>()
            .AddScoped<EnterByInvitation>()
            .AddScoped<ShownSeats>()
            .AddScoped<IOrganisationPart, ShownAt>()
            .AddScoped<ChangeSettings>()
            .AddScoped<ArchiveCollaboration>()
            .AddScoped<GrantLead>()
            .AddScoped<ILogKinds, CollaborationKinds>()
            .AddScoped<LogKinds>()
            .AddScoped<ExportReader>()
            .AddScoped<ReadablePage>()
            .AddScoped<IExportPart, CollaborationExport>()
            .AddScoped<RecordMandate>()
            .AddScoped<EndMembership>()
            .AddScoped<Answering>()
            .AddHttpContextAccessor()
            // The address of an invitation holds its secret: it may not stand in the log of requests.
            .AddLogging(log =>
                log.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.Mvc", LogLevel.Warning)
            );

    /// <inheritdoc/>
    public override IReadOnlyList<Notice> Notices =>
        [
            Notice.On<PartySeated>(Audience.Table, _ => new SeenAt(PartiesPage)),
            Notice.On<PartyLeft>(Audience.Table, _ => new SeenAt(PartiesPage)),
            Notice.On<PartyContinued>(Audience.Table, _ => new SeenAt(PartiesPage)),
            Notice.On<SeatChanged>(fact => Audience.Of(fact.Party), _ => new SeenAt(PartiesPage)),
            Notice.On<SeatPlanned>(fact => Audience.Of(fact.Party), _ => new SeenAt(PartiesPage)),
            Notice.On<PartyShown>(fact => Audience.Of(fact.Party), _ => new SeenAt(PartiesPage)),
            Notice.On<MemberJoined>(Audience.Leading, _ => new SeenAt(PartiesPage)),
            Notice.On<MandateRecorded>(fact => Audience.Of(fact.Person), _ => new SeenAt(PartiesPage)),
            Notice.On<LeadGranted>(fact => Audience.Of(fact.Person)),
            Notice.On<LeadWithdrawn>(fact => Audience.Of(fact.Person)),
            Notice.On<TalkPlanned>(Audience.Table),
            Notice.On<ChallengeReworded>(Audience.Table),
            Notice.On<VisibilityChanged>(Audience.Table),
            Notice.On<CollaborationArchived>(Audience.Table),
            Notice.On<CollaborationReopened>(Audience.Table),
        ];

    private const string PartiesPage = "/partijen";

    /// <inheritdoc/>
    public override IReadOnlyList<SearchKind> Search { get; } =
    [
        SearchKind.For<Collaboration, CollaborationId>(
            "samenwerking",
            "/samenwerkingen/{collaboration}",
            table => new SearchText(table.Id.Value, table.Id, table.StartedAt, table.Region) { Title = table.Challenge }
        ),
    ];

    /// <inheritdoc/>
    public override void MapApi(RouteGroupBuilder api)
    {
        CollaborationsApi.Map(api);
        PeopleApi.Map(api);
        SettingsApi.Map(api);
        ExportApi.Map(api);
    }
}

/// <summary>The texts of collaborations stand beside this class.</summary>
public sealed class CollaborationsTexts;
