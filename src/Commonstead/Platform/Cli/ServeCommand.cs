using System.CommandLine;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Commonstead.Platform.Mail;
using Commonstead.Platform.Trusts;

namespace Commonstead.Platform.Cli;

/// <summary><c>commonstead serve</c>: runs a real trust, or several by host name.</summary>
public static class ServeCommand
{
    private const int UsualPort = 5180;

    /// <summary>The option for the port, shared with the demonstration.</summary>
    public static Option<int?> Port { get; } = new("--port")
    {
        Description = $"The port to listen on; {UsualPort} when it is free, else any.",
        Validators =
        {
            result =>
            {
                var typed = result.Tokens.SingleOrDefault()?.Value;
                if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                    || port is < 1 or > 65_535)
                    result.AddError($"--port is a number from 1 to 65535, not “{typed}”.");
            },
        },
    };

    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var data = new Option<string[]>("--data")
        {
            Description = "The data folder; several as NAME=FOLDER, where NAME is the host name a trust answers to.",
            Required = true,
            AllowMultipleArgumentsPerToken = true,
        };
        var urls = new Option<string?>("--urls")
        {
            Description = "The addresses to listen on, such as http://0.0.0.0:8080.",
        };
        var smtp = new Option<string?>("--smtp")
        {
            Description = "The mail server, such as mail.example.org:587; without one messages are kept as files.",
        };
        var from = new Option<string?>("--smtp-from")
        {
            Description = "The address that messages come from, such as office@example.org.",
        };
        var site = new Option<string?>("--public-address")
        {
            Description = "The address that links in mail begin with, such as https://oak.example; for one trust.",
        };
        var command = new Command("serve", "Run a trust from its data folder; the first page makes it.")
        {
            data, TrustOptions.Database, Port, urls, smtp, from, site,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var trusts = parsed.GetRequiredValue(data)
                .Select(text => Location(text, parsed.GetValue(TrustOptions.Database))).ToList();
            if (trusts.Count > 1 && parsed.GetValue(TrustOptions.Database) is not null)
                throw new CommandRefusedException("--database names one trust's database; serve one trust with it.",
                    ExitCode.BadInput);
            var address = parsed.GetValue(urls) ?? AddressOn(parsed.GetValue(Port));
            var mail = MailServer.Read(
                parsed.GetValue(smtp), parsed.GetValue(from), Environment.GetEnvironmentVariable);
            if (mail.Wrong is { } wrong) throw new CommandRefusedException(wrong, ExitCode.BadInput);
            var serving = new ServerOptions(trusts, address, TimeProvider.System)
            {
                Mail = mail.Server,
                PublicAddress = SiteOf(parsed.GetValue(site), trusts.Count),
            };
            await using var server = await Start(serving, cancellation);
            Console.WriteLine($"Commonstead is at {string.Join(' ', server.Urls)}");
            foreach (var trust in server.Services.GetRequiredService<TrustRegistry>().All.Where(t => t.Profile is null))
                Console.WriteLine($"New trust in {trust.Location.Folder}: set-up code {trust.SetUpCode}");
            await server.WaitForShutdownAsync(cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Builds and starts a server, and says in one line why it does not start.</summary>
    /// <exception cref="CommandRefusedException">It cannot listen at the address.</exception>
    public static async Task<WebApplication> Start(ServerOptions options, CancellationToken cancellation)
    {
        var server = await Server.Build(options);
        try
        {
            await server.StartAsync(cancellation);
            return server;
        }
        catch (Exception e) when (e is IOException or SocketException or FormatException or InvalidOperationException)
        {
            await server.DisposeAsync();
            var isTaken = e.GetBaseException() is SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse };
            throw isTaken
                ? new CommandRefusedException(
                    $"Another program listens at {options.Urls} already. Choose another port with --port.",
                    ExitCode.Conflict)
                : new CommandRefusedException(
                    $"Cannot listen at {options.Urls}: {e.GetBaseException().Message}", ExitCode.BadInput);
        }
    }

    /// <summary>
    /// The address of a port on this machine: the one asked for, else the usual one when free, else any.
    /// </summary>
    public static string AddressOn(int? port) =>
        $"http://localhost:{port ?? (IsFree(UsualPort) ? UsualPort : AnyFree())}";

    private static string? SiteOf(string? typed, int trusts)
    {
        if (typed is null) return null;
        if (trusts > 1)
            throw new CommandRefusedException(
                "--public-address is one trust's; several are known by their names already.", ExitCode.BadInput);
        return Uri.TryCreate(typed, UriKind.Absolute, out var site) && site.Scheme is "http" or "https"
            && site.PathAndQuery == "/"
            ? site.GetLeftPart(UriPartial.Authority)
            : throw new CommandRefusedException(
                $"--public-address is an address such as https://oak.example, not “{typed}”.", ExitCode.BadInput);
    }

    private static TrustLocation Location(string text, string? database)
    {
        var split = text.IndexOf('=', StringComparison.Ordinal);
        return split > 0
            ? new TrustLocation(TrustOptions.Folder(text[(split + 1)..]), database, text[..split])
            : new TrustLocation(TrustOptions.Folder(text), database);
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static int AnyFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
