using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Commonstead.Browser.Tests;

/// <summary>Someone in front of a browser, with the checks every page must pass.</summary>
public sealed class Visitor : IAsyncDisposable
{
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

    /// <summary>Fails on any finding of axe against WCAG 2.2 AA and its best practices.</summary>
    public async Task SeesNoBarrier()
    {
        var result = await Page.RunAxe();
        var found = result.Violations.Select(one =>
            $"{one.Id}: {one.Help}\n  " + string.Join("\n  ", one.Nodes.Select(node => node.Html)));
        Assert.Empty(found);
    }

    /// <summary>Fails when the page is wider than the window, so that a reader would scroll sideways.</summary>
    public async Task FitsTheWidth() =>
        Assert.False(await Page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"));

    /// <summary>Saves a picture of the whole page under artifacts/screenshots.</summary>
    public async Task Photograph(string name) => await Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(Screenshots.Folder, name + ".png"),
        FullPage = true,
    });

    /// <summary>Fails when the browser complained: script errors, refused content, missing files.</summary>
    public void HeardNoComplaint() => Assert.Empty(_complaints);

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}

/// <summary>Where pictures are kept: artifacts/screenshots at the top of the repository, never committed.</summary>
public static class Screenshots
{
    public static string Folder { get; } = Path.Combine(Top(), "artifacts", "screenshots");

    private static string Top()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Commonstead.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("Not inside the repository.");
    }
}
