using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Commonstead.Bench;

/// <summary>A server in a process of its own, and someone signed in to it.</summary>
internal sealed partial class Serving : IDisposable
{
    private readonly Process _process;

    private Serving(Process process, int port) => (_process, Port) = (process, port);

    /// <summary>Where it listens.</summary>
    public int Port { get; }

    /// <summary>The cookie of the steward who signed in.</summary>
    public string Cookie { get; private set; } = "";

    /// <summary>How long it took from its start to its first page.</summary>
    public TimeSpan FirstPage { get; private set; }

    /// <summary>Processor time it has used.</summary>
    public TimeSpan Worked
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Memory it holds and the most it has held, in bytes.</summary>
    public (long Now, long Most) Resident
    {
        get
        {
            _process.Refresh();
            return (_process.WorkingSet64, _process.PeakWorkingSet64);
        }
    }

    /// <summary>This program again, serving a folder's trust with the hand-written pages beside its own.</summary>
    public static Task<Serving> WithHandWritten(string folder) =>
        Start(Environment.ProcessPath!, port => [HandWritten.Command, folder, Text(port)]);

    /// <summary>The published program.</summary>
    public static Task<Serving> Published(string program, string folder) =>
        Start(program, port => ["serve", "--data", folder, "--port", Text(port)]);

    /// <summary>A page as the steward sees it.</summary>
    public async Task<string> Read(string path)
    {
        using var http = Browser();
        http.DefaultRequestHeaders.Add("Cookie", Cookie);
        using var answer = await http.GetAsync(path);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a text.</summary>
    public async Task Send(string path, string text)
    {
        using var http = Browser();
        using var answer = await http.PostAsync(path, new StringContent(text));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Signs the demonstration's steward in.</summary>
    public Task SignIn() => SignIn("steward@demo.example", Demonstration.DemoTrust.Password);

    /// <summary>Signs somebody in.</summary>
    public async Task SignIn(string email, string password)
    {
        using var http = Browser();
        using var form = await http.GetAsync("/sign-in");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Input.Email"] = email,
            ["Input.Password"] = password,
            ["__RequestVerificationToken"] =
                TokenOf(await form.Content.ReadAsStringAsync()),
        };
        using var post = new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent(fields),
        };
        post.Headers.Add("Cookie", Cookies(form));
        using var answer = await http.SendAsync(post);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new IOException($"{email} could not sign in.");
        Cookie = Cookies(answer);
    }

    /// <summary>A form on a page, filled in, and the cookie to send with it.</summary>
    public async Task<(string Form, string Cookie)> Filled(string path, string values)
    {
        using var http = Browser();
        http.DefaultRequestHeaders.Add("Cookie", Cookie);
        using var page = await http.GetAsync(path);
        page.EnsureSuccessStatusCode();
        var token = TokenOf(await page.Content.ReadAsStringAsync());
        return ($"{values}&__RequestVerificationToken={token}", $"{Cookie}; {Cookies(page)}");
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private static async Task<Serving> Start(string program, Func<int, string[]> arguments)
    {
        var port = FreePort();
        var info = new ProcessStartInfo(program) { UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in arguments(port)) info.ArgumentList.Add(argument);
        var watch = Stopwatch.StartNew();
        var process = Process.Start(info)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var serving = new Serving(process, port);
        using var http = serving.Browser();
        while (!await serving.Answers(http))
        {
            if (process.HasExited) throw new IOException($"{program} ended with {process.ExitCode}.");
            if (watch.Elapsed > TimeSpan.FromMinutes(1)) throw new IOException($"{program} does not answer.");
            await Task.Delay(5);
        }

        serving.FirstPage = watch.Elapsed;
        return serving;
    }

    private async Task<bool> Answers(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/sign-in");
            await answer.Content.ReadAsByteArrayAsync();
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private HttpClient Browser() => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        BaseAddress = new Uri($"http://127.0.0.1:{Port}"),
    };

    private static string Cookies(HttpResponseMessage answer) =>
        string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c[..c.IndexOf(';')]));

    private static string TokenOf(string page) => Token().Match(page).Groups["token"].Value;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
