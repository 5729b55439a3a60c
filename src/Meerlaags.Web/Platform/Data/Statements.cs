using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Meerlaags.Web.Platform.Data;

/// <summary>The few statements that are no queries: locks and settings. They answer nothing, so they pass no filter.</summary>
internal static class Statements
{
    public static Task ExecuteAsync(this DatabaseFacade database, FormattableString statement, CancellationToken stop) =>
        database.ExecuteSqlAsync(statement, stop);
}
