using Commonstead.Core;
using Commonstead.Land;
using Commonstead.Platform.Operations;

namespace Commonstead.Tests.Land;

public sealed class AcquisitionTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task HowLandCame_IsRecordedByForm_AndCorrectedWithAReason()
    {
        var id = await host.EnterParcel("Given");
        using var steward = await host.SignInAsSteward();
        var page = await (await steward.Open($"/land/parcels/{id}/acquisition")).Submit(new Dictionary<string, string>
        {
            ["Input.Manner"] = nameof(AcquisitionManner.BargainSale),
            ["Input.FromWhom"] = "Estate of a neighbor (demonstration)",
            ["Input.On"] = "2019-05-14",
            ["Input.Price"] = "$120,000",
            ["Input.AppraisedValue"] = "200000",
            ["Input.DeedReference"] = "Book 120, page 45",
        });
        Assert.Contains("Bargain sale", page.Text, StringComparison.Ordinal);
        Assert.Contains("$120,000.00", page.Text, StringComparison.Ordinal);
        var again = await steward.Open($"/land/parcels/{id}/acquisition");
        var stale = await steward.Open($"/land/parcels/{id}/acquisition");
        var corrected = await again.Submit(new Dictionary<string, string>
        {
            ["Input.Price"] = "125,000",
            ["Input.Reason"] = "Closing statement.",
        });
        Assert.Contains("Price paid: $120,000.00 → $125,000.00", corrected.Text, StringComparison.Ordinal);
        var late = await stale.Submit(new Dictionary<string, string> { ["Input.Reason"] = "Late." });
        Assert.Contains("$125,000.00", Assert.Single(late.Errors), StringComparison.Ordinal);
    }

    public static TheoryData<RecordAcquisitionRefusal, Action<RecordAcquisitionInput>> Broken => new()
    {
        { RecordAcquisitionRefusal.InFuture, a => a.On = new DateOnly(2026, 6, 2) },
        { RecordAcquisitionRefusal.AmountNotPositive, a => a.Price = Money.Of(0, Currency.Usd) },
        { RecordAcquisitionRefusal.AmountNotPositive, a => a.AppraisedValue = Money.Of(5, Currency.Parse("GBP")) },
        { RecordAcquisitionRefusal.GiftWithPrice, a => a.Manner = AcquisitionManner.Gift },
        { RecordAcquisitionRefusal.PriceMissing, a => a.Price = null },
        { RecordAcquisitionRefusal.NoBargain, a => a.Manner = AcquisitionManner.BargainSale },
        {
            RecordAcquisitionRefusal.NoBargain,
            a => (a.Manner, a.AppraisedValue) = (AcquisitionManner.BargainSale, a.Price)
        },
        { RecordAcquisitionRefusal.LeaseEndMissing, a => a.Manner = AcquisitionManner.LeaseIn },
        {
            RecordAcquisitionRefusal.LeaseEndsBeforeItBegins,
            a => (a.Manner, a.LeasedUntil) = (AcquisitionManner.LeaseIn, new DateOnly(2001, 1, 1))
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task ABrokenRule_IsRefused_ByItsCode(
        RecordAcquisitionRefusal code, Action<RecordAcquisitionInput> spoil)
    {
        var input = Purchase(await host.EnterParcel($"Refused {Guid.CreateVersion7()}"));
        spoil(input);
        var outcome = await host.AsSteward((RecordAcquisition record) => record, input);
        Assert.Equal(code, outcome.Refusals.Single().Code);
    }

    [Fact]
    public async Task WhatIsOnRecord_IsCorrectedWithAReasonOnly()
    {
        var input = Purchase(await host.EnterParcel("Bought"));
        Assert.True((await host.AsSteward((RecordAcquisition record) => record, input)).IsDone);
        input.Version = 1;
        var outcome = await host.AsSteward((RecordAcquisition record) => record, input);
        Assert.Equal(RecordAcquisitionRefusal.ReasonMissing, outcome.Refusals.Single().Code);
        input.Parcel = new ParcelId(Guid.CreateVersion7());
        outcome = await host.AsSteward((RecordAcquisition record) => record, input);
        Assert.Equal(CommonRefusal.NotFound, outcome.Refusals.Single().Code);
    }

    private static RecordAcquisitionInput Purchase(ParcelId parcel) => new()
    {
        Parcel = parcel,
        Manner = AcquisitionManner.Purchase,
        FromWhom = "Someone (demonstration)",
        On = new DateOnly(2019, 5, 14),
        Price = Money.Of(100_000, Currency.Usd),
    };
}
