using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;

namespace Commonstead.Tests;

/// <summary>
/// Someone at a browser without JavaScript: opens pages, fills in forms, follows redirects, keeps cookies.
/// </summary>
public sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    public Visitor(HttpMessageHandler server, string host)
    {
        var cookies = new CookieContainerHandler { InnerHandler = server };
        WithoutRedirects = new HttpClient(cookies) { BaseAddress = new Uri($"http://{host}") };
        _http = new HttpClient(new RedirectHandler(10) { InnerHandler = cookies })
        {
            BaseAddress = new Uri($"http://{host}"),
        };
    }

    /// <summary>The client beneath, for API calls with this visitor's cookies.</summary>
    public HttpClient Http => _http;

    /// <summary>The same cookies, for seeing redirects as they are answered.</summary>
    public HttpClient WithoutRedirects { get; }

    /// <summary>Opens a page.</summary>
    public async Task<SeenPage> Open(string address) => await SeenPage.From(this, await _http.GetAsync(address));

    /// <summary>Sends a form's fields.</summary>
    public async Task<SeenPage> Post(string address, HttpContent content) =>
        await SeenPage.From(this, await _http.PostAsync(address, content));

    public void Dispose()
    {
        WithoutRedirects.Dispose();
        _http.Dispose();
    }
}

/// <summary>A page as it was answered.</summary>
public sealed class SeenPage
{
    private readonly Visitor _visitor;

    private SeenPage(Visitor visitor, HttpResponseMessage response, IDocument document)
    {
        _visitor = visitor;
        Response = response;
        Document = document;
    }

    /// <summary>The answer.</summary>
    public HttpResponseMessage Response { get; }

    /// <summary>The answer's status.</summary>
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>The parsed page.</summary>
    public IDocument Document { get; }

    /// <summary>The path and query arrived at, after redirects.</summary>
    public string Address => Response.RequestMessage!.RequestUri!.PathAndQuery;

    /// <summary>The page's only h1.</summary>
    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    /// <summary>What a reader sees in the page's main part, white space folded.</summary>
    public string Text => Fold((Document.QuerySelector("main") ?? (INode?)Document.Body ?? Document).TextContent);

    /// <summary>The errors in the summary at the top.</summary>
    public IReadOnlyList<string> Errors =>
        [.. Document.QuerySelectorAll("[data-error-summary] li").Select(e => Fold(e.TextContent))];

    /// <summary>Fills in and sends a form of the page.</summary>
    /// <param name="fields">What to fill in, by field name; the rest stays as the page has it.</param>
    /// <param name="form">A selector of the form, when the page's main part has several.</param>
    /// <param name="files">Files to attach, by field name.</param>
    public Task<SeenPage> Submit(
        IReadOnlyDictionary<string, string> fields, string form = "main form",
        params (string Field, string Name, byte[] Content)[] files) => Send(FormAt(form), null, fields, files);

    /// <summary>Fills in the form a button belongs to and presses that button.</summary>
    /// <param name="button">The button's words.</param>
    /// <param name="fields">What to fill in, by field name; the rest stays as the page has it.</param>
    public Task<SeenPage> Press(string button, IReadOnlyDictionary<string, string> fields)
    {
        var pressed = Document.QuerySelectorAll<IHtmlButtonElement>("main form button")
            .FirstOrDefault(b => Fold(b.TextContent) == button)
            ?? throw new InvalidOperationException($"No button “{button}” on {Address}: {Heading}\n{Text}");
        return Send((IHtmlFormElement)pressed.Closest("form")!, pressed.GetAttribute("formaction"), fields, []);
    }

    private IHtmlFormElement FormAt(string selector) => Document.QuerySelector(selector) as IHtmlFormElement
        ?? throw new InvalidOperationException($"No “{selector}” on {Address}: {Heading}\n{Text}");

    private async Task<SeenPage> Send(
        IHtmlFormElement element, string? address, IReadOnlyDictionary<string, string> fields,
        (string Field, string Name, byte[] Content)[] files)
    {
        var values = FieldsOf(element);
        foreach (var (name, value) in fields)
        {
            if (element.QuerySelector($"[name='{name}']") is null)
                throw new InvalidOperationException($"The form on {Address} has no field “{name}”.");
            values[name] = value;
        }

        var action = address ?? (element.GetAttribute("action") is { Length: > 0 } given ? given : Address);
        if (files.Length == 0) return await _visitor.Post(action, new FormUrlEncodedContent(values));
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values) content.Add(new StringContent(value), name);
        foreach (var file in files) content.Add(new ByteArrayContent(file.Content), file.Field, file.Name);
        return await _visitor.Post(action, content);
    }

    internal static async Task<SeenPage> From(Visitor visitor, HttpResponseMessage response)
    {
        var context = BrowsingContext.New(Configuration.Default);
        var html = response.Content.Headers.ContentType?.MediaType == "text/html"
            ? await response.Content.ReadAsStringAsync() : "";
        return new SeenPage(visitor, response, await context.OpenAsync(r => r.Content(html)));
    }

    private static Dictionary<string, string> FieldsOf(IHtmlFormElement form)
    {
        var values = new Dictionary<string, string>();
        foreach (var field in form.QuerySelectorAll("input, select, textarea"))
        {
            var (name, value) = field switch
            {
                IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => (null, ""),
                IHtmlInputElement { Type: "file" or "submit" } => (null, ""),
                IHtmlInputElement input => (input.Name, input.Value),
                IHtmlSelectElement select => (select.Name, select.Value ?? ""),
                IHtmlTextAreaElement area => (area.Name, area.Value),
                _ => (null, ""),
            };
            if (name is not null && !values.ContainsKey(name)) values[name] = value;
        }

        return values;
    }

    private static string Fold(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
