namespace Meerlaags.Web.Platform.Search;

/// <summary>What search is made of.</summary>
public static class SearchServices
{
    private const string KnownWords = "content/search/words-nl.txt";

    /// <summary>Adds the index and who reads it.</summary>
    public static void AddSearch(this IServiceCollection services, IEnumerable<Feature> features) =>
        services
            .AddSingleton(new SearchKinds(features.SelectMany(feature => feature.Search)))
            .AddSingleton(new SearchWords(new Compounds(File.ReadLines(Path.Combine(AppContext.BaseDirectory, KnownWords)))))
            .AddSingleton<SearchIndex>()
            .AddScoped<SearchReader>()
            .AddHostedService<SearchFilling>();
}
