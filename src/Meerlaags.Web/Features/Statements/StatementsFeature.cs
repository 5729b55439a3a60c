using Meerlaags.Domain.Statements;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Collaborations.Export;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Notices;
using Meerlaags.Web.Platform.Search;

namespace Meerlaags.Web.Features.Statements;

/// <summary>Short statements from open texts, one position per party, and what binds and divides.</summary>
public sealed class StatementsFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(StatementsTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services) =>
        services
            .AddScoped<StatementReader>()
            .AddScoped<ProposeStatement>()
            .AddScoped<GivePosition>()
            .AddScoped<OutcomeReader>()
            .AddScoped<IAsks, StatementsAsks>()
            .AddScoped<ILogKinds, StatementsKinds>()
            .AddScoped<IExportPart, StatementsExport>();

    /// <inheritdoc/>
    public override IReadOnlyList<Notice> Notices => [Notice.On<PositionsOpened>(Audience.Table, fact => new SeenAt("/stellingen/uitkomst", fact.Round.Value))];

    /// <inheritdoc/>
    public override IReadOnlyList<SearchKind> Search { get; } =
    [
        SearchKind.For<Statement, StatementId>(
            "stelling",
            "/samenwerkingen/{collaboration}/rondes/{round}/stellingen/{source}",
            statement => new SearchText(statement.Id.Value, statement.Collaboration, statement.ProposedAt, statement.Text)
            {
                Round = statement.Round.Value,
                Party = statement.Party,
            }
        ),
    ];

    /// <inheritdoc/>
    public override void MapApi(RouteGroupBuilder api) => StatementsApi.Map(api);
}

/// <summary>The texts of statements stand beside this class.</summary>
public sealed class StatementsTexts;
