using System.Net;
using System.Text.RegularExpressions;
using Commonstead.Accounts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Access;

/// <summary>
/// Walks every endpoint of the running server as every role and as a visitor, on one's own and on another's record,
/// against the reviewed table; and looks at each from the other trust.
/// </summary>
public sealed partial class EndpointAccessTests(TrustHost host) : IClassFixture<TrustHost>
{
    // Where the build's own assets answer while the program is developed.
    private const string Assets = "{**path:file}";

    private static readonly IReadOnlyList<EndpointLine> _table = EndpointTable.Read();

    [Fact]
    public async Task EveryEndpoint_StandsInTheTable_Once()
    {
        var known = _table.Select(line => line.Key).ToList();
        Tidy.Found.Nothing(known.GroupBy(key => key).Where(g => g.Count() > 1).Select(g => $"twice: {g.Key}"));
        using var walkers = await Walkers.SignIn(host);
        var missing = new List<string>();
        foreach (var key in Mapped().Except(known)) missing.Add("enter: " + await Proposed(walkers, key));
        Tidy.Found.Nothing([.. missing, .. known.Except(Mapped()).Select(key => $"gone: {key}")]);
    }

    [Fact]
    public async Task EveryRole_GetsFromEveryEndpoint_WhatTheTableSays()
    {
        using var walkers = await Walkers.SignIn(host);
        var samples = new Samples(host, walkers.Leaseholder);
        var wrong = new List<string>();
        foreach (var line in _table.Where(line => Mapped().Contains(line.Key)))
        {
            var sample = await samples.Of(line);
            for (var i = 0; i < Walkers.All.Count; i++)
            {
                var walker = Walkers.All[i];
                var got = await Answer(walkers[walker], line, sample, walker == "leaseholder");
                if (got == line.Answers[i]) continue;
                wrong.Add($"{line.Key} as {walker}: got {got}, the table says {line.Answers[i]}");
            }
        }

        Tidy.Found.Nothing(wrong);
    }

    [Fact]
    public async Task AFormWithoutItsToken_IsNeverAccepted()
    {
        using var walkers = await Walkers.SignIn(host);
        var samples = new Samples(host, walkers.Leaseholder);
        var accepted = new List<string>();
        foreach (var line in _table.Where(l => l.Method == "PAGE" && l.Route != "problem/{status:int}"))
        {
            foreach (var walker in (string[])["visitor", "steward", "auditor"])
            {
                var address = AddressOf(line, (await samples.Of(line)).Other);
                var answer = await Send(walkers[walker], HttpMethod.Post, address);
                if ((int)answer.StatusCode < 300) accepted.Add($"POST {address} as {walker}: {(int)answer.StatusCode}");
            }
        }

        Tidy.Found.Nothing(accepted);
    }

    [Fact]
    public async Task TheOtherTrust_SeesNoRecordOfThisOne()
    {
        using var walkers = await Walkers.SignIn(host);
        var samples = new Samples(host, walkers.Leaseholder);
        using var stranger = await host.SignInAsSteward(TrustHost.Elm);
        var seen = new List<string>();
        foreach (var line in _table.Where(line => line.HasRecord))
        {
            var sample = await samples.Of(line);
            foreach (var id in new[] { sample.Own, sample.Other }.OfType<string>())
            {
                var answer = await Send(stranger, MethodOf(line), AddressOf(line, id));
                if (answer.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Forbidden))
                    seen.Add($"{line.Key}: {(int)answer.StatusCode}");
            }
        }

        Tidy.Found.Nothing(seen);
    }

    [Fact]
    public async Task AFormsToken_IsNothingToAnotherTrust()
    {
        using var oak = await host.SignInAsSteward();
        using var elm = await host.SignInAsSteward(TrustHost.Elm);
        var page = await oak.Open("/people/add");
        var token = page.Document.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!;
        var cookies = page.Response.RequestMessage!.Headers.TryGetValues("Cookie", out var sent) ? sent.Single() : "";
        var own = (await elm.Http.GetAsync("/")).RequestMessage!.Headers.GetValues("Cookie").Single();
        var request = new HttpRequestMessage(HttpMethod.Post, "/people/add")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["__RequestVerificationToken"] = token,
                ["Input.FamilyName"] = "Crossed",
            }),
        };
        request.Headers.Add("Cookie", own + "; " + cookies);
        Assert.Equal(HttpStatusCode.BadRequest, (await elm.Http.SendAsync(request)).StatusCode);
    }

    private List<string> Mapped() =>
    [
        .. host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null && e.RoutePattern.RawText != Assets)
            .SelectMany(KeysOf).Distinct().Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> KeysOf(RouteEndpoint endpoint)
    {
        var route = endpoint.RoutePattern.RawText!.Trim('/') is { Length: > 0 } text ? text : "/";
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not null) return [$"PAGE {route}"];
        var methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        return methods.Select(method => $"{method} {route}");
    }

    // What a reviewer has to look at: the answers as they are, with "?" for the record of a route with places.
    private static async Task<string> Proposed(Walkers walkers, string key)
    {
        var (method, route) = (key.Split(' ')[0], key.Split(' ')[1]);
        var line = new EndpointLine(method, route, route.Contains('{') ? "?" : "-", []);
        if (line.Record == "?") return line.ToString();
        var answers = new List<string>();
        var nothing = new Sample(null, "");
        foreach (var walker in Walkers.All) answers.Add(await Answer(walkers[walker], line, nothing, false));
        return (line with { Answers = answers }).ToString();
    }

    private static async Task<string> Answer(Visitor visitor, EndpointLine line, Sample sample, bool isLeaseholder)
    {
        var other = Said(await Send(visitor, MethodOf(line), AddressOf(line, sample.Other)));
        if (!isLeaseholder || sample.Own is null) return other;
        var own = Said(await Send(visitor, MethodOf(line), AddressOf(line, sample.Own)));
        return (own, other) switch
        {
            ("ok", "gone") => "own",
            _ when own == other => own,
            _ => $"{own}/{other}",
        };
    }

    private static string Said(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.Forbidden => "no",
        HttpStatusCode.Unauthorized => "in",
        HttpStatusCode.NotFound => "gone",
        >= HttpStatusCode.InternalServerError => "fault",
        >= HttpStatusCode.Moved and < HttpStatusCode.BadRequest =>
            answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true ? "in" : "ok",
        _ => "ok",
    };

    private static HttpMethod MethodOf(EndpointLine line) =>
        line.Method == "PAGE" ? HttpMethod.Get : HttpMethod.Parse(line.Method);

    private static string AddressOf(EndpointLine line, string values)
    {
        var left = new Queue<string>(values.Split(','));
        return "/" + Place().Replace(line.Route.TrimStart('/'), _ => left.Dequeue());
    }

    private static async Task<HttpResponseMessage> Send(Visitor visitor, HttpMethod method, string address)
    {
        var request = new HttpRequestMessage(method, address);
        return await visitor.WithoutRedirects.SendAsync(request);
    }

    [GeneratedRegex(@"\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
