using Commonstead.Platform.Web;

namespace Commonstead.Lab;

/// <summary>The trust's own homes: what each could be sold for today, and who could pay it.</summary>
public sealed class PortfolioPageModel(LabBench bench, HomesAtRisk homes) : LabPage<LabQuestion>(bench)
{
    /// <summary>What came out; null when it is refused.</summary>
    public PortfolioView? View { get; private set; }

    /// <summary>Shows them.</summary>
    public async Task OnGetAsync()
    {
        await IsAsked();
        if (Ask.Market is null || !this.CanRead()) return;
        var outcome = await homes.Look(Ask);
        if (this.Accepts(outcome)) View = outcome.Value;
    }
}
