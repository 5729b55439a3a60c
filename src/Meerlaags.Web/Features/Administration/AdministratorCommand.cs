using Meerlaags.Domain.Common;
using Meerlaags.Web.Platform.Localisation;

namespace Meerlaags.Web.Features.Administration;

/// <summary>The first administrator is made on the machine itself.</summary>
internal static class AdministratorCommand
{
    public static async Task<int> CreateAsync(CommandLine line) =>
        await AnswerAsync(
            line,
            await line.Services.GetRequiredService<CreateAdministrator>().CreateAsync(line.Value("email"), line.Value("name"), CancellationToken.None)
        );

    public static async Task<int> LinkAsync(CommandLine line) =>
        await AnswerAsync(line, await line.Services.GetRequiredService<CreateAdministrator>().LinkAsync(line.Value("email"), CancellationToken.None));

    private static async Task<int> AnswerAsync(CommandLine line, Decided<string> decided)
    {
        var texts = line.Services.GetRequiredService<Texts>();
        if (!decided.Is(out var path, out var refusal))
        {
            await Console.Error.WriteLineAsync(texts.For(refusal));
            return 1;
        }
        var settings = line.Services.GetRequiredService<IConfiguration>();
        var address = settings["Web:Address"] ?? settings["urls"]?.Split(';')[0] ?? "http://localhost:5000";
        Console.WriteLine(texts["Administration.Command.Link"]);
        Console.WriteLine(address.TrimEnd('/') + path);
        return 0;
    }
}
