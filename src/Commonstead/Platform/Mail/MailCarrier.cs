using System.Net;
using System.Net.Mail;
using System.Text;
using Commonstead.Platform.Trusts;

namespace Commonstead.Platform.Mail;

/// <summary>What became of one try to send a message.</summary>
internal enum Carried
{
    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>It lies as a file.</summary>
    Kept,

    /// <summary>The server will never take it.</summary>
    Refused,

    /// <summary>The server did not take this one now.</summary>
    NotNow,

    /// <summary>The server cannot be reached, so that no other message need be tried.</summary>
    NoServer,
}

/// <summary>
/// Carries messages: to the mail server when one is set, else into files of the data folder. A message killed between
/// the server's answer and the record is sent again with the same Message-Id: SMTP can promise at least once, and no
/// more.
/// </summary>
internal sealed class MailCarrier : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly MailServer? _server;
    private readonly string _folder;
    private readonly string _from;
    private readonly SmtpClient _client;

    public MailCarrier(OpenTrust trust, MailServer? server)
    {
        (_server, _folder) = (server, FolderOf(trust));
        _from = server?.From ?? "trust@localhost";
        if (server is null)
        {
            var fresh = Directory.CreateDirectory(Path.Combine(_folder, "new")).FullName;
            // What a killed program left half done is made again.
            foreach (var left in Directory.GetFiles(fresh)) File.Delete(left);
            _client = new SmtpClient
            {
                DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
                PickupDirectoryLocation = fresh,
            };
        }
        else
        {
            _client = new SmtpClient(server.Host, server.Port)
            {
                EnableSsl = server.UsesTls,
                Credentials = server.User is null ? null : new NetworkCredential(server.User, server.Password),
            };
        }
    }

    /// <summary>Where a trust's messages lie as files.</summary>
    public static string FolderOf(OpenTrust trust) => Path.Combine(trust.Location.Folder, "mail");

    /// <summary>The file of a message.</summary>
    public static string FileOf(OpenTrust trust, Guid message) =>
        Path.Combine(FolderOf(trust), message.ToString("N") + ".eml");

    /// <summary>Carries one message.</summary>
    /// <returns>What became of it, and what was said against it.</returns>
    public async Task<(Carried Came, string? Why)> Carry(
        OutboxMessage message, string trustName, CancellationToken cancellation)
    {
        if (!MailAddress.TryCreate(message.To, out var to)) return (Carried.Refused, "This is not an e-mail address.");
        using var mail = Mail(message, trustName, to);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_patience);
        try
        {
            await _client.SendMailAsync(mail, patience.Token);
            if (_server is not null) return (Carried.Sent, null);
            Keep(message.Id);
            return (Carried.Kept, null);
        }
        catch (SmtpFailedRecipientException e)
        {
            return (IsForGood(e.StatusCode) ? Carried.Refused : Carried.NotNow, e.Message);
        }
        catch (SmtpException e) when (IsAboutTheMessage(e.StatusCode))
        {
            return (IsForGood(e.StatusCode) ? Carried.Refused : Carried.NotNow, e.Message);
        }
        catch (Exception e) when (e is SmtpException or IOException
            || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return (Carried.NoServer, e is OperationCanceledException
                ? "The mail server did not answer." : e.GetBaseException().Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private MailMessage Mail(OutboxMessage message, string trustName, MailAddress to)
    {
        var from = new MailAddress(new MailAddress(_from).Address, trustName, Encoding.UTF8);
        var mail = new MailMessage(from, to)
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,
        };
        mail.Headers.Add("Message-ID", $"<{message.Id:N}@{from.Host}>");
        // Nobody's absence note answers a program (RFC 3834, 5).
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    // The only file there is this message's: one worker writes, one message at a time.
    private void Keep(Guid message)
    {
        var fresh = Directory.GetFiles(_client.PickupDirectoryLocation!, "*.eml").Single();
        File.Move(fresh, Path.Combine(_folder, message.ToString("N") + ".eml"), overwrite: true);
    }

    // Anything else, such as a wrong password, is about the server and would meet every other message too.
    private static bool IsAboutTheMessage(SmtpStatusCode status) => status is SmtpStatusCode.MailboxBusy
        or SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.MailboxNameNotAllowed
        or SmtpStatusCode.InsufficientStorage or SmtpStatusCode.ExceededStorageAllocation
        or SmtpStatusCode.TransactionFailed;

    // RFC 5321, 4.2.1: what begins with 5 will not be otherwise next time.
    private static bool IsForGood(SmtpStatusCode status) => (int)status / 100 == 5;
}
