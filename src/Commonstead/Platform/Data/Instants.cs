namespace Commonstead.Platform.Data;

/// <summary>Instants as they are stored: UTC, whole microseconds, the finest both engines keep.</summary>
public static class Instants
{
    /// <summary>The instant cut to microseconds.</summary>
    /// <exception cref="ArgumentException">The instant is not UTC.</exception>
    public static DateTime Stored(DateTime instant) =>
        instant.Kind == DateTimeKind.Utc
            ? new DateTime(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc)
            : throw new ArgumentException("Instants are UTC.", nameof(instant));
}
