using Commonstead.Accounts;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Commonstead.Browser.Tests;

/// <summary>
/// Every page of the program, with real records on it, on a desk and on a phone: no barrier, no sideways scrolling, no
/// complaint of the browser. The list is the reviewed table of endpoints, so a new page cannot be forgotten.
/// </summary>
public sealed class EveryPageTests(BrowserFixture browser, DemonstrationHost demonstration)
{
    // Pages no link leads to from the demonstration as it stands, and how to come to them.
    private static readonly Dictionary<string, Func<Visitor, Func<string, string>, Task<string>>> _reached = new()
    {
        ["problem/{status:int}"] = (_, _) => Task.FromResult("/nowhere-at-all"),
        ["join"] = (_, _) => Task.FromResult("/join"),
        ["ballots/{id}/open"] = (_, of) => Task.FromResult(of("ballots/{id}") + "/open"),
        ["bylaws/{id}/in-force"] = (_, of) => Task.FromResult(of("bylaws/{id}") + "/in-force"),
        ["elections/{id}/consent"] = (_, of) => Task.FromResult(of("elections/{id}") + "/consent"),
        ["elections/{id}/propose"] = (_, of) => Task.FromResult(of("elections/{id}") + "/propose"),
        ["elections/{id}/count-back"] = (_, of) => Task.FromResult(of("elections/{id}") + "/count-back"),
        ["elections/{id}/close"] = (_, of) => Task.FromResult(of("elections/{id}") + "/close"),
        ["leases/{id}/renew"] = (_, of) => Task.FromResult(of("leases/{id}") + "/renew"),
        ["land/import/{file}"] = (visitor, _) => visitor.Upload("/land/import", "parcels.geojson", """
            {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"Far Field"},"geometry":
            {"type":"Polygon","coordinates":[[[-72.59,42.10],[-72.588,42.10],[-72.588,42.102],[-72.59,42.10]]]}}]}
            """),
        ["series/import/{file}"] = (visitor, _) => visitor.Upload("/series/import", "prices.csv", """
            series,period,value
            us.cpi-u,2026-01,325.25
            us.cpi-u,2026-02,326.5
            """),
    };

    // Pages that a trust shows once, to whoever makes it or confirms an application: other tests come there.
    private static readonly HashSet<string> _elsewhere = ["first-run", "join/{token}"];

    [Fact]
    public async Task EveryLink_LeadsSomewhere_ForEveryRole()
    {
        var dead = new List<string>();
        foreach (var role in (Role[])[Role.Approver, Role.Board, Role.Treasurer, Role.Auditor])
        {
            await using var visitor = await demonstration.VisitAs(browser, role);
            var walk = new Walk(visitor.Page.Context.APIRequest, addressesOfARoute: 6);
            await walk.From("/");
            dead.AddRange(walk.DeadLinks.Select(link => $"{role}: {link}"));
        }

        Assert.True(dead.Count == 0, string.Join("\n", dead));
    }

    [Fact]
    public async Task EveryPage_IsSound_OnADeskAndOnAPhone()
    {
        var wrong = new List<string>();
        var seen = new HashSet<string>(_elsewhere);
        foreach (var reader in (Role?[])[Role.Steward, Role.Leaseholder, null])
        {
            await using var visitor = await Open(reader);
            var walk = new Walk(visitor.Page.Context.APIRequest, addressesOfARoute: 30);
            await walk.From(reader is null ? "/sign-in" : "/");
            wrong.AddRange(walk.DeadLinks.Select(link => $"{reader}: {link}"));
            var pages = walk.LongestOfEach(PageRoutes.All);
            if (reader == Role.Steward)
            {
                foreach (var (route, reach) in _reached.Where(r => !pages.ContainsKey(r.Key)))
                    pages[route] = await reach(visitor, other => pages[other]);
            }

            foreach (var (route, address) in pages.Where(p => seen.Add(p.Key)))
            {
                try
                {
                    await visitor.LooksThrough(address, route);
                }
                catch (Exception fault) when (fault is XunitException or PlaywrightException)
                {
                    wrong.Add($"{address} ({route}): {fault.Message}");
                }
            }
        }

        wrong.AddRange(PageRoutes.All.Where(r => !seen.Contains(r.Route)).Select(r => $"{r.Route}: nobody came there"));
        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private async Task<Visitor> Open(Role? reader) =>
        reader is { } role ? await demonstration.VisitAs(browser, role) : await demonstration.Visit(browser);
}
