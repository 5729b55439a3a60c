using Meerlaags.Web.Platform;

namespace Meerlaags.Web.Features.Framing.Candidates;

/// <summary>Towards one text: several candidates, what parties think of them, and an order that advises.</summary>
public sealed class CandidatesFeature : Feature
{
    /// <inheritdoc/>
    public override Type Texts => typeof(CandidatesTexts);

    /// <inheritdoc/>
    public override void AddServices(IServiceCollection services) =>
        services
            .AddSingleton(new PrecisionList(Path.Combine(AppContext.BaseDirectory, "content", "precision")))
            .AddSingleton<PrecisionHints>()
            .AddScoped<JudgePrecision>()
            .AddScoped<WriteDream>()
            .AddScoped<ChooseFormat>()
            .AddScoped<AnswerTableFit>()
            .AddScoped<CandidateLines>()
            .AddScoped<StartCandidate>()
            .AddScoped<GiveCritique>()
            .AddScoped<CritiqueReads>()
            .AddScoped<RankingReader>()
            .AddScoped<GiveRanking>();
}

/// <summary>The texts of candidates stand beside this class.</summary>
public sealed class CandidatesTexts;
