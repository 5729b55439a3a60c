using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit.Sdk;
using Xunit.v3;

namespace Meerlaags.Browser.Tests.Harness;

/// <summary>A test in the browser of this machine; without one it is skipped for all to see, and in CI it fails.</summary>
public sealed class InTheBrowserAttribute : FactAttribute
{
    /// <summary>Marks a test.</summary>
    public InTheBrowserAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = Chromium.Missing;
}

/// <summary>Runs a theory in both languages, on a desk and on a phone: <c>(string language, int width)</c>.</summary>
public sealed class OnEveryScreenAttribute : DataAttribute
{
    private static readonly (string Language, int Width)[] Screens = [("nl", 1280), ("nl", 360), ("en", 1280), ("en", 360)];

    /// <inheritdoc/>
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Screens.Select(screen => new TheoryDataRow<string, int>(screen.Language, screen.Width) { Skip = Chromium.Missing })]);

    /// <inheritdoc/>
    public override bool SupportsDiscoveryEnumeration() => true;
}
