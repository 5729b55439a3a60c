using System.Data.Common;

namespace Meerlaags.Web.Platform.Data;

/// <summary>Tells a database that gives way apart from a fault of our own.</summary>
public static class DataFaults
{
    /// <summary>Whether the database, or the way to it, is at the bottom of this. Entity Framework and its retries wrap what they were told.</summary>
    public static bool IsOne(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
            if (cause is DbException or IOException or TimeoutException)
                return true;
        return false;
    }
}
