using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>Someone in front of a browser, with the checks every page must pass.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string _axe = new BundledAxeScriptProvider().GetScript();

    // What another width may bring; the rest was found on the desk.
    private static readonly string[] _byWidth =
    [
        "target-size", "scrollable-region-focusable", "link-name", "button-name", "label", "list", "definition-list",
        "table-fake-caption", "td-headers-attr", "th-has-data-cells", "empty-table-header", "landmark-unique",
    ];

    private readonly List<string> _complaints = [];

    public Visitor(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => _complaints.Add(error);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") _complaints.Add(message.Text);
        };
    }

    public IPage Page { get; }

    /// <summary>Opens a path and returns the status of the answer.</summary>
    public async Task<int> Go(string path) => (await Page.GotoAsync(path))?.Status ?? 0;

    /// <summary>Signs in by e-mail address and password.</summary>
    public async Task SignIn(string email, string password)
    {
        await Go("/sign-in");
        await Page.Locator("#Input_Email").FillAsync(email);
        await Page.Locator("#Input_Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.Locator(".masthead-account a[href='/account']")).ToBeVisibleAsync();
    }

    /// <summary>Gives a page's form a file, and returns the path it leads to.</summary>
    public async Task<string> Upload(string path, string name, string text)
    {
        await Go(path);
        await Page.Locator("main form[method=post] input[type=file]").First.SetInputFilesAsync(new FilePayload
        {
            Name = name,
            MimeType = "application/octet-stream",
            Buffer = System.Text.Encoding.UTF8.GetBytes(text),
        });
        var kind = Page.Locator("main input[type=radio][value=Csv]");
        if (await kind.CountAsync() > 0) await kind.CheckAsync();
        await Page.Locator("main form[method=post] button[type=submit]").First.ClickAsync();
        await Page.WaitForURLAsync(url => !url.EndsWith(path, StringComparison.Ordinal));
        return new Uri(Page.Url).PathAndQuery;
    }

    /// <summary>Fails on any finding of axe against WCAG 2.2 AA and its best practices.</summary>
    /// <param name="rules">Only these rules, or all.</param>
    public async Task SeesNoBarrier(params string[] rules)
    {
        if (!await Page.EvaluateAsync<bool>("'axe' in window")) await Page.EvaluateAsync(_axe);
        var found = await Page.EvaluateAsync<string[]>("""
            async rules => {
              const only = rules.length > 0 ? { runOnly: rules } : {};
              const result = await axe.run(document, { resultTypes: ['violations'], elementRef: true, ...only });
              return result.violations.map(one => `${one.id}: ${one.help}\n    ` +
                one.nodes.slice(0, 5).map(node => node.html.slice(0, 300) + ' ' + node.failureSummary).join('\n    '));
            }
            """, rules);
        Assert.True(found.Length == 0, string.Join("\n  ", found));
    }

    /// <summary>Fails when the page is wider than the window, so that a reader would scroll sideways.</summary>
    public async Task FitsTheWidth()
    {
        var wide = await Page.EvaluateAsync<string[]>("""
            () => {
              const room = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= room) return [];
              return [...document.querySelectorAll('main *, header *, footer *')]
                .filter(part => part.getBoundingClientRect().right > room + 0.5)
                .map(part => part.outerHTML.slice(0, 160)).slice(0, 4).concat(['is wider than the window']);
            }
            """);
        Assert.True(wide.Length == 0, string.Join("\n  ", wide));
    }

    /// <summary>
    /// Opens a page and looks it over on a desk and on a phone; with COMMONSTEAD_PICTURES set, keeps pictures of both.
    /// </summary>
    public async Task LooksThrough(string address, string name)
    {
        _complaints.Clear();
        await Page.SetViewportSizeAsync(1280, 900);
        Assert.Equal(name.StartsWith("problem", StringComparison.Ordinal) ? 404 : 200, await Go(address));
        Assert.Equal(1, await Page.Locator("h1").CountAsync());
        Assert.Matches("^[^–]{2,} – ", await Page.TitleAsync());
        await Page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");
        await Keep(name);
        await SeesNoBarrier();
        await FitsTheWidth();
        await Page.SetViewportSizeAsync(360, 740);
        await Keep(name + "-phone");
        await SeesNoBarrier(_byWidth);
        await FitsTheWidth();
        if (name.StartsWith("problem", StringComparison.Ordinal)) _complaints.Clear();
        HeardNoComplaint();
    }

    private async Task Keep(string name)
    {
        if (Environment.GetEnvironmentVariable("COMMONSTEAD_PICTURES") is null) return;
        await Photograph("pages/" + name.Trim('/').Replace('/', '.'));
    }

    /// <summary>Saves a picture of the whole page under artifacts/screenshots.</summary>
    public async Task Photograph(string name) => await Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Screenshots.Folder, name + ".png"),
        FullPage = true,
    });

    /// <summary>Fails when the browser complained: script errors, refused content, missing files.</summary>
    public void HeardNoComplaint() => Assert.True(_complaints.Count == 0, string.Join("\n", _complaints));

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}

/// <summary>Where pictures are kept: artifacts/screenshots at the top of the repository, never committed.</summary>
public static class Screenshots
{
    public static string Folder { get; } = Path.Combine(Repository.Top, "artifacts", "screenshots");
}

/// <summary>The repository's own folder.</summary>
public static class Repository
{
    public static string Top { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Commonstead.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Not inside the repository.");
    }
}
