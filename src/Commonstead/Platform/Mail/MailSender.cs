using Commonstead.Platform.Data;
using Commonstead.Platform.Trusts;
using Microsoft.EntityFrameworkCore;

namespace Commonstead.Platform.Mail;

/// <summary>
/// Sends what lies in the outboxes, at most a second after it was queued; what fails is tried again after growing
/// waits. Each message is marked by itself right after it went, so that a program killed at any moment sends at most
/// one of them twice.
/// </summary>
internal sealed class MailSender(TrustRegistry trusts, ServerOptions options, ILogger<MailSender> log)
    : BackgroundService
{
    private const int AtOnce = 200;
    private const int MostError = 500;

    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _longestPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _kept = TimeSpan.FromDays(30);

    // A mail server may be away for a weekend; after the last of these somebody has to look.
    private static readonly TimeSpan[] _waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(48),
    ];

    private readonly Dictionary<OpenTrust, DateTimeOffset> _lookNext = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_pause);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var trust in trusts.All.Where(t => t.Profile is not null)) await Look(trust, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is left is sent after the next start.
        }
    }

    /// <summary>Sends what is due in a trust.</summary>
    /// <returns>How many messages were tried.</returns>
    internal async Task<int> SendDue(OpenTrust trust, CancellationToken cancellation)
    {
        var tried = 0;
        if (await Due(trust, cancellation) is not { Count: > 0 } due) return tried;
        using var carrier = new MailCarrier(trust, options.Mail);
        for (; due.Count > 0; due = await Due(trust, cancellation))
        {
            foreach (var message in due)
            {
                var (came, why) = await carrier.Carry(message, trust.Profile!.Name, cancellation);
                await Mark(trust, message.Id, came, why);
                tried++;
                if (came == Carried.NoServer) return tried;
            }
        }

        return tried;
    }

    private async Task Look(OpenTrust trust, CancellationToken cancellation)
    {
        var now = trust.Time.GetUtcNow();
        var waits = _lookNext.TryGetValue(trust, out var next) && now < next && next - now <= _longestPause;
        if (!trust.TakeMail() && waits) return;
        try
        {
            await SendDue(trust, cancellation);
            await RemoveOld(trust, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Sending mail of {Folder} failed; it is tried again", trust.Location.Folder);
        }

        _lookNext[trust] = now + _longestPause;
    }

    private static async Task<List<OutboxMessage>> Due(OpenTrust trust, CancellationToken cancellation)
    {
        await using var db = trust.NewDb();
        var now = trust.Now;
        return await db.Set<OutboxMessage>().AsNoTracking().Where(m => m.NextAt <= now)
            .OrderBy(m => m.NextAt).Take(AtOnce).ToListAsync(cancellation);
    }

    private static Task Mark(OpenTrust trust, Guid id, Carried came, string? why) => Write(trust, async db =>
    {
        // It may have been erased while it was on its way.
        if (await db.Set<OutboxMessage>().FirstOrDefaultAsync(m => m.Id == id) is not { } message) return;
        message.Attempts++;
        message.LastError = why is { Length: > MostError } ? why[..MostError] : why;
        var state = came switch
        {
            Carried.Sent => MailState.Sent,
            Carried.Kept => MailState.Kept,
            Carried.Refused => MailState.GivenUp,
            _ => message.Attempts > _waits.Length ? MailState.GivenUp : MailState.Waiting,
        };
        message.NextAt = state == MailState.Waiting ? trust.Now + _waits[message.Attempts - 1] : null;
        if (state == MailState.Sent) message.Text = "";
        if (state != MailState.Waiting) (message.State, message.StateAt) = (state, trust.Now);
    });

    private static Task RemoveOld(OpenTrust trust, CancellationToken cancellation) => Write(trust, async db =>
    {
        var before = trust.Now - _kept;
        var old = await db.Set<OutboxMessage>().Where(m => m.StateAt < before && m.NextAt == null)
            .OrderBy(m => m.StateAt).Take(AtOnce).ToListAsync(cancellation);
        foreach (var file in old.Select(m => MailCarrier.FileOf(trust, m.Id)).Where(File.Exists)) File.Delete(file);
        db.RemoveRange(old);
    });

    private static async Task Write(OpenTrust trust, Func<TrustDb, Task> change)
    {
        var lane = trust.IsSqlite ? trust.WriteLane : null;
        if (lane is not null) await lane.WaitAsync();
        try
        {
            await using var db = trust.NewDb();
            using var writing = db.Writing();
            await change(db);
            if (db.ChangeTracker.HasChanges()) await db.SaveChangesAsync();
        }
        finally
        {
            lane?.Release();
        }
    }
}
