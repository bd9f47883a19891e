using System.Globalization;
using System.Net.Mail;

namespace Commonstead.Platform.Mail;

/// <summary>The mail server that takes the trust's messages.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">Its port: 587 for submission, 25 for a relay on this machine.</param>
/// <param name="From">The address messages come from.</param>
public sealed record MailServer(string Host, int Port, string From)
{
    private const int UsualPort = 587;

    /// <summary>Who signs in, or null.</summary>
    public string? User { get; init; }

    /// <summary>The password; it is given in the environment and never on a command line.</summary>
    public string? Password { get; init; }

    /// <summary>True to begin TLS before anything is said (STARTTLS); only a server on this machine goes without.
    /// </summary>
    public bool UsesTls { get; init; } = true;

    /// <summary>Reads what was given on the command line or in the environment.</summary>
    /// <param name="server">The server as <c>host:port</c>; null for none.</param>
    /// <param name="from">The address messages come from.</param>
    /// <param name="environment">Gives a variable of the environment, or null.</param>
    /// <returns>The server, or null when none is set; else what is wrong, in words.</returns>
    public static (MailServer? Server, string? Wrong) Read(
        string? server, string? from, Func<string, string?> environment)
    {
        server ??= environment("COMMONSTEAD_SMTP");
        from ??= environment("COMMONSTEAD_SMTP_FROM");
        if (string.IsNullOrWhiteSpace(server))
            return string.IsNullOrWhiteSpace(from) ? (null, null) : (null, "--smtp-from needs --smtp beside it.");
        var parts = server.Trim().Split(':');
        var port = UsualPort;
        if (parts[0].Length == 0 || parts.Length > 2 || (parts.Length == 2
            && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out port)
                || port is < 1 or > 65_535)))
            return (null, $"--smtp is a server and a port such as mail.example.org:587, not “{server}”.");
        if (!MailAddress.TryCreate(from, out var address))
            return (null, "--smtp-from is the address that messages come from, such as office@example.org.");
        return (new MailServer(parts[0], port, address.ToString())
        {
            User = environment("COMMONSTEAD_SMTP_USER"),
            Password = environment("COMMONSTEAD_SMTP_PASSWORD"),
            UsesTls = parts[0] is not ("localhost" or "127.0.0.1" or "::1"),
        }, null);
    }
}
