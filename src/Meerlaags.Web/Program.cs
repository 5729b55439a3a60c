using Meerlaags.Web;
using Meerlaags.Web.Platform;
using Meerlaags.Web.Platform.Data;

var builder = WebApplication.CreateBuilder(args);
builder.AddMeerlaags();
await using var app = builder.Build();
try
{
    await app.Services.GetRequiredService<Migrator>().RunAsync(CancellationToken.None);
    if (Commands.Knows(args))
        return await Commands.RunAsync(app.Services, args);
    await app.StartFeaturesAsync();
    app.UseMeerlaags();
    await app.RunAsync();
    return 0;
}
catch (StartRefusedException refused)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
