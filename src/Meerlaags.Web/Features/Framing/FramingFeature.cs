using Meerlaags.Domain.Framing;
using Meerlaags.Web.Features.Collaborations;
using Meerlaags.Web.Features.Collaborations.Export;
using Meerlaags.Web.Features.Framing.Differences;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Access;
using Meerlaags.Web.Platform.Data;
using Meerlaags.Web.Platform.Notices;
using Meerlaags.Web.Platform.Search;
using Microsoft.EntityFrameworkCore;

namespace Meerlaags.Web.Features.Framing;

/// <summary>From blind texts to one shared issue.</summary>
public sealed class FramingFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(FramingTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services)
    {
        services.AddSingleton(new QuestionSets(Path.Combine(AppContext.BaseDirectory, "content", "framing")));
        services.AddSingleton(new Lexicon(Path.Combine(AppContext.BaseDirectory, "content", "differences")));
        services.AddSingleton<ComputedOnce>();
        services.AddScoped<DifferenceReader>();
        services.AddScoped<NoteDifference>();
        services.AddScoped<ShowComputed>();
        services.AddScoped<RoundReader>();
        services.AddScoped<RoundNow>();
        services.AddScoped<RoundStates>();
        services.AddScoped<RoundChange>();
        services.AddScoped<OpenRound>();
        services.AddScoped<WriteFormulation>();
        services.AddScoped<RevealTexts>();
        services.AddScoped<MarkSamePoints>();
        services.AddScoped<Desks>();
        services.AddScoped<WriteSentence>();
        services.AddScoped<NoticeMissingParty>();
        services.AddScoped<AskConsent>();
        services.AddScoped<CloseRound>();
        services.AddScoped<FormulationReader>();
        services.AddScoped<CandidateReader>();
        services.AddScoped<ICollaborationMenu, FramingMenu>();
        services.AddScoped<IAsks, FramingAsks>();
        services.AddScoped<ILogNames, FramingNames>();
        services.AddScoped<INoticePages, FramingNames>();
        services.AddScoped<ILogKinds, FramingKinds>();
        services.AddScoped<IExportPart, FramingExport>();
        services.AddScoped<IOverviewPart, FramingStep>();
        services.AddScoped<ICircleState, FramingStep>();
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Notice> Notices =>
        [
            Notice.On<RoundOpened>(Audience.Table, fact => new SeenAt("", fact.Round.Value)),
            Notice.On<TextsRevealed>(Audience.Table, fact => new SeenAt("/naast-elkaar", fact.Round.Value)),
            Notice.On<CritiqueOpened>(Audience.Table, fact => new SeenAt($"/kritiek/{fact.Number}", fact.Round.Value)),
            Notice.On<VersionPut>(Audience.Table, fact => new SeenAt("", fact.Round.Value)),
            Notice.On<SharedIssueEstablished>(Audience.Table),
            // The shared issue says of itself that the round is done.
            Notice.On<RoundClosed>(fact => fact.Outcome == RoundOutcome.Shared ? Audience.Nobody : Audience.Table, fact => new SeenAt("", fact.Round.Value)),
        ];

    /// <inheritdoc/>
    public override IReadOnlyList<SearchKind> Search => FramingSearch.Kinds;

    /// <inheritdoc/>
    public override void MapApi(RouteGroupBuilder api) => FramingApi.Map(api);

    /// <inheritdoc/>
    public override void MapOther(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/samenwerkingen/{id:guid}/rondes/{number:int}/verzegeld/{text:guid}", SealedAsync).WithMetadata(new GuestsTooAttribute());

    /// <inheritdoc/>
    // The exact bytes behind the hash in the journal, for who may read the text.
    private static async Task<IResult> SealedAsync(Guid id, int number, Guid text, Db db, CancellationToken stop)
    {
        var found = await db
            .Formulations.AsNoTracking()
            .SingleOrDefaultAsync(known => known.Id == new FormulationId(text) && known.Collaboration == new Domain.Collaborations.CollaborationId(id), stop);
        return found is not null && SealedText.Bytes(found) is { } bytes
            ? Results.File(bytes, "text/plain; charset=utf-8", $"verzegelde-tekst-ronde-{number}-{found.Party.Value}.txt")
            : Results.NotFound();
    }
}

/// <summary>The texts of framing stand beside this class.</summary>
public sealed class FramingTexts;
