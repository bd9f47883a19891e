using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Commonstead.Members;
using Commonstead.People;
using Commonstead.Platform.Operations;
using Commonstead.Tests.Land;
using Commonstead.Tests.Leases;
using Commonstead.Tests.Members;
using Commonstead.Tests.People;
using Commonstead.Tests.Platform.Mail;
using Commonstead.Tests.Resales;
using Commonstead.Tests.Series;
using Commonstead.Tests.Tidy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Platform.Web;

/// <summary>
/// What every list page asks of the database: a number of questions that was looked at, each answered by an index, in
/// whatever order and through whatever filter. So a list of a hundred thousand is drawn as fast as one of a thousand.
/// </summary>
public sealed partial class ListPageTests(TrustHost host) : IClassFixture<TrustHost>
{
    // Route, an address of it, and how many questions it may ask: one for the reader's account, one to the index where
    // words are searched, one to count, one for the rows, and what is named beside them.
    private static readonly (string Route, string Address, int Queries, string Why)[] _pages =
    [
        ("/leases", "/leases", 4, "the rules to filter by"),
        ("/leases", "/leases?q=mill+street", 5, "the same"),
        ("/land", "/land", 3, ""),
        ("/land", "/land?q=springfield", 4, ""),
        ("/land/homes", "/land/homes", 3, ""),
        ("/land/homes", "/land/homes?q=springfield", 4, ""),
        ("/people", "/people", 3, ""),
        ("/people", "/people?q=ana", 4, ""),
        ("/people/households", "/people/households", 3, ""),
        ("/people/households", "/people/households?q=alder", 4, ""),
        ("/people/organisations", "/people/organisations", 3, ""),
        ("/people/organisations", "/people/organisations?q=bank", 4, ""),
        ("/members", "/members", 4, "the terms, whose classes are filtered by"),
        ("/members", "/members?q=ana", 5, "the same"),
        ("/members/applications", "/members/applications", 4, "the terms, whose classes are named"),
        ("/members/applications", "/members/applications?q=ann", 5, "the same"),
        ("/members/dues", "/members/dues", 5, "the terms of today, and every version of them"),
        ("/members/statutory-register", "/members/statutory-register", 5, "the terms, and the persons with addresses"),
        ("/members/statutory-register", "/members/statutory-register?q=ana", 6, "the same"),
        ("/ballots", "/ballots", 2, "no ballot was held there"),
        ("/ballots", "/ballots?q=mill", 3, "the same"),
        ("/resolutions", "/resolutions", 4, "the bylaws, whose acts are named"),
        ("/resolutions", "/resolutions?q=mill", 4, "the same"),
        ("/meetings", "/meetings", 2, "no meeting was held there"),
        ("/meetings", "/meetings?q=spring", 3, "the same"),
        ("/elections", "/elections", 2, "no election was held there"),
        ("/elections", "/elections?q=seats", 3, "the same"),
        ("/lab/studies", "/lab/studies", 2, "no study was published there"),
        ("/mail", "/mail", 3, ""),
        ("/resales", "/resales", 4, "the open steps of the rows"),
        ("/resales", "/resales?q=mill+street", 5, "the open steps of the rows"),
        ("/rules", "/rules", 4, ""),
        ("/audit", "/audit", 12, "who can act, what each entry touched, its names kind by kind, the head"),
        ("/accounts", "/accounts", 3, ""),
        ("/accounts", "/accounts?q=steward@", 4, ""),
        ("/series", "/series", 4, "the series by publisher and kind"),
        ("/series", "/series?q=hud", 4, ""),
        ("/series/areas", "/series/areas", 2, "HUD's file names none, so there are no rows to ask for"),
        ("/series/areas", "/series/areas?q=county", 3, "the same"),
        ("/series/{code}", "/series/hud.ami", 6, "the series, one release, one figure to tell whether it has areas"),
        ("/series/{code}", "/series/hud.ami?area=us:county:25013", 9, "the same, the area twice, and the index"),
        ("/series/{code}/{release}", "/series/hud.ami/2026", 8, "the same, the release, and whether it was withdrawn"),
    ];

    // These hold a row for a rule, a series, a role: they do not grow with the trust's homes.
    private static readonly string[] _small =
    [
        "pricing_rule", "series_series", "series_release", "series_area", "account", "account_role", "resale_settings",
        "member_terms", "member_class",
    ];

    private static readonly Dictionary<string, string> _allowed = new(StringComparer.Ordinal)
    {
        ["/land?standing=left"] = "land leaves a trust by resolution only: there are few such parcels",
        ["/series/hud.ami?area=us:county:25013"] = "one area has a figure in each release",
        ["/series/hud.ami?area=us:county:25013&page=2"] = "the same",
        ["/series/hud.ami?area=us:county:25013&sort=published"] = "the same",
        ["/series/hud.ami?area=us:county:25013&sort=-published"] = "the same",
        ["/series/hud.ami?area=us:county:25013&sort=for"] = "the same",
        ["/series/hud.ami?area=us:county:25013&sort=-for"] = "the same",
    };

    [Fact]
    public void EveryListPage_IsLookedAtHere() => Found.Nothing(
        from path in SourceTree.Files("src/Commonstead", ".cshtml")
        let text = File.ReadAllText(Path.Combine(SourceTree.Top, path))
        where text.Contains("\"_Listing\"", StringComparison.Ordinal) && Route().Match(text) is { Success: true }
        let route = Route().Match(text).Groups["route"].Value
        where !_pages.Any(page => page.Route == route)
        select $"{path}: {route}");

    [Fact]
    public async Task EveryListPage_AsksAsOftenAsWasLookedAt()
    {
        using var steward = await Enter();
        using var seen = await SeenQueries.Begin(host.Trust, steward);
        var found = new List<string>();
        foreach (var (_, address, expected, _) in _pages)
        {
            var (page, queries) = await seen.Open(steward, address);
            Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
            if (queries.Count != expected)
            {
                found.Add($"{address} asks {queries.Count} times, not {expected}:\n  "
                    + string.Join("\n  ", queries.Select(q => Folded(q.Text))));
            }
        }

        Found.Nothing(found);
    }

    [Fact]
    public async Task NoListPage_AsksWithoutAnIndex_InAnyOrderOrFilter()
    {
        if (TrustHost.OnPostgres) return;
        using var steward = await Enter();
        using var seen = await SeenQueries.Begin(host.Trust, steward);
        var found = new List<string>();
        foreach (var (_, first, _, _) in _pages)
        {
            var (page, _) = await seen.Open(steward, first);
            foreach (var address in Asked(first, page))
            {
                var (_, queries) = await seen.Open(steward, address);
                if (_allowed.ContainsKey(address)) continue;
                foreach (var query in queries) found.AddRange((await Faults(query)).Select(f => $"{address}: {f}"));
            }
        }

        Found.Nothing(found);
    }

    [Fact]
    public async Task ASearch_GoesFromTheIndexToItsHits_WhateverElseNarrowsTheList()
    {
        if (TrustHost.OnPostgres) return;
        using var steward = await Enter();
        using var seen = await SeenQueries.Begin(host.Trust, steward);
        foreach (var (_, first, _, _) in _pages.Where(p => p.Address.Contains("?q=", StringComparison.Ordinal)))
        {
            var (page, _) = await seen.Open(steward, first);
            foreach (var address in Asked(first, page))
            {
                var plans = new List<List<Step>>();
                foreach (var query in (await seen.Open(steward, address)).Queries) plans.Add(await PlanOf(query));
                Assert.Single(plans, p => p.Exists(s => s.Text.StartsWith("SCAN g VIRTUAL", StringComparison.Ordinal)));
                var among = plans.FindAll(p => p.Exists(s =>
                    s.Text.StartsWith("SCAN i VIRTUAL", StringComparison.Ordinal)));
                Assert.InRange(among.Count, 1, 2);
                Assert.All(among, p => Assert.Contains(p, s =>
                    s.Text.StartsWith("SEARCH ", StringComparison.Ordinal)
                    && s.Text.EndsWith("_1 (id=?)", StringComparison.Ordinal)));
            }
        }
    }

    /// <summary>The list in each of its orders, through each of its filters, and its second page.</summary>
    private static IEnumerable<string> Asked(string address, SeenPage page)
    {
        var join = address.Contains('?', StringComparison.Ordinal) ? "&" : "?";
        yield return address;
        yield return address + join + "page=2";
        foreach (var choice in page.Document.QuerySelectorAll<IHtmlSelectElement>("form[data-listing] select"))
        {
            foreach (var option in choice.Options.Where(o => o.Value.Length > 0))
                yield return $"{address}{join}{choice.Name}={Uri.EscapeDataString(option.Value)}";
        }
    }

    private async Task<List<string>> Faults(SeenQuery query)
    {
        var tables = Aliases().Matches(query.Text).ToLookup(m => m.Groups["alias"].Value, m => m.Groups["table"].Value);
        var steps = await PlanOf(query);
        if (ReadsItsEndOnly(query, steps)) return [];
        var grows = tables.Any(t => t.Any(table => !_small.Contains(table)));
        return
        [
            .. from step in steps
               let table = Scan().Match(step.Text) is { Success: true } scan
                   ? tables[scan.Groups["alias"].Value].FirstOrDefault()
                   : null
               where table is not null && !_small.Contains(table)
                   && !step.Text.Contains("INDEX", StringComparison.Ordinal)
               select $"{step.Text} ({table})",
            .. from step in steps
               where grows && step.Text.Contains("TEMP B-TREE", StringComparison.Ordinal)
                   && !IsOfOneRow(step, steps) && !IsOfAPage(step, steps, tables)
               select $"{step.Text} ({Folded(query.Text)})",
        ];
    }

    private async Task<List<Step>> PlanOf(SeenQuery query)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(host.Trust.Location.Folder, "trust.db")};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var explain = connection.CreateCommand();
        explain.CommandText = "explain query plan " + query.Text;
        foreach (var (name, value) in query.Values) explain.Parameters.AddWithValue(name, value ?? DBNull.Value);
        var steps = new List<Step>();
        await using var plan = await explain.ExecuteReaderAsync();
        while (await plan.ReadAsync()) steps.Add(new Step(plan.GetInt32(0), plan.GetInt32(1), plan.GetString(3)));
        return steps;
    }

    // The last few of a table in the order it is kept in, such as the last seal.
    private static bool ReadsItsEndOnly(SeenQuery query, List<Step> steps) =>
        query.Text.Contains("LIMIT", StringComparison.Ordinal)
        && !query.Text.Contains("WHERE", StringComparison.Ordinal)
        && steps.TrueForAll(s => !s.Text.Contains("TEMP B-TREE", StringComparison.Ordinal));

    // What is asked for every row shown sorts a handful, such as the steps of one resale.
    private static bool IsOfOneRow(Step step, List<Step> all) =>
        step.Text.StartsWith("CORRELATED", StringComparison.Ordinal)
        || (all.Find(s => s.Id == step.Parent) is { } above && IsOfOneRow(above, all));

    // The page's rows stand in a query of their own, with its limit; what is joined to them is sorted after that.
    private static bool IsOfAPage(Step step, List<Step> all, ILookup<string, string> tables) =>
        all.Exists(s => s.Parent == step.Parent && Scan().Match(s.Text) is { Success: true } scan
            && !tables.Contains(scan.Groups["alias"].Value));

    private sealed record Step(int Id, int Parent, string Text);

    private async Task<Visitor> Enter()
    {
        var steward = await host.SignInAsSteward();
        await using var db = host.Trust.NewDb();
        if (await db.Set<Household>().AnyAsync()) return steward;
        await host.EnterHome(LeaseIntent.Unique("H"), await host.EnterParcel(LeaseIntent.Unique("Parcel")));
        await host.NewResale();
        await host.NewMember();
        await host.Run(host.Trust, Actor.Visitor, s => s.GetRequiredService<ApplyToJoin>(), new ApplyToJoinInput
        {
            FamilyName = "Annan",
            Email = "annan@example.org",
            Post = "1 Oak Street",
            IsOldEnough = true,
            ConfirmAt = "http://oak.test/join/",
        });
        await host.SetTerms(host.Trust.Today);
        await host.Run(host.Trust, Actor.Visitor, s => ActivatorUtilities.CreateInstance<QueueMail>(s),
            new QueuedMail(["sample@example.org"], "A sample", "A sample"));
        await host.AddHousehold("Alder");
        await host.AddOrganisation(LeaseIntent.Unique("Alder Bank"));
        await host.ImportHud([.. SeriesIntent.HudDates]);
        return steward;
    }

    private static string Folded(string sql) => Spaces().Replace(sql, " ");

    [GeneratedRegex("@page \"(?<route>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Route();

    [GeneratedRegex(
        "\"(?<table>[a-z_]+)\" AS \"(?<alias>[a-z0-9]+)\"",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aliases();

    [GeneratedRegex("^SCAN (?<alias>[a-z0-9]+)( |$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Scan();

    [GeneratedRegex("\\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
