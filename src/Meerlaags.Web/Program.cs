using Meerlaags.Web;
using Meerlaags.Web.Platform.Data;

try
{
    var builder = WebApplication.CreateBuilder(args);
    builder.AddMeerlaags();
    // What a command answers stands alone in its output, for who reads it by program.
    if (Commands.Knows(args))
        builder.Logging.AddConsole(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
    await using var app = builder.Build();
    await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
    if (Commands.Knows(args))
        return await Commands.RunAsync(app.Services, args);
    await app.StartFeaturesAsync();
    app.UseMeerlaags();
    await app.RunAsync();
    return 0;
}
catch (Exception fault) when (StartRefusal.Of(fault) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
