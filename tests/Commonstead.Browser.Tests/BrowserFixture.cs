using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Commonstead.Browser.Tests.BrowserFixture))]
[assembly: AssemblyFixture(typeof(Commonstead.Browser.Tests.GalleryHost))]

namespace Commonstead.Browser.Tests;

/// <summary>One Chromium for all tests: Debian's own, or the one CHROMIUM names.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>
    /// Opens a fresh browser profile on a site. Any uncaught script error or CSP violation fails the test.
    /// </summary>
    public async Task<Visitor> Visit(string address, VisitorSetup? setup = null)
    {
        setup ??= new VisitorSetup();
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            Locale = setup.Locale,
            ColorScheme = setup.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = setup.Scripts,
            StorageState = setup.State,
            ViewportSize = new ViewportSize { Width = setup.Width, Height = setup.Height },
        });
        context.SetDefaultTimeout(15_000);
        return new Visitor(await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>How a visitor looks at the site.</summary>
public sealed record VisitorSetup
{
    public string Locale { get; init; } = "en-US";
    public bool Dark { get; init; }
    public bool Scripts { get; init; } = true;
    public int Width { get; init; } = 1280;
    public int Height { get; init; } = 900;

    /// <summary>The cookies of someone who has signed in before.</summary>
    public string? State { get; init; }
}
