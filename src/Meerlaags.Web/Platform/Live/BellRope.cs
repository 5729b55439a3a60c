using Meerlaags.Web.Platform.Data;
using Npgsql;

namespace Meerlaags.Web.Platform.Live;

/// <summary>Carries rings between processes over PostgreSQL NOTIFY. On SQLite there is one process, and the bell rings by itself.</summary>
public sealed class BellRope(DataSettings settings, Bell bell, ILogger<BellRope> log) : BackgroundService
{
    /// <summary>The channel all processes listen to.</summary>
    public const string Channel = "meerlaags_bell";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>What travels: the room and the ring.</summary>
    public static string Write(Guid room, Ring ring) => $"{room} {ring}";

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.IsSqlite)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception fault) when (DataFaults.IsOne(fault) && !stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(fault, "The bell between processes was lost; trying again");
                await Task.Delay(Pause, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(settings.Connection);
        await connection.OpenAsync(stop);
        connection.Notification += (_, heard) =>
        {
            var parts = heard.Payload.Split(' ');
            if (parts.Length == 2 && Guid.TryParse(parts[0], out var room) && Enum.TryParse<Ring>(parts[1], out var ring))
                bell.Sound(room, ring);
        };
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
            await listen.ExecuteNonQueryAsync(stop);
        while (!stop.IsCancellationRequested)
            await connection.WaitAsync(stop);
    }
}
