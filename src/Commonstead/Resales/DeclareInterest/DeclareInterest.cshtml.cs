using Commonstead.Accounts;
using Commonstead.Leases;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.Localization;

namespace Commonstead.Resales;

/// <summary>The interests declared in a resale, the form that declares one, and the way to clear one.</summary>
public sealed class DeclareInterestModel(
    OperationRunner runner, DeclareInterest declare, WithdrawInterest withdraw, Conflicts conflicts,
    ResaleBoard board, ILeases leases, IAccounts accounts, Acting acting, IStringLocalizer<Words> words)
        : ResaleForm(board, leases)
{
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>();

    /// <summary>The form.</summary>
    [BindProperty]
    public DeclareInterestInput Input { get; set; } = new();

    /// <summary>The form that withdraws one.</summary>
    [BindProperty]
    public WithdrawInterestInput Withdrawing { get; set; } = new();

    /// <summary>The interests, the latest first.</summary>
    public IReadOnlyList<DeclaredInterest> Interests { get; private set; } = [];

    /// <summary>Whose interest may be recorded.</summary>
    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    /// <summary>True for those who take part in resales.</summary>
    public bool Declares => acting.Actor.May(ResalePermission.DeclareInterest);

    /// <summary>True for those who carry resales.</summary>
    public bool Works => acting.Actor.May(ResalePermission.Work);

    /// <summary>The name of whoever has an interest.</summary>
    public string NameOf(DeclaredInterest interest) => _names.GetValueOrDefault(interest.Account, interest.Account);

    /// <summary>True when the reader may say that an interest does not hold: it is another's.</summary>
    public bool MayWithdraw(DeclaredInterest interest) =>
        acting.Actor.May(ResalePermission.ConfirmClosing) && interest.Account != acting.Actor.Key;

    /// <summary>Shows them.</summary>
    public async Task<IActionResult> OnGetAsync() => await LoadAll() ? Page() : NotFound();

    /// <summary>Declares one.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        Input.Resale = Id;
        return await Shown(this.CanRead(nameof(Input))
            && this.Accepts(await runner.Run(declare, Input, Once.KeyOf(Request))));
    }

    /// <summary>Withdraws one.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        ModelState.Clear();
        return await Shown(this.Accepts(await runner.Run(withdraw, Withdrawing), nameof(Withdrawing)));
    }

    private async Task<IActionResult> Shown(bool done)
    {
        if (done) return Redirect($"/resales/{Id}/interests");
        return await LoadAll() ? Page() : NotFound();
    }

    private async Task<bool> LoadAll()
    {
        if (!await Load()) return false;
        Interests = await conflicts.Declarations(Id);
        _names = await accounts.Names([.. Interests.Select(i => i.Account)]);
        var others = Works ? await accounts.Working() : [];
        Accounts =
        [
            new SelectListItem(words["Myself"], ""),
            .. others.Where(a => a.Key != acting.Actor.Key).Select(a => new SelectListItem(a.Name, a.Key)),
        ];
        return true;
    }
}
