using System.Globalization;
using System.Security.Claims;
using Commonstead.Platform.Operations;

namespace Commonstead.Accounts;

/// <summary>
/// How the reader's session was opened. A passkey or a recovery code proves for a short while who sits there, as the
/// present password does at any time.
/// </summary>
public sealed class OwnSession(Acting acting)
{
    /// <summary>How long opening a session proves who sits there.</summary>
    public static readonly TimeSpan ProvesFor = TimeSpan.FromMinutes(15);

    private const string CodeClaim = "opened-by-code";
    private const string PasskeyClaim = "opened-by-passkey";

    /// <summary>True shortly after a recovery code opened the session: its owner has lost the password.</summary>
    public bool IsRecovered { get; private set; }

    /// <summary>True shortly after a recovery code or a passkey opened the session.</summary>
    public bool IsProved { get; private set; }

    /// <summary>True for someone who has a one-time password and must choose their own.</summary>
    public bool HasFirstPassword { get; private set; }

    /// <summary>What a session opened by a recovery code carries.</summary>
    internal static Claim[] ByCode(DateTime now) => [At(CodeClaim, now)];

    /// <summary>What a session opened by a passkey carries.</summary>
    internal static Claim[] ByPasskey(DateTime now) => [At(PasskeyClaim, now)];

    /// <summary>Reads what the session's cookie carries.</summary>
    internal void Read(ClaimsPrincipal? principal, bool hasFirstPassword)
    {
        IsRecovered = IsRecent(principal?.FindFirstValue(CodeClaim));
        IsProved = IsRecovered || IsRecent(principal?.FindFirstValue(PasskeyClaim));
        HasFirstPassword = hasFirstPassword;
    }

    private static Claim At(string type, DateTime now) =>
        new(type, now.Ticks.ToString(CultureInfo.InvariantCulture), ClaimValueTypes.Integer64);

    private bool IsRecent(string? ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && acting.Now.Ticks - at < ProvesFor.Ticks;
}
