using Meerlaags.Web.Features.Administration;

namespace Meerlaags.Web;

/// <summary>What an administrator does on the machine itself, without a running installation: <c>administrator create</c>, <c>administrator link</c>, <c>journal verify</c>.</summary>
public static class Commands
{
    private const string Usage = """
        Meerlaags.Web administrator create --email naam@organisatie.nl --name "Voor- en achternaam"
        Meerlaags.Web administrator link --email naam@organisatie.nl
        Meerlaags.Web journal verify
        """;

    /// <summary>Whether a command was typed; without one the installation starts.</summary>
    public static bool Knows(string[] arguments) => arguments is [var first, ..] && !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal);

    /// <summary>Carries it out; 0 when it succeeded.</summary>
    public static async Task<int> RunAsync(IServiceProvider services, string[] arguments)
    {
        await using var scope = services.CreateAsyncScope();
        var line = new CommandLine(scope.ServiceProvider, arguments);
        switch (arguments)
        {
            case ["administrator", "create", ..]:
                return await AdministratorCommand.CreateAsync(line);
            case ["administrator", "link", ..]:
                return await AdministratorCommand.LinkAsync(line);
            case ["journal", "verify", ..]:
                return await JournalCommand.VerifyAsync(line);
            default:
                await Console.Error.WriteLineAsync(Usage);
                return 2;
        }
    }
}

/// <summary>A typed command with what it needs.</summary>
/// <param name="Services">The parts of the installation.</param>
/// <param name="Arguments">What was typed.</param>
public sealed record CommandLine(IServiceProvider Services, string[] Arguments)
{
    /// <summary>The value after <c>--name</c>, or empty.</summary>
    public string Value(string name)
    {
        var place = Array.IndexOf(Arguments, "--" + name);
        return place >= 0 && place + 1 < Arguments.Length ? Arguments[place + 1] : "";
    }
}
