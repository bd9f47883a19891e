using Commonstead.Accounts;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Commonstead.Pricing;

/// <summary>One determination with its working, and a second person's decision on it.</summary>
public sealed class DeterminationPageModel(
    OperationRunner runner, ApproveDetermination approve, SetAsideDetermination setAside, Determinations determinations,
    IRuleBook rules, IAccounts accounts, IEnumerable<IPermitsApproval> permits, Acting acting,
    IStringLocalizer<Words> words) : PageModel
{
    private const int UsualValidityMonths = 6;

    /// <summary>The determination.</summary>
    public DeterminationSummary Price { get; private set; } = null!;

    /// <summary>Its frozen file.</summary>
    public DeterminationFile Frozen { get; private set; } = null!;

    /// <summary>The lease it is for.</summary>
    public LeaseName Lease { get; private set; } = null!;

    /// <summary>The title of its rule.</summary>
    public string RuleTitle { get; private set; } = "";

    /// <summary>What was decided on it.</summary>
    public IReadOnlyList<DeterminationDecision> Decisions { get; private set; } = [];

    /// <summary>The names of who made it and who decided, by their accounts; empty for a leaseholder.</summary>
    public IReadOnlyDictionary<string, string> Actors { get; private set; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The approval's form.</summary>
    [BindProperty]
    public ApproveDeterminationInput Approval { get; set; } = new();

    /// <summary>The form that sets it aside.</summary>
    [BindProperty]
    public SetAsideDeterminationInput SettingAside { get; set; } = new();

    /// <summary>True when the reader works for the trust.</summary>
    public bool IsStaff => acting.Actor.May(LeasePermission.SeeAll);

    /// <summary>True while the home may be sold under it.</summary>
    public bool Holds => Price.HoldsOn(acting.Today);

    /// <summary>True when the reader may decide on it.</summary>
    public bool MayDecide => acting.Actor.May(PricingPermission.Approve) && Price.MadeBy != acting.Actor.Key
        && Price.State is DeterminationState.Made or DeterminationState.Approved;

    /// <summary>What hinders the reader from approving it, or null.</summary>
    public string? Hindered { get; private set; }

    /// <summary>True when what hinders the reader also keeps them from setting it aside.</summary>
    public bool IsBarred { get; private set; }

    /// <summary>Shows it, or answers that there is none.</summary>
    public async Task<IActionResult> OnGetAsync(DeterminationId id)
    {
        Approval.ValidUntil = acting.Today.AddMonths(UsualValidityMonths);
        return await Load(id) ? Page() : NotFound();
    }

    /// <summary>Approves it.</summary>
    public async Task<IActionResult> OnPostApproveAsync(DeterminationId id)
    {
        Approval.Determination = id;
        return await Answer(id, this.CanRead(nameof(Approval))
            && this.Accepts(await runner.Run(approve, Approval), nameof(Approval)));
    }

    /// <summary>Sends it back or voids it.</summary>
    public async Task<IActionResult> OnPostSetAsideAsync(DeterminationId id)
    {
        SettingAside.Determination = id;
        return await Answer(id, this.CanRead(nameof(SettingAside))
            && this.Accepts(await runner.Run(setAside, SettingAside), nameof(SettingAside)));
    }

    /// <summary>A day where the trust is.</summary>
    public string When(DateTime at) => Determinations.DayOf(at, acting).ToReader();

    /// <summary>Who acted, for those who work for the trust.</summary>
    public string ByWhom(string actor) => Actors.TryGetValue(actor, out var name) ? words["by {0}", name] : "";

    private async Task<IActionResult> Answer(DeterminationId id, bool done)
    {
        if (done) return Redirect($"/prices/{id}");
        return await Load(id) ? Page() : NotFound();
    }

    private async Task<bool> Load(DeterminationId id)
    {
        if (await determinations.Whole(id) is not { } whole) return false;
        Price = await determinations.Summary(whole);
        Frozen = DeterminationFile.FromJson(whole.Content);
        Decisions = whole.Decisions;
        Lease = (await determinations.LeaseOf(whole))!;
        if (IsStaff) Actors = await accounts.Names([whole.MadeBy, .. Decisions.Select(d => d.By)]);
        RuleTitle = (await rules.Titles([whole.RuleHash])).GetValueOrDefault(whole.RuleHash, whole.RuleHash);
        if (!MayDecide) return true;
        foreach (var permit in permits) Hindered ??= (await permit.Bars(whole.Lease))?.Text(words);
        IsBarred = Hindered is not null;
        if (Price.State != DeterminationState.Made) return true;
        foreach (var permit in permits) Hindered ??= (await permit.Hinders(whole.Lease, whole.MadeAt))?.Text(words);
        return true;
    }
}
