using Commonstead.Land;
using Commonstead.Platform.Operations;

namespace Commonstead.Tests.Land;

public sealed class EncumbranceTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task ACovenant_IsAddedByForm_AndEndedWithAReason()
    {
        var id = await host.EnterParcel("Bound");
        using var steward = await host.SignInAsSteward();
        var form = await steward.Open($"/land/parcels/{id}/encumbrances/add");
        var page = await form.Submit(new Dictionary<string, string>
        {
            ["Input.Kind"] = nameof(EncumbranceKind.RegulatoryAgreement),
            ["Input.Holder"] = "City of Springfield (demonstration)",
            ["Input.Restricts"] = "Homes for households up to 80 % of the area median income.",
            ["Input.Reference"] = "Book 9, page 1",
            ["Input.BeginsOn"] = "2018-01-01",
            ["Input.RunsUntil"] = "2048-12-31",
        });
        Assert.Contains("Affordability agreement", page.Text, StringComparison.Ordinal);
        Assert.Contains("Binds", page.Text, StringComparison.Ordinal);
        var end = page.Document.QuerySelector("a[href$='/end']")!.GetAttribute("href")!;
        page = await (await steward.Open(end)).Submit(new Dictionary<string, string>
        {
            ["Input.EndedOn"] = "2026-05-01",
            ["Input.Reason"] = "Released by deed.",
        });
        Assert.Contains("Ended", page.Text, StringComparison.Ordinal);
        Assert.Contains("Released by deed.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndsBeforeItBegins_IsRefused()
    {
        var input = Mortgage(await host.EnterParcel("Backwards"));
        input.RunsUntil = new DateOnly(2019, 12, 31);
        var outcome = await host.AsSteward((AddEncumbrance add) => add, input);
        Assert.Equal(AddEncumbranceRefusal.EndsBeforeItBegins, outcome.Refusals.Single().Code);
        input.Parcel = new ParcelId(Guid.CreateVersion7());
        outcome = await host.AsSteward((AddEncumbrance add) => add, input);
        Assert.Equal(CommonRefusal.NotFound, outcome.Refusals.Single().Code);
    }

    [Fact]
    public async Task AnEnd_IsRefused_BeforeTheBeginning_InTheFuture_AndASecondTime()
    {
        var added = await host.AsSteward((AddEncumbrance add) => add, Mortgage(await host.EnterParcel("Ending")));
        Assert.Equal(EndEncumbranceRefusal.EndsBeforeItBegan, await End(added.Value, new DateOnly(2019, 12, 31)));
        Assert.Equal(EndEncumbranceRefusal.EndsInFuture, await End(added.Value, new DateOnly(2026, 6, 2)));
        Assert.Equal(CommonRefusal.ChangedMeanwhile, await End(added.Value, new DateOnly(2026, 6, 1), version: 7));
        Assert.Null(await End(added.Value, new DateOnly(2026, 6, 1)));
        Assert.Equal(EndEncumbranceRefusal.EndedAlready, await End(added.Value, new DateOnly(2026, 6, 1)));
        Assert.Equal(
            CommonRefusal.NotFound, await End(new EncumbranceId(Guid.CreateVersion7()), new DateOnly(2026, 6, 1)));
    }

    private async Task<Enum?> End(EncumbranceId id, DateOnly on, int version = 1)
    {
        var input = new EndEncumbranceInput { Encumbrance = id, Version = version, EndedOn = on, Reason = "Paid off." };
        var outcome = await host.AsSteward((EndEncumbrance end) => end, input);
        return outcome.IsDone ? null : outcome.Refusals.Single().Code;
    }

    private static AddEncumbranceInput Mortgage(ParcelId parcel) => new()
    {
        Parcel = parcel,
        Kind = EncumbranceKind.Mortgage,
        Holder = "A bank (demonstration)",
        Restricts = "No sale without its consent.",
        BeginsOn = new DateOnly(2020, 1, 1),
    };
}
