namespace Meerlaags.Tests.Shared;

/// <summary>The two databases of the product.</summary>
public enum Database
{
    /// <summary>Embedded: a file in a folder.</summary>
    Sqlite,

    /// <summary>A server of its own.</summary>
    Postgres,
}
