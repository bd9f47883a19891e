using Commonstead.Core;
using Commonstead.Platform.Operations;
using Commonstead.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Commonstead.Governance;

/// <summary>One version of the bylaws: a draft to work on, or what held on a day.</summary>
public sealed class BylawVersionModel(
    BylawBook bylaws, BodyNames bodies, DropBylaws drop, OperationRunner runner, Acting acting) : PageModel
{
    /// <summary>The version.</summary>
    internal Bylaws Version { get; private set; } = null!;

    /// <summary>Its table.</summary>
    public ActTable Table { get; private set; } = null!;

    /// <summary>True for the first version, which the trust brings with it.</summary>
    public bool IsFirst { get; private set; }

    /// <summary>True when the reader may change it.</summary>
    public bool MayEdit => Version.State is BylawsState.Draft && acting.Actor.May(GovernancePermission.Keep);

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Sentence> Errors { get; private set; } = [];

    /// <summary>The acts of a draft that differ from those in force.</summary>
    public IReadOnlyList<string> Changed { get; private set; } = [];

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(BylawsId id)
    {
        if (await bylaws.Version(id) is not { } version) return NotFound();
        Version = version;
        var rules = version.Rules;
        Table = new ActTable(
            rules, await bodies.All(), acting.Profile.Currency, MayEdit ? $"/bylaws/{id}/act" : null);
        IsFirst = await bylaws.VersionOn(DateOnly.MaxValue) is null;
        if (version.State is not (BylawsState.Draft or BylawsState.Proposed)) return Page();
        var present = await bylaws.On(acting.Today);
        Changed =
        [
            .. rules.Acts.Where(a => Differs(a, present.Act(a.Code))).Select(a => a.Name),
            .. WithoutActs(rules) == WithoutActs(present) ? [] : (string[])["The board and meetings"],
        ];
        Errors = [.. rules.Errors([.. (await bylaws.VotingClasses()).Select(c => c.Code)]).Select(e => Said(e, rules))];
        return Page();
    }

    /// <summary>Gives the draft up.</summary>
    public async Task<IActionResult> OnPostAsync(BylawsId id, int version)
    {
        var outcome = await runner.Run(
            drop, new DropBylawsInput { Bylaws = id, Version = version }, Once.KeyOf(Request));
        return this.Accepts(outcome) ? Redirect("/bylaws") : await OnGetAsync(id);
    }

    private static bool Differs(ActRule act, ActRule? present) =>
        present is null || BylawText.Write(act) != BylawText.Write(present);

    private static string WithoutActs(BylawTable table) => BylawText.Write(table with { Acts = [] });

    private static Sentence Said(BylawError error, BylawTable table)
    {
        var act = new Sentence(table.Act(error.Act)?.Name ?? error.Act);
        return error.Trouble switch
        {
            BylawTrouble.ActMissing => new Sentence("There is no act “{0}”, which the program connects to.", act),
            BylawTrouble.NobodyDecides => new Sentence("{0}: nobody decides.", act),
            BylawTrouble.BodyTwice => new Sentence("{0}: a body is named twice.", act),
            BylawTrouble.BodyUnknown => new Sentence("{0}: a class that decides has no members.", act),
            BylawTrouble.WindowBackwards => new Sentence(
                "{0}: the second meeting’s last day comes before its first.", act),
            _ => new Sentence("{0}: the members have to decide, not the board alone.", act),
        };
    }
}
