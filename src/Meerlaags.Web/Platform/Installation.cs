namespace Meerlaags.Web.Platform;

/// <summary>What kind of installation this is; decided once, at start.</summary>
public sealed class Installation
{
    /// <summary>Whether the server listens.</summary>
    public bool HasStarted { get; set; }

    /// <summary>Whether it holds the demo cast and invented texts: every page says so.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Whether the demo cast may sign in by one click: asked for by a setting, and nobody beyond this machine can reach it.</summary>
    public bool CastSignsIn { get; set; }
}
