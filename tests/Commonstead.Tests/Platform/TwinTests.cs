using Commonstead.Land;
using Commonstead.Platform.Data;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Commonstead.Tests.Land;
using Microsoft.Extensions.DependencyInjection;

namespace Commonstead.Tests.Platform;

/// <summary>Of two people who take one name at once the second is told who has it and since when.</summary>
public sealed class TwinTests(TrustHost host) : IClassFixture<TrustHost>
{
    [Fact]
    public async Task TheSecond_IsToldWhoWasFirst_AndKeepsNothing()
    {
        await host.EnterParcel("Twin field");
        var outcome = await host.Run(host.Trust, LandIntent.Steward,
            s => ActivatorUtilities.CreateInstance<AddUnseen>(s), new AddUnseenInput { Name = "Twin field" });
        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal(CommonRefusal.TakenMeanwhile, refusal.Code);
        Assert.Equal("Twin field", refusal.Figures[1]);
        var told = Assert.IsType<Sentence>(refusal.Figures[0]).InEnglish();
        Assert.StartsWith("Parcel entered, by test-steward on June 1, 2026, ", told, StringComparison.Ordinal);
        await using var db = host.Trust.NewDb();
        Assert.Single(db.Set<Parcel>().Where(p => p.Name == "Twin field").ToList());
    }

    internal sealed class AddUnseenInput
    {
        public string Name { get; init; } = "";
    }

    // As an operation does that looked for the name before the other one saved it.
    [OpenToAnyone("only a test runs it")]
    internal sealed class AddUnseen(TrustDb db) : IOperation<AddUnseenInput, ParcelId>
    {
        public Task<Outcome<ParcelId>> Run(AddUnseenInput input)
        {
            var parcel = new Parcel { Name = input.Name, Address = "Here" };
            db.Add(parcel);
            return Task.FromResult<Outcome<ParcelId>>(parcel.Id);
        }
    }
}
