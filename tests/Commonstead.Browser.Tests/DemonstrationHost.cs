using System.Collections.Concurrent;
using Commonstead.Accounts;
using Commonstead.Demonstration;

[assembly: AssemblyFixture(typeof(Commonstead.Browser.Tests.DemonstrationHost))]

namespace Commonstead.Browser.Tests;

/// <summary>
/// The demonstrations, each made once for the whole run by the first test that asks for it, and a signed-in browser
/// profile for each of their people. What a test changes in them, others see: change nothing that others look for.
/// </summary>
public sealed class DemonstrationHost : IAsyncLifetime
{
    private readonly Lazy<Task<ProgramProcess>> _us = new(() => ProgramProcess.Demonstrate("us"));
    private readonly Lazy<Task<ProgramProcess>> _gb = new(() => ProgramProcess.Demonstrate("gb"));
    private readonly ConcurrentDictionary<(DemoPlace, Role), Lazy<Task<string>>> _signedIn = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Opens the American demonstration as a visitor, or the British one.</summary>
    public async Task<Visitor> Visit(
        BrowserFixture browser, VisitorSetup? setup = null, DemoPlace? place = null)
    {
        var program = await (place == DemoPlace.London ? _gb : _us).Value;
        return await browser.Visit(program.Address, setup);
    }

    /// <summary>Opens a demonstration as someone of a role who has signed in.</summary>
    public async Task<Visitor> VisitAs(
        BrowserFixture browser, Role role, VisitorSetup? setup = null, DemoPlace? place = null)
    {
        place ??= DemoPlace.Springfield;
        var state = await _signedIn.GetOrAdd((place, role), _ => new(() => SignIn(browser, place, role))).Value;
        return await Visit(browser, (setup ?? new VisitorSetup()) with { State = state }, place);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var made in (Lazy<Task<ProgramProcess>>[])[_us, _gb])
            if (made.IsValueCreated) await (await made.Value).DisposeAsync();
    }

    // Once for each: the number of sign-ins from one address is limited.
    private async Task<string> SignIn(BrowserFixture browser, DemoPlace place, Role role)
    {
        await using var visitor = await Visit(browser, place: place);
        await visitor.SignIn(place.Accounts.First(a => a.Role == role).Email, "demonstration only");
        return await visitor.Page.Context.StorageStateAsync();
    }
}
